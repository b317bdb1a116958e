import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Api } from './api.ts';
import { permissionsIn } from './permissions.ts';

const overwrite = z.object({ id: z.string(), allow: z.string(), deny: z.string() });
const channelShape = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwrite).nullish(),
  thread_metadata: z.object({ archived: z.boolean(), locked: z.boolean().optional() }).optional(),
});
const userShape = z.object({ id: z.string() });
const memberShape = z.object({ roles: z.array(z.string()) });
const rolesShape = z.array(z.object({ id: z.string(), permissions: z.string() }));

export type Channel = z.infer<typeof channelShape>;

/** Channel types: announcements of a server; threads; what holds no messages by itself or is no text. */
export const channelType = {
  text: 0,
  direct: 1,
  announcement: 5,
  threads: [10, 11, 12],
  withText: [0, 1, 2, 3, 5, 10, 11, 12, 13],
};

/** As long is what was learned of rights believed: several channels are asked about at once. */
const rightsMs = 10_000;
const knownLimit = 5000;

/** What Discord says about channels and about what the bot may do there. */
export interface Channels {
  /** The id of a channel: that of a destination, or of the direct conversation with the person that it names. */
  resolve(destination: string): Promise<string>;
  get(id: string): Promise<Channel>;
  /** From memory where it is known, because it never changes. */
  placeOf(id: string): Promise<{ readonly guildId?: string; readonly type: number }>;
  /** What the bot may do in a channel of a server; undefined in direct conversations. */
  rightsIn(channel: Channel): Promise<bigint | undefined>;
  /** What the bot may do on a server as a whole. */
  rightsOn(guildId: string): Promise<bigint>;
  /** The number of the bot among Discord's users. */
  ownId(): Promise<string>;
}

export function createChannels(api: Api, platform: string, clock: Clock): Channels {
  const places = new Map<string, { readonly guildId?: string; readonly type: number }>();
  const direct = new Map<string, string>();
  const rights = new Map<string, { readonly at: number; readonly value: Promise<GuildRights> }>();
  let ownUser: string | undefined;

  async function get(id: string): Promise<Channel> {
    const channel = await api.request('get', `/channels/${id}`, channelShape, 'Looking at a channel');
    keep(places, id, { type: channel.type, ...(channel.guild_id === undefined ? {} : { guildId: channel.guild_id }) });
    return channel;
  }

  async function resolve(destination: string): Promise<string> {
    const parts = /^([a-z]+):(?:(@)(\d{5,20})|(?:\d{5,20}\/)?(\d{5,20}))$/.exec(destination);
    if (parts === null || parts[1] !== platform) {
      throw new AppError('refused', 'A channel of Discord is named by its number.', { reason: 'noSuchChannel' });
    }
    const [, , person, user = '', channel = ''] = parts;
    if (person === undefined) return channel;
    const known = direct.get(user);
    if (known !== undefined) return known;
    const opened = await api.request('post', '/users/@me/channels', userShape, 'Opening a direct conversation', {
      body: { recipient_id: user },
    });
    keep(direct, user, opened.id);
    return opened.id;
  }

  async function ownId(): Promise<string> {
    ownUser ??= (await api.request('get', '/users/@me', userShape, 'Looking at the bot itself')).id;
    return ownUser;
  }

  async function loadRights(guildId: string): Promise<GuildRights> {
    const doing = 'Looking at the permissions of the bot';
    const userId = await ownId();
    const [member, roles] = await Promise.all([
      api.request('get', `/guilds/${guildId}/members/${userId}`, memberShape, doing),
      api.request('get', `/guilds/${guildId}/roles`, rolesShape, doing),
    ]);
    return { userId, memberRoles: member.roles, roles };
  }

  function guildRights(guildId: string): Promise<GuildRights> {
    const known = rights.get(guildId);
    if (known !== undefined && clock() - known.at < rightsMs) return known.value;
    const value = loadRights(guildId);
    value.catch(() => rights.delete(guildId));
    keep(rights, guildId, { at: clock(), value });
    return value;
  }

  return {
    resolve,
    get,
    placeOf: async (id) => {
      const known = places.get(id);
      if (known !== undefined) return known;
      await get(id);
      return places.get(id) ?? { type: channelType.text };
    },
    async rightsIn(channel) {
      if (channel.guild_id === undefined) return undefined;
      const isThread = channelType.threads.includes(channel.type) && typeof channel.parent_id === 'string';
      const place = isThread ? await get(channel.parent_id ?? '') : channel;
      const own = await guildRights(channel.guild_id);
      return permissionsIn({ guildId: channel.guild_id, ...own, overwrites: place.permission_overwrites ?? [] });
    },
    rightsOn: async (guildId) => permissionsIn({ guildId, ...(await guildRights(guildId)), overwrites: [] }),
    ownId,
  };
}

interface GuildRights {
  readonly userId: string;
  readonly memberRoles: readonly string[];
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > knownLimit && oldest !== undefined) map.delete(oldest);
}
