import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ChannelCheck, Destination, Outlet, Posted } from '../../src/chat/outlet.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError, type DeliveryReason } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { toAppError } from './errors.ts';
import { createCalendarFiles } from './calendar-files.ts';
import { deliveryEvent, findMessage } from './history.ts';
import { toMessagePlace, toPlace, toPosted } from './message-id.ts';
import { calendarFile, type CalendarFile, payloadOf } from './payload.ts';
import { renderPost } from './render-post.ts';

/** How far back a message is looked for: longer than the dispatcher goes on trying. */
const lookBackMs = 49 * 60 * 60 * 1000;

/** One post a second is what Slack bears in a channel; in a workspace “several hundred a minute”. */
const postsPerSecond = 4;

/** What an answer to a question about a channel may be, besides what is known of it. */
const closed: ReadonlySet<DeliveryReason> = new Set(['noSuchChannel', 'noPermission', 'archived', 'notInChannel']);

const channelInfo = z.object({
  channel: z.object({
    id: z.string(),
    name: z.string().optional(),
    is_im: z.boolean().optional(),
    is_mpim: z.boolean().optional(),
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_read_only: z.boolean().optional(),
  }),
});

/** Slack takes 8 KB of metadata; larger calendar files are only tried again when the post is changed. */
const metadataBytes = 6_000;

export interface OutletDependencies {
  readonly client: WebClient;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The way out to the channels of a workspace. Its messages carry their delivery's id as metadata, and the calendar file
 * that belongs below them, so that a program which finds a message has both.
 */
export function createOutlet({ client, clock, log }: OutletDependencies): Outlet {
  let known: { readonly url?: string | undefined; readonly user_id?: string | undefined } = {};

  /** The workspace's address, of which links to messages are made, and who we are in it; not knowing is no failure. */
  async function workspace() {
    if (known.url === undefined) known = await client.auth.test().catch(() => known);
    return { home: known.url, self: known.user_id };
  }

  const calendars = createCalendarFiles({ client, log, self: async () => (await workspace()).self });

  async function send(to: Destination, payload: string, key: string): Promise<Posted> {
    const { channel, threadTs } = toPlace(to);
    const { calendar, ...message } = payloadOf(payload);
    const answer = await attempt(`Posting to ${to}`, () =>
      client.apiCall('chat.postMessage', {
        ...message,
        ...quiet,
        channel,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        metadata: { event_type: deliveryEvent, event_payload: { delivery_id: key, ...remembered(calendar) } },
      }),
    );
    const posted = z.object({ channel: z.string(), ts: z.string() }).safeParse(answer);
    if (!posted.success) throw new AppError('unknown', `Posting to ${to}: Slack did not say which message it became.`);
    if (calendar !== undefined) await calendars.add(channel, threadTs ?? posted.data.ts, key, calendar);
    return toPosted(posted.data, (await workspace()).home, threadTs);
  }

  async function edit(message: Posted, payload: string): Promise<void> {
    const { channel, ts } = toMessagePlace(message);
    const { calendar, ...changed } = payloadOf(payload);
    await attempt(`Changing a message in ${channel}`, () =>
      // Slack keeps the blocks of before where it gets none.
      client.apiCall('chat.update', { blocks: [], ...changed, ...quietUpdate, channel, ts }),
    );
    await calendars.replace({ channel, ts }, calendar);
  }

  async function remove(message: Posted): Promise<void> {
    const { channel, ts } = toMessagePlace(message);
    // The file goes first: a message with something below it leaves a trace. But nothing keeps the message itself.
    const [files] = await Promise.allSettled([calendars.remove({ channel, ts })]);
    try {
      await attempt(`Taking back a message in ${channel}`, () => client.chat.delete({ channel, ts }));
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'refused' && error.reason === 'gone')) throw error;
    }
    if (files.status === 'rejected') throw files.reason;
  }

  async function find(to: Destination, key: string): Promise<Posted | undefined> {
    const place = toPlace(to);
    const found = await attempt(`Looking for a message in ${to}`, () =>
      findMessage(client, place, {
        since: clock() - lookBackMs,
        is: ({ metadata }) => metadata?.event_type === deliveryEvent && metadata.event_payload['delivery_id'] === key,
      }),
    );
    if (found === undefined) return undefined;
    const message = { channel: place.channel, ts: found.ts };
    const calendar = calendarFile.safeParse(found.metadata?.event_payload['calendar']);
    if (calendar.success) await calendars.complete(message, key, calendar.data);
    return toPosted(message, (await workspace()).home, place.threadTs);
  }

  async function check(to: Destination): Promise<ChannelCheck> {
    try {
      const { channel } = toPlace(to);
      return await attempt(`Asking about ${to}`, async () =>
        toCheck(channelInfo.parse(await client.conversations.info({ channel })).channel),
      );
    } catch (error) {
      const reason = error instanceof AppError && error.code === 'refused' ? error.reason : undefined;
      if (reason !== undefined && closed.has(reason)) return { ok: false, reason };
      throw error;
    }
  }

  return {
    platform: 'slack',
    postsPerSecond,
    render: renderPost,
    send,
    edit,
    remove,
    find,
    check,
  };
}

function remembered(calendar: CalendarFile | undefined): { readonly calendar?: CalendarFile } {
  const isSmall = calendar !== undefined && Buffer.byteLength(JSON.stringify(calendar)) <= metadataBytes;
  return isSmall ? { calendar } : {};
}

/** No previews of links, and no names or channels found in the words. */
const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;
const quietUpdate = { parse: 'none', link_names: false } as const;

function toCheck(channel: z.infer<typeof channelInfo>['channel']): ChannelCheck {
  const name = channel.name === undefined || channel.is_im === true ? {} : { name: `#${channel.name}` };
  if (channel.is_archived === true) return { ok: false, reason: 'archived', ...name };
  if (channel.is_im === true) return { ok: true };
  if (channel.is_member !== true) return { ok: false, reason: 'notInChannel', ...name };
  if (channel.is_read_only === true) return { ok: false, reason: 'noPermission', ...name };
  return { ok: true, ...name };
}

async function attempt<Answer>(doing: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw toAppError(error, doing);
  }
}
