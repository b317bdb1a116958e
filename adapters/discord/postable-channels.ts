import { ChannelType, type Client } from 'discord.js';

export interface PostableChannel {
  readonly id: string;
  readonly name: string;
  readonly server: string;
}

/** The channels of all servers in which the bot may write, from memory. */
export function postableChannels(client: Client): PostableChannel[] {
  return [...client.channels.cache.values()].flatMap((channel) => {
    if (channel.isDMBased() || channel.isThread()) return [];
    if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement) return [];
    const { me } = channel.guild.members;
    if (me === null || !channel.permissionsFor(me).has(['ViewChannel', 'SendMessages'])) return [];
    return [{ id: channel.id, name: channel.name, server: channel.guild.name }];
  });
}

export interface ServerCalendar {
  readonly guildId: string;
  readonly server: string;
}

/** The servers in whose calendar the bot may make events, from memory. */
export function serverCalendars(client: Client): ServerCalendar[] {
  return [...client.guilds.cache.values()]
    .filter(({ members }) => members.me?.permissions.has('CreateEvents') === true)
    .map(({ id, name }) => ({ guildId: id, server: name }));
}
