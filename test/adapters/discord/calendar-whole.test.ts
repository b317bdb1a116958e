import { describe, expect, test } from 'vitest';
import { waitUntil } from '../../contract/wait-until.ts';
import { guildId, ordinaryRights, textOf } from '../../fakes/discord/state.ts';
import { openWhole } from './whole-discord.ts';

const calendar = `discord-calendar:${guildId}`;
const dayMs = 24 * 60 * 60 * 1000;

/** An instant as an author writes it in UTC. */
const written = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const fileOf = (startAt: number, title: string) => `---
audience: all
zone: UTC
event:
  start: ${written(startAt)}
  place: Harbour Hall
---

# en: ${title}

Bring your badge.

# es: Se abre la asamblea

Traiga su acreditación.
`;

describe('a server’s calendar in an audience', () => {
  test.each([['calendar'], ['Calendario'], [calendar]])('is added as %s', async (channel) => {
    const { store, discord, channels, ana } = await openWhole();
    const options = { action: 'add', name: 'all', channel, language: 'fr' };
    const answer = await ana.answerTo(ana.command(channels[0] ?? '', { name: 'audience', options }));
    expect(textOf(answer)).toContain('Calendrier de Sample server now belongs to all and reads in French.');
    const added = (await store.audiences.get('all'))?.channels.at(-1);
    expect(added).toEqual({ channel: calendar, language: 'fr', topics: [] });
    expect(discord.refused).toEqual([]);
  });

  test('is added from the form, and offered while a channel is typed', async () => {
    const { store, channels, ana } = await openWhole();
    const desk = channels[0] ?? '';
    const form = await ana.modalOf(ana.command(desk, { name: 'audience', options: { action: 'add', name: 'all' } }));
    await ana.answerTo(ana.submit(form, { name: 'all', channel: 'calendar', language: ['es'] }));
    expect((await store.audiences.get('all'))?.channels.map(({ channel }) => channel)).toContain(calendar);
    const typing = ana.type(desk, 'audience', 'channel', 'cal');
    await waitUntil('choices', () => typing.choices !== undefined);
    expect(typing.choices).toEqual([{ name: 'Calendar of Sample server', value: calendar }]);
    const other = ana.type(desk, 'channel', 'channel', 'cal');
    await waitUntil('choices', () => other.choices !== undefined);
    expect(other.choices).toEqual([]);
  });

  test('is added with a warning where the bot may make no events', async () => {
    const { discord, channels, ana } = await openWhole();
    const rights = String(BigInt(ordinaryRights) & ~(1n << 44n));
    discord.state.servers.set(guildId, { name: 'Sample server', rights });
    const options = { action: 'add', name: 'all', channel: 'calendar', language: 'en' };
    const answer = await ana.answerTo(ana.command(channels[0] ?? '', { name: 'audience', options }));
    expect(textOf(answer)).toContain('give it the permission to create events');
  });

  /** An announcement of an event that stands in two channels and in the calendar, in which Ana has marked it. */
  async function announce() {
    const whole = await openWhole();
    const { store, discord, channels, ana, press } = whole;
    await store.audiences.putChannel('all', { channel: calendar, language: 'en', topics: [] });
    const startAt = Math.ceil((Date.now() + 10 * dayMs) / 60_000) * 60_000;
    ana.command(channels[0] ?? '', {
      name: 'announce',
      file: { name: 'a.md', text: fileOf(startAt, 'The assembly opens') },
    });
    await press(/^Post/);
    await waitUntil('the event', () => discord.events.all().length > 0);
    const [made] = discord.events.all();
    if (made === undefined) throw new Error('no event');
    discord.events.move(made.id, { interested: [ana.user.id] });
    return { ...whole, startAt, made };
  }

  test('gets the event of an announcement, which changes with it and is cancelled when that is taken back', async () => {
    const { discord, ana, press, startAt, made } = await announce();
    expect(made).toMatchObject({ name: 'The assembly opens', location: 'Harbour Hall', startAt, status: 1 });
    const form = await ana.modalOf(await press(/^Change the text/));
    ana.submit(form, { 'title.en': 'The assembly moves' });
    await press(/^(?:Preview|Show the preview)$/);
    await press(/^Change it in/);
    await waitUntil('the change', () => discord.events.all()[0]?.name === 'The assembly moves');
    expect(discord.events.all()).toMatchObject([{ id: made.id, interested: [ana.user.id], startAt, status: 1 }]);

    await press(/^Take back/);
    await press(/^Yes, take back/);
    await waitUntil('the cancelling', () => discord.events.all()[0]?.status === 4);
    expect(discord.requests.filter(({ method, path }) => method === 'DELETE' && path.includes('events'))).toEqual([]);
    expect(discord.refused.filter(({ request }) => request.method !== 'DELETE')).toEqual([]);
  });

  test('gets the event anew when it was cancelled and takes place after all', async () => {
    const { discord, channels, ana, press } = await announce();
    await press(/^Cancel the event/);
    await press(/^Change it in/);
    await waitUntil('the cancelling', () => discord.events.all()[0]?.status === 4);
    await waitUntil('the copies to say so', () =>
      channels.every((channel) => /[Cc]ancel/.test(discord.visible(channel)[0] ?? '')),
    );
    for (const channel of channels) expect(discord.visible(channel)[0]).not.toContain('<t:');

    const preview = await ana.answerTo(await press(/^The event takes place after all/));
    const isNewer = ({ id }: { readonly id: string }) => BigInt(id) > BigInt(preview.id);
    const buttons = () =>
      discord.state.messages.find((message) => isNewer(message) && /Change it/.test(textOf(message)));
    await waitUntil('its buttons', () => buttons() !== undefined);
    ana.press(buttons() ?? preview, 'Change it in');
    await waitUntil('the event', () => discord.events.all().length === 2);
    expect(discord.events.all().map(({ status }) => status)).toEqual([4, 1]);
    expect(discord.refused.filter(({ request }) => request.method !== 'DELETE')).toEqual([]);
  });
});
