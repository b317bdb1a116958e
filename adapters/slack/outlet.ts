import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ChannelCheck, Destination, Outlet, Posted } from '../../src/chat/outlet.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError, type DeliveryReason } from '../../src/errors.ts';
import { toAppError } from './errors.ts';
import { findMessage } from './history.ts';
import { toMessagePlace, toPlace, toPosted } from './message-id.ts';
import { payloadOf } from './payload.ts';
import { renderPost } from './render-post.ts';

export const deliveryEvent = 'assistant_delivery';

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

/** The way out to the channels of a workspace. Its messages carry their delivery's id as metadata. */
export function createOutlet({ client, clock }: { readonly client: WebClient; readonly clock: Clock }): Outlet {
  let home: string | undefined;

  /** The workspace's address, of which links to messages are made; a message without a link is no failure. */
  async function workspace(): Promise<string | undefined> {
    home ??= await client.auth.test().then(
      ({ url }) => url,
      () => undefined,
    );
    return home;
  }

  async function send(to: Destination, payload: string, key: string): Promise<Posted> {
    const { channel, threadTs } = toPlace(to);
    const answer = await attempt(`Posting to ${to}`, () =>
      client.apiCall('chat.postMessage', {
        ...payloadOf(payload),
        ...quiet,
        channel,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        metadata: { event_type: deliveryEvent, event_payload: { delivery_id: key } },
      }),
    );
    const posted = z.object({ channel: z.string(), ts: z.string() }).safeParse(answer);
    if (!posted.success) throw new AppError('unknown', `Posting to ${to}: Slack did not say which message it became.`);
    return toPosted(posted.data, await workspace(), threadTs);
  }

  async function edit(message: Posted, payload: string): Promise<void> {
    const { channel, ts } = toMessagePlace(message);
    await attempt(`Changing a message in ${channel}`, () =>
      // Slack keeps the blocks of before where it gets none.
      client.apiCall('chat.update', { blocks: [], ...payloadOf(payload), ...quietUpdate, channel, ts }),
    );
  }

  async function remove(message: Posted): Promise<void> {
    const { channel, ts } = toMessagePlace(message);
    try {
      await attempt(`Taking back a message in ${channel}`, () => client.chat.delete({ channel, ts }));
    } catch (error) {
      if (error instanceof AppError && error.code === 'refused' && error.reason === 'gone') return;
      throw error;
    }
  }

  async function find(to: Destination, key: string): Promise<Posted | undefined> {
    const place = toPlace(to);
    const found = await attempt(`Looking for a message in ${to}`, () =>
      findMessage(client, place, {
        since: clock() - lookBackMs,
        is: ({ metadata }) => metadata?.event_type === deliveryEvent && metadata.event_payload['delivery_id'] === key,
      }),
    );
    return found === undefined ? undefined : toPosted({ channel: place.channel, ts: found.ts }, home, place.threadTs);
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
