import { afterEach, describe, expect, test } from 'vitest';
import type { Core, Handle } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import type { DiscordTrouble } from '../../fakes/discord/server.ts';
import { textOf } from '../../fakes/discord/state.ts';
import { openDiscordRoom, type OpenDiscordRoom } from './discord-harness.ts';
import { announceSpecs, announcingCore } from './sample-form.ts';

const rooms: OpenDiscordRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

async function open(core: Core) {
  const channel = { id: '' };
  const room = await openDiscordRoom(core, {}, (discord) => {
    channel.id = discord.state.addChannel({ name: 'general' });
  });
  rooms.push(room);
  return { ...room, channelId: channel.id };
}

/** A core that notes what it hears and gives it back. */
function echo() {
  const heard: Incoming[] = [];
  const handle: Handle = async (incoming) => {
    heard.push(incoming);
    const said = incoming.kind === 'message' ? incoming.text : JSON.stringify(incoming.options);
    return { language: 'en', body: markdown(`Heard: ${said}`) };
  };
  return { core: sampleCore(handle, announceSpecs), heard };
}

describe('asking on Discord', () => {
  test('a mention in a channel is answered in a thread of its own, and a reply in it goes on there', async () => {
    const { core, heard } = echo();
    const { discord, channelId, finished } = await open(core);
    const ana = createPerson(discord, 'Ana', { roles: ['900000000000000010'] });
    const question = ana.mention(channelId, 'How many members?');
    await finished(question.id);
    expect(discord.visible(channelId)).toEqual([]);
    expect(discord.visible(question.id)).toEqual(['Heard: How many members?']);
    const [answer] = discord.state.in(question.id);
    if (answer === undefined) throw new Error('no answer');
    await finished(ana.write(question.id, 'And in 2023?', answer).id);
    expect(discord.visible(question.id)).toEqual(['Heard: How many members?', 'Heard: And in 2023?']);
    expect(heard.map(({ conversationId }) => conversationId)).toEqual([
      `discord:${question.id}`,
      `discord:${question.id}`,
    ]);
    expect(heard[0]?.person).toEqual({
      id: `discord:${ana.user.id}`,
      name: 'Ana',
      groups: expect.arrayContaining(['discord:900000000000000010']),
    });
    expect(heard[0]?.channel).toBe(`discord:${channelId}`);
    expect(discord.refused).toEqual([]);
  });

  test('what is said in the thread without a reply cannot be read, which is said once', async () => {
    const { discord, channelId, finished } = await open(echo().core);
    const ana = createPerson(discord, 'Ana');
    const question = ana.mention(channelId, 'How many members?');
    await finished(question.id);
    ana.write(question.id, 'And before?');
    await waitUntil('the hint', () => discord.visible(question.id).length === 2);
    expect(discord.visible(question.id)[1]).toContain('reply to my message');
    ana.write(question.id, 'Hello?');
    await finished(ana.mention(question.id, 'And before?').id);
    expect(discord.visible(question.id)).toHaveLength(3);
  });

  test('a mention is answered below it where no thread may be opened', async () => {
    const { discord, finished } = await open(echo().core);
    const closed = discord.state.addChannel({
      overwrites: [{ id: '900000000000000001', type: 0, allow: '0', deny: String(1n << 35n) }],
    });
    discord.gateway.drop();
    await waitUntil('the connection', () => discord.gateway.isOpen());
    const ana = createPerson(discord, 'Ana');
    discord.gateway.dispatch('CHANNEL_CREATE', {
      id: closed,
      type: 0,
      guild_id: '900000000000000001',
      name: 'closed',
      position: 1,
      permission_overwrites: [],
      flags: 0,
    });
    const question = ana.mention(closed, 'Who?');
    await finished(question.id);
    expect(discord.visible(closed)).toEqual(['Heard: Who?']);
    expect(discord.state.in(closed).at(-1)?.reference).toBe(question.id);
  });

  test('/ask is answered for everybody, and for one when asked for in private, whole when long', async () => {
    const long = Array.from({ length: 300 }, (_, index) => `Paragraph p${index}x has some words.`).join('\n\n');
    const { discord, channelId } = await open(
      sampleCore(async () => ({ language: 'en', body: markdown(long) }), announceSpecs),
    );
    const ana = createPerson(discord, 'Ana');
    for (const isPrivate of [false, true]) {
      const before = discord.state.messages.length;
      const asked = ana.command(channelId, { name: 'ask', options: { question: 'All?', private: isPrivate } });
      await ana.answerTo(asked);
      const parts = () => discord.state.messages.slice(before);
      await waitUntil('all parts', () => parts().some((message) => textOf(message).includes('p299x')));
      const text = parts().map(textOf).join('\n');
      expect(text.match(/p\d+x/g)).toEqual(Array.from({ length: 300 }, (_, index) => `p${index}x`));
      expect(parts().map(({ seenBy }) => seenBy)).toEqual(parts().map(() => (isPrivate ? ana.user.id : undefined)));
    }
    expect(discord.refused).toEqual([]);
  });

  test.each([
    ['es-419', 'es'],
    ['es-ES', 'es'],
    ['fr', 'fr'],
    ['en-GB', 'en'],
    ['pt-BR', undefined],
  ])('a person whose Discord speaks %s is heard with the locale %s', async (locale, expected) => {
    const { core, heard } = echo();
    const { discord, channelId, finished } = await open(core);
    const ana = createPerson(discord, 'Ana', { locale });
    await ana.answerTo(ana.command(channelId, { name: 'ask', options: { question: 'Who?' } }));
    // Discord tells the language of a message's author only with commands; it is remembered.
    await finished(ana.say('Who?').id);
    expect(heard.map((incoming) => incoming.locale)).toEqual([expected, expected]);
  });

  test('the command on a message asks what stands in it, for one person', async () => {
    const { discord, channelId } = await open(echo().core);
    const [ana, ben] = [createPerson(discord, 'Ana'), createPerson(discord, 'Ben')];
    const message = ben.write(channelId, 'When is the assembly?');
    const answer = await ana.answerTo(ana.askAbout(channelId, message));
    expect(textOf(answer)).toBe('Heard: When is the assembly?');
    expect(answer.seenBy).toBe(ana.user.id);
  });

  test('buttons say whether the answer helped, take a comment, and show the whole section to whoever presses', async () => {
    const heard: Incoming[] = [];
    const { discord, channelId } = await open(announcingCore(heard));
    const ana = createPerson(discord, 'Ana');
    const answer = await ana.answerTo(ana.command(channelId, { name: 'ask', options: { question: 'Who?' } }));
    expect(textOf(await ana.answerTo(ana.press(answer, 'Read it all')))).toBe('Did read.');
    const thanks = await ana.answerTo(ana.press(answer, 'Not helpful'));
    expect(thanks.seenBy).toBe(ana.user.id);
    const form = await ana.modalOf(ana.press(thanks, 'Add a comment'));
    await ana.answerTo(ana.submit(form, { comment: 'The year was missing.' }));
    const said = heard.flatMap((incoming) => (incoming.kind === 'command' ? [[incoming.name, incoming.options]] : []));
    expect(said).toEqual([
      ['ask', { question: 'Who?' }],
      ['read', { section: 'page#one' }],
      ['feedback', { question: 'q1', verdict: 'notHelpful' }],
      ['feedback', { question: 'q1', verdict: 'notHelpful', comment: 'The year was missing.' }],
    ]);
    expect(discord.refused).toEqual([]);
  });

  test('suggestions come while a question is typed: at most 25, none too long for Discord', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      name: `Question ${index} ${'x'.repeat(index * 5)}`,
      value: 'v'.repeat(index * 3 + 1),
    }));
    const core: Core = { ...echo().core, suggest: (typed, locale) => (typed === 'mem' && locale === 'fr' ? many : []) };
    const { discord, channelId } = await open(core);
    const ana = createPerson(discord, 'Ana', { locale: 'fr' });
    const typing = ana.type(channelId, 'ask', 'question', 'mem');
    await waitUntil('choices', () => typing.choices !== undefined);
    expect(typing.choices).toHaveLength(25);
    for (const { name, value } of typing.choices ?? [])
      expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
    const channels = ana.type(channelId, 'audience', 'channel', '#gen');
    await waitUntil('choices', () => channels.choices !== undefined);
    expect(channels.choices).toEqual([{ name: '#general · Sample server', value: `discord:${channelId}` }]);
  });

  test.each<readonly DiscordTrouble[]>([
    ['resetAfter'],
    ['errorAfter'],
    ['hang'],
    ['garbled'],
    ['resetBefore'],
    ['late'],
    ['throttle', 'resetAfter'],
  ])('a question is answered once when the network is bad: %s', async (...troubles) => {
    const { discord, channelId, finished } = await open(echo().core);
    const ana = createPerson(discord, 'Ana');
    discord.trouble(...troubles);
    await finished(ana.say('Who?').id);
    expect(discord.visible(ana.directChannel)).toEqual(['Heard: Who?']);
    // The deferral meets the trouble, and then the answer itself. Discord does not throttle the first of them.
    const places = troubles.includes('throttle') ? [1] : [0, 1];
    for (const at of places) {
      const asked = ana.command(channelId, { name: 'ask', options: { question: 'Who?' } });
      if (at === 0) discord.trouble(...troubles);
      else {
        await waitUntil('the deferral', () => asked.acknowledged);
        discord.trouble(...troubles);
      }
      await ana.answerTo(asked);
      await finished(asked.id);
      discord.forgetTroubles();
    }
    expect(discord.visible(channelId)).toEqual(places.map(() => 'Heard: {"question":"Who?"}'));
  });

  test.each(['drop', 'forget'] as const)(
    'a question during which the connection breaks (%s) is answered once',
    async (kind) => {
      const asked = Promise.withResolvers<void>();
      const ready = Promise.withResolvers<void>();
      const { discord, finished } = await open(
        sampleCore(async () => {
          asked.resolve();
          await ready.promise;
          return { language: 'en', body: markdown('At last.') };
        }),
      );
      const ana = createPerson(discord, 'Ana');
      const question = ana.say('Who?');
      await asked.promise;
      const { identifies, resumes } = discord.gateway.seen;
      discord.gateway[kind]();
      await waitUntil('a new connection', () =>
        kind === 'drop' ? discord.gateway.seen.resumes > resumes : discord.gateway.seen.identifies > identifies,
      );
      // The gateway tells what it cannot know to have arrived again.
      discord.gateway.repeat();
      ready.resolve();
      await finished(question.id);
      const other = ana.say('And now?');
      await finished(other.id);
      expect(discord.visible(ana.directChannel)).toEqual(['At last.', 'At last.']);
    },
  );
});
