import { createApi } from '../../../adapters/discord/api.ts';
import { createCalendar } from '../../../adapters/discord/calendar.ts';
import { createChannels } from '../../../adapters/discord/channels.ts';
import type { Outlet } from '../../../src/chat/outlet.ts';
import type { OutletRoom } from '../../contract/outlet-contract.ts';
import { discordToken, openDiscord, type FakeDiscord } from '../../fakes/discord/server.ts';
import { guildId, ordinaryRights } from '../../fakes/discord/state.ts';

const otherServer = '900000000000000201';
const closedServer = '900000000000000202';
/** What everybody has, without the right to make events. */
const withoutEvents = String(BigInt(ordinaryRights) & ~(1n << 44n));

export function calendarOf(discord: FakeDiscord, clock: () => number = Date.now): Outlet {
  const api = createApi({ token: discordToken, apiUrl: discord.apiUrl, requestMs: 1000 });
  return createCalendar({ api, channels: createChannels(api, 'discord', clock), clock });
}

export async function openCalendarRoom(): Promise<OutletRoom> {
  const discord = await openDiscord();
  discord.state.servers.set(otherServer, { name: 'Other server', rights: ordinaryRights });
  discord.state.servers.set(closedServer, { name: 'Closed server', rights: withoutEvents });
  return {
    outlet: calendarOf(discord),
    channel: `discord-calendar:${guildId}`,
    otherChannel: `discord-calendar:${otherServer}`,
    missingChannel: 'discord-calendar:123456789012345678',
    forbiddenChannel: `discord-calendar:${closedServer}`,
    visible: async (channel) => discord.coming(channel.replace('discord-calendar:', '')),
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
