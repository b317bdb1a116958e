import { z } from 'zod';
import type { Outlet, Posted } from '../../src/chat/outlet.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Api, Request } from './api.ts';
import { sendWithFile } from './attachment.ts';
import { channelType, type Channel, type Channels } from './channels.ts';
import { checkDestination } from './check-destination.ts';
import { limits } from './limits.ts';
import { mark, readMark } from './marker.ts';
import { messageFlag } from './payload.ts';
import { permission } from './permissions.ts';
import { platform } from './platform.ts';
import { renderPost } from './post.ts';
import { retrying, whenHarmless } from './retry.ts';

const messageShape = z.looseObject({ id: z.string(), flags: z.number().optional() });
const historyShape = z.array(messageShape);
/** Deleting is answered with nothing. */
const nothingShape = z.instanceof(ArrayBuffer).refine((answer) => answer.byteLength === 0);
const payloadShape = z.looseObject({
  components: z.array(z.unknown()),
  crosspost: z.boolean().optional(),
  calendar: z.string().optional(),
});

export interface OutletParts {
  readonly api: Api;
  readonly channels: Channels;
  readonly clock: Clock;
  readonly log: Log;
}

/** The way out to Discord's channels, over its REST interface alone. A message is named `channel/message`. */
export function createOutlet({ api, channels, clock, log }: OutletParts): Outlet {
  async function posted(channelId: string, messageId: string): Promise<Posted> {
    const id = { messageId: `${channelId}/${messageId}` };
    // The message stands; that its address cannot be told is no reason to say otherwise.
    const place = await channels.placeOf(channelId).catch(() => undefined);
    if (place === undefined) return id;
    return { ...id, url: `https://discord.com/channels/${place.guildId ?? '@me'}/${channelId}/${messageId}` };
  }

  async function passOn(channelId: string, messageId: string): Promise<void> {
    try {
      const { type } = await channels.placeOf(channelId);
      if (type !== channelType.announcement) return;
      const route = `/channels/${channelId}/messages/${messageId}/crosspost` as const;
      const doing = 'Passing a message on to the followers of a channel';
      // The message stands: nothing but this is repeated, and doing it twice is refused.
      await retrying(whenHarmless, () => api.request('post', route, messageShape, doing), limits.passOnWaitMs);
    } catch (error) {
      const { code, message } = error instanceof AppError ? error : { code: 'unknown', message: 'unexpected' };
      log.warn({ room: platform, channel: channelId, code, problem: message }, 'a post was not passed on');
    }
  }

  async function find(to: string, key: string): Promise<Posted | undefined> {
    const channelId = await channels.resolve(to);
    const doing = 'Looking for a message in a channel';
    let before: string | undefined;
    for (let page = 0; page < limits.historyPages; page += 1) {
      const messages = await api.request('get', `/channels/${channelId}/messages`, historyShape, doing, {
        query: { limit: String(limits.historyPage), ...(before === undefined ? {} : { before }) },
      });
      for (const message of messages) {
        const found = readMark(message, key);
        if (found === undefined) continue;
        const isPassedOn = ((message.flags ?? 0) & messageFlag.crossposted) !== 0;
        if (found.crosspost && !isPassedOn) await passOn(channelId, message.id);
        return posted(channelId, message.id);
      }
      if (page === 0 && messages.length === 0) await demandHistory(await channels.get(channelId));
      const oldest = messages.at(-1)?.id;
      if (messages.length < limits.historyPage || oldest === undefined) return undefined;
      if (instantOf(oldest) < clock() - limits.historyMs) return undefined;
      before = oldest;
    }
    throw new AppError('unknown', `${doing}: too much has been written there since.`, { reason: 'unverified' });
  }

  /** Without the right to read it, the history is empty and no failure. */
  async function demandHistory(channel: Channel): Promise<void> {
    const rights = await channels.rightsIn(channel);
    if (rights === undefined || (rights & permission.readHistory) !== 0n) return;
    throw new AppError('unknown', 'Looking for a message in a channel: the bot may not read its history.', {
      reason: 'unverified',
      hint: 'Give the role of the bot the permission “Read Message History”.',
    });
  }

  return {
    platform,
    postsPerSecond: limits.postsPerSecond,
    render: renderPost,
    async send(to, payload, key) {
      const { crosspost = false, calendar, ...message } = readPayload(payload);
      const channelId = await channels.resolve(to);
      const route = `/channels/${channelId}/messages` as const;
      const once = { nonce: key.slice(0, limits.nonce), enforce_nonce: true };
      const send = (request: Request) => api.request('post', route, messageShape, 'Posting in a channel', request);
      const sent = await sendWithFile({ ...mark(message, key, crosspost), ...once }, calendar, { send, log });
      if (crosspost) await passOn(channelId, sent.id);
      return posted(channelId, sent.id);
    },
    async edit({ messageId }, payload) {
      const { crosspost: _, calendar, ...message } = readPayload(payload);
      const route = routeOf(messageId);
      const send = (request: Request) => api.request('patch', route, messageShape, 'Changing a message', request);
      await sendWithFile(message, calendar, { send, log });
    },
    async remove({ messageId }) {
      await api.request('delete', routeOf(messageId), nothingShape, 'Taking a message away').catch((error: unknown) => {
        if (!(error instanceof AppError && error.reason === 'gone')) throw error;
      });
    },
    find,
    check: async (to, pings) => await checkDestination(channels, to, pings),
  };
}

function readPayload(payload: string) {
  const parsed = payloadShape.safeParse(JSON.parse(payload));
  if (parsed.success) return parsed.data;
  throw new AppError('malformed', 'Posting in a channel: the message is not in the form of this room.', {
    reason: 'malformed',
  });
}

function routeOf(messageId: string): `/channels/${string}/messages/${string}` {
  const [, channel, message] = /^(\d{5,20})\/(\d{5,20})$/.exec(messageId) ?? [];
  if (channel !== undefined && message !== undefined) return `/channels/${channel}/messages/${message}`;
  throw new AppError('refused', 'A message of Discord is named by its channel and its number.', { reason: 'gone' });
}

const discordEpoch = 1_420_070_400_000n;

/** When something with this id was made, in milliseconds since 1970. */
export function instantOf(id: string): number {
  return Number((BigInt(id) >> 22n) + discordEpoch);
}
