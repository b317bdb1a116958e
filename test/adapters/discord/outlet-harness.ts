import { createApi } from '../../../adapters/discord/api.ts';
import { createChannels } from '../../../adapters/discord/channels.ts';
import { createOutlet } from '../../../adapters/discord/outlet.ts';
import type { Outlet } from '../../../src/chat/outlet.ts';
import { createLog } from '../../../src/log.ts';
import type { OutletRoom } from '../../contract/outlet-contract.ts';
import { discordToken, openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { bot } from '../../fakes/discord/state.ts';

export const silentLog = createLog('silent', { write: () => undefined });

/** The right to send messages, taken from everybody. */
export const noSending = [{ id: '900000000000000001', type: 0, allow: '0', deny: String(1n << 11n) }];

const now = () => Date.now();
const idOf = (destination: string) => destination.replace('discord:', '');

export function outletOf(discord: FakeDiscord): Outlet {
  const api = createApi({ token: discordToken, apiUrl: discord.apiUrl, requestMs: 1000 });
  return createOutlet({ api, channels: createChannels(api, 'discord', now), clock: now, log: silentLog });
}

export async function openOutletRoom(): Promise<OutletRoom> {
  const discord = await openDiscord();
  const seen = (destination: string) =>
    discord.state.in(idOf(destination)).filter(({ author }) => author.id === bot.id);
  return {
    outlet: outletOf(discord),
    channel: `discord:${discord.state.addChannel()}`,
    otherChannel: `discord:${discord.state.addChannel()}`,
    missingChannel: 'discord:123456789012345678',
    forbiddenChannel: `discord:${discord.state.addChannel({ overwrites: noSending })}`,
    visible: async (channel) => discord.visible(idOf(channel)),
    received: async (channel) => seen(channel).map(({ body }) => body),
    notified: async (channel) => seen(channel).filter(({ notified }) => notified).length,
    crowd: async (channel, count) => {
      for (let index = 0; index < count; index += 1) {
        discord.state.write(
          idOf(channel),
          { id: '900000000000000077', name: 'Ana' },
          { content: `Message ${index}`, allowed_mentions: { parse: [] } },
        );
      }
    },
    trouble: async (trouble) => {
      if (trouble === 'disappear') await discord.silence();
      else discord.trouble(trouble);
    },
    calm: async () => {
      discord.forgetTroubles();
      await discord.listen();
    },
    close: async () => await discord.close(),
  };
}
