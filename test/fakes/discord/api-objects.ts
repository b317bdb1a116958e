import {
  bot,
  guildId,
  ordinaryRights,
  type FakeChannel,
  type FakeMessage,
  type FakeServer,
  type FakeUser,
  type State,
} from './state.ts';

// What Discord's REST interface and gateway say about people, channels and messages.

export function rolesOf(serverId: string, { rights }: FakeServer) {
  return [
    { id: serverId, name: '@everyone', permissions: rights },
    { id: '900000000000000010', name: 'Secretariat', permissions: '0' },
    { id: '900000000000000011', name: 'Assistant', permissions: String(1n << 17n) },
  ].map((role, position) => ({
    ...role,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    position,
    flags: 0,
  }));
}

export const secretariatRole = '900000000000000010';
export const assistantRole = '900000000000000011';

export function userObject({ id, name, bot: isBot = false }: FakeUser) {
  return { id, username: name, global_name: name, discriminator: '0', avatar: null, bot: isBot, public_flags: 0 };
}

export function memberObject(user: FakeUser) {
  return {
    user: userObject(user),
    nick: null,
    avatar: null,
    roles: user.id === bot.id ? [assistantRole] : (user.roles ?? []),
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    permissions: ordinaryRights,
    communication_disabled_until: null,
  };
}

export function channelObject(channel: FakeChannel) {
  if (channel.recipient !== undefined) {
    return { id: channel.id, type: 1, last_message_id: null, flags: 0, recipients: [userObject(channel.recipient)] };
  }
  const isThread = channel.parentId !== undefined;
  return {
    id: channel.id,
    type: channel.type,
    guild_id: guildId,
    name: channel.name ?? '',
    position: 0,
    flags: 0,
    parent_id: channel.parentId ?? null,
    last_message_id: null,
    ...(isThread
      ? {
          owner_id: bot.id,
          message_count: 0,
          member_count: 2,
          rate_limit_per_user: 0,
          thread_metadata: {
            archived: false,
            auto_archive_duration: 1440,
            archive_timestamp: '2026-01-01T00:00:00.000000+00:00',
            locked: false,
            create_timestamp: '2026-01-01T00:00:00.000000+00:00',
          },
        }
      : { topic: null, nsfw: false, rate_limit_per_user: 0, permission_overwrites: channel.overwrites }),
  };
}

export function guildObject(state: State, locale: string) {
  const server = state.servers.get(guildId) ?? { name: '', rights: '0' };
  const channels = [...state.channels.values()].filter(({ recipient }) => recipient === undefined);
  return {
    id: guildId,
    name: server.name,
    icon: null,
    owner_id: '900000000000000099',
    preferred_locale: locale,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    features: [],
    mfa_level: 0,
    system_channel_flags: 0,
    premium_tier: 0,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    large: false,
    unavailable: false,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    member_count: 2,
    roles: rolesOf(guildId, server),
    emojis: [],
    stickers: [],
    voice_states: [],
    members: [memberObject(bot)],
    channels: channels.filter(({ parentId }) => parentId === undefined).map(channelObject),
    threads: channels.filter(({ parentId }) => parentId !== undefined).map(channelObject),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A message as it is answered; its nonce never comes back. */
export function messageObject(message: FakeMessage) {
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.reference === undefined ? 0 : 19,
    author: userObject(message.author),
    content: message.content,
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: message.notified,
    mentions: [],
    mention_roles: [],
    attachments: message.attachments.map(({ id, name, text }) => ({
      id,
      filename: name,
      size: Buffer.byteLength(text),
      url: `https://cdn.example/${id}`,
      proxy_url: `https://cdn.example/${id}`,
    })),
    embeds: [],
    pinned: false,
    flags: message.flags,
    components: message.components,
    ...(message.reference === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            channel_id: message.channelId,
            guild_id: guildId,
            message_id: message.reference,
          },
        }),
  };
}
