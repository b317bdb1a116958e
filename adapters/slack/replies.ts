import { setTimeout } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { toAppError } from './errors.ts';
import { findMessage } from './history.ts';
import { limits } from './limits.ts';
import type { MessagePlace, Place } from './message-id.ts';
import type { SlackMessage } from './pack.ts';

export const replyEvent = 'assistant_reply';

/** What a reply answers: kept with its messages, so that it can be told later that it stands there. */
export interface Answered {
  readonly eventId: string;
  /** Who asked. */
  readonly asker: string;
  /** Somebody may have posted it before: look first. */
  readonly again: boolean;
}

export interface RepliesDependencies {
  readonly client: WebClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs: number;
  /** The wait before a second try, in milliseconds; it doubles. */
  readonly waitMs: number;
}

export type Replies = ReturnType<typeof createReplies>;

const mostTries = 4;
/** The longest that a reply waits because Slack throttles. */
const longestWaitMs = 60_000;
/** How far back a reply that may stand already is looked for: as long as the core knows what it has begun. */
const lookBackMs = 25 * 60 * 60 * 1000;

const posted = z.object({ channel: z.string(), ts: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });

/** Posts replies, each message once, also where the network leaves it open whether it was posted. */
export function createReplies({ client, clock, log, timeoutMs, waitMs }: RepliesDependencies) {
  const direct = new Map<string, string>();

  async function standing(place: Place, { eventId }: Answered, part: number): Promise<MessagePlace | undefined> {
    const found = await findMessage(client, place, {
      since: clock() - lookBackMs,
      is: ({ metadata }) =>
        metadata?.event_type === replyEvent &&
        metadata.event_payload['event'] === eventId &&
        metadata.event_payload['part'] === part,
    });
    return found === undefined ? undefined : { channel: place.channel, ts: found.ts };
  }

  async function postOnce(
    place: Place,
    message: Partial<SlackMessage>,
    { eventId, asker }: Answered,
    part: number,
  ): Promise<MessagePlace> {
    const answer = await client.apiCall('chat.postMessage', {
      ...message,
      channel: place.channel,
      ...(place.threadTs === undefined ? {} : { thread_ts: place.threadTs }),
      unfurl_links: false,
      unfurl_media: false,
      parse: 'none',
      link_names: false,
      metadata: { event_type: replyEvent, event_payload: { event: eventId, part, asker } },
    });
    return posted.parse(answer);
  }

  async function postPart(
    place: Place,
    message: SlackMessage,
    answered: Answered,
    part: number,
  ): Promise<MessagePlace> {
    let { again } = answered;
    let shown: Partial<SlackMessage> = message;
    for (let tries = 1; ; tries += 1) {
      try {
        const there = again ? await standing(place, answered, part) : undefined;
        return there ?? (await postOnce(place, shown, answered, part));
      } catch (error) {
        const problem = toAppError(error, 'Posting a reply');
        // While Slack has us wait, somebody else may take the event for lost and answer it.
        again ||= problem.code === 'unknown' || problem.code === 'throttled';
        const isForm = problem.code === 'malformed' && shown.blocks !== undefined;
        if (tries >= mostTries || !(isForm || worthTrying(problem))) throw problem;
        if (isForm) {
          log.error({ room: 'slack', problem: problem.message }, 'a reply is posted as plain text');
          shown = { text: message.text };
        } else {
          await setTimeout(Math.min(problem.retryAfterMs ?? waitMs * 2 ** tries, longestWaitMs));
        }
      }
    }
  }

  return {
    /** Posts the messages of a reply in their order; gives where they stand. */
    async post(place: Place, messages: readonly SlackMessage[], answered: Answered): Promise<readonly MessagePlace[]> {
      const places: MessagePlace[] = [];
      for (const [part, message] of messages.entries()) places.push(await postPart(place, message, answered, part));
      return places;
    },

    /** The direct conversation with a person. */
    async direct(userId: string): Promise<string> {
      const known = direct.get(userId);
      if (known !== undefined) return known;
      const { channel } = opened.parse(await client.conversations.open({ users: userId }));
      direct.set(userId, channel.id);
      return channel.id;
    },

    /** Puts another text in the place of a message. */
    async replace({ channel, ts }: MessagePlace, message: SlackMessage): Promise<void> {
      await client.apiCall('chat.update', { ...message, channel, ts, parse: 'none', link_names: false });
    },

    /** Answers an interaction for the person alone. @throws AppError when Slack does not take it */
    async respond(url: string, message: Partial<SlackMessage> & { readonly delete_original?: true }): Promise<void> {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((cause: unknown) => {
        throw new AppError('unknown', 'Answering an interaction failed.', { cause });
      });
      const body = await answer.text();
      if (!answer.ok || body.includes('"ok":false')) {
        throw new AppError('refused', `Answering an interaction: Slack answered ${answer.status}.`, {
          reason: 'other',
        });
      }
    },

    /** How many messages an interaction can be answered with. */
    mostResponses: limits.responses - 1,
  };
}

function worthTrying({ code }: AppError): boolean {
  return code === 'unknown' || code === 'unavailable' || code === 'throttled';
}
