import { afterEach, describe, expect, test } from 'vitest';
import type { Handle } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { openDiscordRoom, type OpenDiscordRoom } from './discord-harness.ts';
import { announceSpecs } from './sample-form.ts';

const rooms: OpenDiscordRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const channelId = '910000000000000001';

/** A room with a question of a member in the secretariat's channel. */
async function open() {
  const heard: Incoming[] = [];
  const text = { en: 'R', es: 'R', fr: 'R' };
  const specs = [...announceSpecs, { name: 'relay', description: text, hidden: true, options: [] } as const];
  const handle: Handle = async (incoming) => {
    heard.push(incoming);
    const isAside = incoming.kind === 'command' && incoming.options['text'] === 'Nice!';
    return { language: 'en', body: markdown('Passed on.'), private: true, ...(isAside ? { aside: true } : {}) };
  };
  const core = sampleCore(handle, specs);
  const room = await openDiscordRoom(core, { secretariatChannel: `discord:${channelId}` }, ({ state }) => {
    state.channels.set(channelId, { id: channelId, type: 0, name: 'desk', overwrites: [] });
  });
  rooms.push(room);
  const { discord, adapter } = room;
  const post = adapter.outlet?.render({ language: 'en', title: 'A question', body: markdown('Who?') });
  await adapter.outlet?.send(`discord:${channelId}`, post?.payload ?? '', 'f1');
  const [question] = discord.state.in(channelId);
  if (question === undefined) throw new Error('no question');
  return { ...room, heard, question };
}

describe('the secretariat’s channel on Discord', () => {
  test('an answer to a question that was passed on goes to the core, and not into a thread', async () => {
    const { discord, finished, heard, question } = await open();
    const ana = createPerson(discord, 'Ana');
    const answer = ana.write(channelId, 'Ask Ben.', question);
    await finished(answer.id);
    const options = { messageId: `${channelId}/${question.id}`, text: 'Ask Ben.', reply: answer.id };
    expect(heard).toMatchObject([{ kind: 'command', name: 'relay', options }]);
    expect(discord.visible(ana.directChannel)).toEqual(['Passed on.']);
    await finished(ana.write(channelId, 'Nice!', question).id);
    expect(discord.visible(ana.directChannel)).toHaveLength(1);
    expect(discord.state.channels.has(answer.id)).toBe(false);
  });

  test('what became of an answer is said there when the person takes no direct messages', async () => {
    const { discord, finished, question } = await open();
    const ana = createPerson(discord, 'Ana', { closed: true });
    const answer = ana.write(channelId, 'Ask Ben.', question);
    await finished(answer.id);
    expect(discord.visible(channelId).slice(1)).toEqual(['Passed on.']);
    expect(discord.state.in(channelId).at(-1)?.reference).toBe(answer.id);
  });
});
