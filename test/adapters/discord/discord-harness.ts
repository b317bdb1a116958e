import { createDiscordAdapter, type DiscordOptions } from '../../../adapters/discord/adapter.ts';
import type { Adapter, Core } from '../../../src/chat/adapter.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { discordToken, openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { silentLog } from './outlet-harness.ts';

export interface OpenDiscordRoom {
  readonly discord: FakeDiscord;
  readonly adapter: Adapter;
  /** Waits until what somebody did (`discord:…` and its number) has been answered for good. */
  readonly finished: (id: string) => Promise<void>;
  close(): Promise<void>;
}

export function adapterOn(discord: FakeDiscord, options: Partial<DiscordOptions> = {}): Adapter {
  return createDiscordAdapter({
    token: discordToken,
    apiUrl: discord.apiUrl,
    requestMs: 1000,
    log: silentLog,
    clock: () => Date.now(),
    ...options,
  });
}

/** The room, started against a Discord of its own. */
export async function openDiscordRoom(
  core: Core,
  options: Partial<DiscordOptions> = {},
  prepare?: (discord: FakeDiscord) => void,
): Promise<OpenDiscordRoom> {
  const discord = await openDiscord();
  prepare?.(discord);
  const adapter = adapterOn(discord, options);
  const done = new Set<string>();
  await adapter.start({
    ...core,
    begin: async (eventId) => {
      const turn = await core.begin(eventId);
      if (typeof turn === 'string') return turn;
      const finish = async () => {
        await turn.finish();
        done.add(eventId);
      };
      return { again: turn.again, finish };
    },
  });
  return {
    discord,
    adapter,
    finished: (id) => waitUntil(`${id} to be answered`, () => done.has(`discord:${id}`)),
    close: async () => {
      await adapter.stop();
      await discord.close();
    },
  };
}

/** What people read of Discord's markdown. */
export function shownText(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])|^(?:-# |#{1,3} |> )|\*\*|~~|```|[*`]/gm, '$1');
}
