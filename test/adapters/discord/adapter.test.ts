import { afterEach, describe, expect, test } from 'vitest';
import { sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { adapterOn } from './discord-harness.ts';
import { announceSpecs } from './sample-form.ts';

const opened: FakeDiscord[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((discord) => discord.close()));
});

async function open(): Promise<FakeDiscord> {
  const discord = await openDiscord();
  opened.push(discord);
  return discord;
}

describe('createDiscordAdapter()', () => {
  test('start() with a token that Discord does not know says what to do, and not the token', async () => {
    const discord = await open();
    const adapter = adapterOn(discord, { token: 'not-the-token-of-the-bot' });
    const error: unknown = await adapter.start(sampleCore()).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'unauthorized', hint: expect.stringContaining('DISCORD_TOKEN') });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('not-the-token');
    expect(adapter.status().running).toBe(false);
    await adapter.stop();
  });

  test('start() where Discord cannot be reached is refused, and works when it can', async () => {
    const discord = await open();
    await discord.silence();
    const adapter = adapterOn(discord);
    await expect(adapter.start(sampleCore())).rejects.toMatchObject({ code: 'unavailable' });
    await discord.listen();
    await adapter.start(sampleCore());
    expect(adapter.status()).toEqual({ running: true, detail: 'assistant, on 1 server' });
    await adapter.stop();
  });

  test('start() registers the commands, and writes nothing at the second start', async () => {
    const discord = await open();
    for (let starts = 0; starts < 2; starts += 1) {
      const adapter = adapterOn(discord);
      await adapter.start(sampleCore(undefined, announceSpecs));
      await adapter.stop();
    }
    expect(discord.commands.writes).toBe(1);
    expect(discord.refused).toEqual([]);
  });

  test('creating it connects to nothing, and its outlet works without start()', async () => {
    const discord = await open();
    const { outlet } = adapterOn(discord);
    expect(discord.requests).toEqual([]);
    expect(await outlet?.check(`discord:${discord.state.addChannel({ name: 'news' })}`, false, 'en')).toEqual({
      ok: true,
      name: '#news',
    });
    expect(discord.gateway.seen.identifies).toBe(0);
  });

  test('start() answers the heartbeats that the gateway asks for', async () => {
    const discord = await open();
    discord.gateway.beatEvery(50);
    const adapter = adapterOn(discord);
    await adapter.start(sampleCore());
    await waitUntil('two heartbeats', () => discord.gateway.seen.heartbeats >= 2);
    await adapter.stop();
  });
});
