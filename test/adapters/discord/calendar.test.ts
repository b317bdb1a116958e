import { afterEach, describe, expect, test } from 'vitest';
import { referenceOf } from '../../../adapters/discord/scheduled-event.ts';
import type { Post } from '../../../src/chat/post.ts';
import { postsFor } from '../../contract/sample-posts.ts';
import { openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { guildId } from '../../fakes/discord/state.ts';
import { calendarOf } from './calendar-harness.ts';

const { eventPost } = postsFor('events');
const calendar = `discord-calendar:${guildId}`;
const hourMs = 60 * 60 * 1000;
const startAt = Date.UTC(2027, 9, 7, 8);

const opened: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((discord) => discord.close()));
});

/** A Discord and its calendar by one clock, which can be set. */
async function open(at = startAt - 24 * hourMs) {
  let now = at;
  const clock = () => now;
  const discord = await openDiscord({ clock });
  opened.push(discord);
  const outlet = calendarOf(discord, clock);
  return {
    discord,
    outlet,
    setClock: (to: number) => void (now = to),
    send: async (post: Post, key = 'a1') => await outlet.send(calendar, outlet.render(post).payload, key),
    edit: async (messageId: string, post: Post) => await outlet.edit({ messageId }, outlet.render(post).payload),
    /** The one event. */
    event: () => {
      const [event, ...others] = discord.events.all();
      expect(others).toEqual([]);
      if (event === undefined) throw new Error('There is no event.');
      return event;
    },
  };
}

const at = (start: number, end?: number): Post => ({
  ...eventPost,
  event: { startAt: start, zone: 'Europe/Madrid', ...(end === undefined ? {} : { endAt: end }) },
});

