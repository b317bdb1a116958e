import { afterEach, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/chat/adapter.ts';
import type { Posted } from '../../../src/chat/outlet.ts';
import { markdown } from '../../contract/sample-core.ts';
import { createPerson } from '../../fakes/discord/people.ts';
import { textOf } from '../../fakes/discord/state.ts';
import { adapterOn, openDiscordRoom, type OpenDiscordRoom } from './discord-harness.ts';
import { announcingCore } from './sample-form.ts';

const rooms: OpenDiscordRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

async function open({ closed = false } = {}) {
  const kept: Posted[] = [];
  const core: Core = { ...announcingCore(), keepUpToDate: async (_id, message) => void kept.push(message) };
  const channel = { id: '' };
  const room = await openDiscordRoom(core, {}, (discord) => {
    channel.id = discord.state.addChannel({ name: 'secretariat' });
  });
  rooms.push(room);
  const ana = createPerson(room.discord, 'Ana', { roles: ['900000000000000010'], closed });
  const file = { name: 'a.md', text: 'long enough' };
  const preview = await ana.answerTo(ana.command(channel.id, { name: 'announce', file }));
  return { ...room, core, kept, ana, preview };
}

describe('a report on Discord', () => {
  test('stays one message, also across a restart and when it was brought up to date before', async () => {
    const { discord, adapter, core, kept, ana, preview } = await open();
    await ana.answerTo(ana.press(preview, 'Post now'));
    const [report] = kept;
    if (report === undefined) throw new Error('no report');
    const confirm = { action: 'confirm', id: 'draft1' };
    await adapter.update?.(report, {
      language: 'en',
      body: markdown('2 sent.'),
      reportsOn: 'draft1',
      actions: [{ kind: 'command', label: 'Again', command: 'announcement', options: confirm }],
    });
    expect(discord.visible(ana.directChannel)).toEqual(['2 sent.\nAgain']);
    await adapter.stop();
    // Nonces are known for a few minutes only.
    discord.state.nonces.clear();
    const other = adapterOn(discord);
    await other.start(core);
    const note = await ana.answerTo(ana.press(preview, 'Post now'));
    expect(discord.visible(ana.directChannel)).toEqual(['1 sent, 0 waiting.']);
    expect(textOf(note)).toContain(report.messageId);
    await other.stop();
    expect(discord.refused).toEqual([]);
  });

  test('is shown where it was asked for when the person takes no direct messages', async () => {
    const { discord, kept, ana, preview } = await open({ closed: true });
    const note = await ana.answerTo(ana.press(preview, 'Post now'));
    expect(textOf(note)).toContain('1 sent, 0 waiting.');
    expect(kept).toEqual([]);
    expect(discord.visible(ana.directChannel)).toEqual([]);
  });
});