describe('the calendar of a server', () => {
  test('send() makes the event with its reference, and gives the address that people know', async () => {
    const { discord, send, event } = await open();
    const { url, messageId } = await send(eventPost);
    const { id, description, ...rest } = event();
    expect(rest).toMatchObject({
      name: 'The assembly opens in Riverton',
      location: 'Harbour Hall',
      startAt,
      endAt: startAt + 8 * hourMs,
      status: 1,
    });
    expect(description.split('\n').at(-1)).toBe(referenceOf('a1'));
    expect(messageId).toContain(id);
    expect(url).toBe(`https://discord.com/events/${guildId}/${id}`);
    expect(discord.refused).toEqual([]);
  });

  test('edit() moves the event where it stands, with the people who are interested and its reference', async () => {
    const { discord, outlet, send, edit, event } = await open();
    const { messageId } = await send(eventPost);
    discord.events.move(event().id, { interested: ['900000000000000077'] });
    const before = event();
    await edit(messageId, { ...at(startAt + 48 * hourMs), title: 'The assembly opens later' });
    expect(event()).toMatchObject({
      id: before.id,
      interested: ['900000000000000077'],
      name: 'The assembly opens later',
      startAt: startAt + 48 * hourMs,
      endAt: startAt + 49 * hourMs,
    });
    expect((await outlet.find(calendar, 'a1'))?.messageId).toBe(messageId);
    expect(discord.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('edit() changes what an event that goes on says, and leaves its start alone', async () => {
    const { discord, send, edit, event, setClock } = await open();
    const { messageId } = await send(eventPost);
    setClock(startAt + hourMs);
    await edit(messageId, { ...eventPost, title: 'The assembly goes on' });
    expect(event()).toMatchObject({ name: 'The assembly goes on', startAt, status: 2 });
    expect(discord.refused).toEqual([]);
  });

  test('edit() says that an event that goes on cannot be moved, after changing the rest', async () => {
    const { discord, send, edit, event, setClock } = await open();
    const { messageId } = await send(eventPost);
    setClock(startAt + hourMs);
    const later = { ...at(startAt + 4 * hourMs), title: 'The assembly opens later' };
    await expect(edit(messageId, later)).rejects.toMatchObject({ code: 'refused', reason: 'eventOver' });
    expect(event()).toMatchObject({ name: 'The assembly opens later', startAt });
    expect(discord.refused).toEqual([]);
  });

  test.each([
    ['that is over', startAt + 9 * hourMs, eventPost],
    ['to a time that has passed', startAt - hourMs, at(startAt - 3 * hourMs, startAt - 2 * hourMs)],
  ])('edit() does not touch an event %s', async (_what, now, post) => {
    const { discord, send, edit, event, setClock } = await open();
    discord.events.remember();
    const { messageId } = await send(eventPost);
    const before = event();
    setClock(now);
    await expect(edit(messageId, { ...post, title: 'New' })).rejects.toMatchObject({ reason: 'eventOver' });
    expect(event().name).toBe(before.name);
    expect(discord.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('send() sends nothing of an event that has begun', async () => {
    const { discord, send } = await open(startAt);
    await expect(send(eventPost)).rejects.toMatchObject({ code: 'refused', reason: 'eventOver' });
    expect(discord.requests).toEqual([]);
  });

  test('send() says that the calendar is full, and cancelling one makes room', async () => {
    const { discord, outlet, send } = await open();
    const others: unknown = JSON.parse(outlet.render(eventPost).payload);
    for (let count = 0; count < 99; count += 1) discord.events.create(guildId, others);
    const last = await send(eventPost);
    await expect(send(eventPost, 'a2')).rejects.toMatchObject({ code: 'refused', reason: 'calendarFull' });
    await outlet.remove(last);
    await send(eventPost, 'a2');
    expect(discord.coming(guildId)).toHaveLength(100);
  });

  test.each([[true], [false]])(
    'remove() cancels what is to come, ends what goes on, and bears what is over (remembered: %s)',
    async (remembered) => {
      const { discord, outlet, send, setClock } = await open();
      if (remembered) discord.events.remember();
      const coming = await send(eventPost);
      await outlet.remove(coming);
      await outlet.remove(coming);
      const running = await send(eventPost, 'a2');
      setClock(startAt + hourMs);
      await outlet.remove(running);
      expect(discord.events.all().map(({ status }) => status)).toEqual([4, 3]);
      const edited = outlet.edit(coming, outlet.render(eventPost).payload);
      await expect(edited).rejects.toMatchObject({ code: 'refused', reason: 'gone' });
      expect((await outlet.find(calendar, 'a1'))?.messageId).toBe(remembered ? coming.messageId : undefined);
      expect(discord.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
    },
  );

  test('find() knows the event that people added words to, and not a copy that somebody made', async () => {
    const { discord, outlet, send, event } = await open();
    const { messageId } = await send(eventPost);
    const { id, description, body } = event();
    discord.events.move(id, { description: `${description}\n\nBring an umbrella.` });
    const ana = { id: '900000000000000077', name: 'Ana' };
    discord.events.create(guildId, { ...Object(body), description }, ana);
    expect((await outlet.find(calendar, 'a1'))?.messageId).toBe(messageId);
    discord.events.move(id, { status: 4 });
    expect(await outlet.find(calendar, 'a1')).toBeUndefined();
  });

  test.each([
    ['en', 'Calendar of Sample server'],
    ['es', 'Calendario de Sample server'],
    ['fr', 'Calendrier de Sample server'],
  ] as const)('check() names the calendar in %s', async (language, name) => {
    const { outlet } = await open();
    expect(await outlet.check(calendar, false, language)).toEqual({ ok: true, name });
  });

  test.each(['discord-calendar:general', 'discord-calendar:', 'discord:900000000000000001', 'discord-calendar:1/2'])(
    'send() to %s asks Discord nothing',
    async (to) => {
      const { discord, outlet } = await open();
      const sent = outlet.send(to, outlet.render(eventPost).payload, 'a1');
      await expect(sent).rejects.toMatchObject({ code: 'refused', reason: 'noSuchChannel' });
      expect(discord.requests).toEqual([]);
    },
  );
});
