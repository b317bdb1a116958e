import type { Destination, Posted } from '../../src/chat/outlet.ts';
import { AppError } from '../../src/errors.ts';

/** Where Slack is asked to post: a channel, and the message that a thread hangs on. */
export interface Place {
  readonly channel: string;
  readonly threadTs?: string;
}

export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

/**
 * `slack:C012` is a channel, `slack:C012/1700000000.000100` a thread in it.
 * @throws AppError `refused` for what cannot name a channel of Slack
 */
export function toPlace(destination: Destination): Place {
  const parts = /^slack:([A-Z][A-Z0-9]+)(?:\/(\d+\.\d+))?$/.exec(destination);
  if (parts?.[1] === undefined) {
    throw new AppError('refused', `“${destination}” is not a channel of Slack.`, {
      reason: 'noSuchChannel',
      hint: 'A channel of Slack is written slack: and its id, such as slack:C0123ABCD.',
    });
  }
  return { channel: parts[1], ...(parts[2] === undefined ? {} : { threadTs: parts[2] }) };
}

export function toDestination(channel: string, threadTs?: string): Destination {
  return threadTs === undefined ? `slack:${channel}` : `slack:${channel}/${threadTs}`;
}

/** A message of Slack as the rest of the program keeps it. `home` is the workspace's address, where it is known. */
export function toPosted({ channel, ts }: MessagePlace, home: string | undefined, threadTs?: string): Posted {
  const messageId = `${channel}:${ts}`;
  if (home === undefined) return { messageId };
  const thread = threadTs === undefined || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${channel}`;
  return { messageId, url: `${home.replace(/\/?$/, '/')}archives/${channel}/p${ts.replace('.', '')}${thread}` };
}

/** @throws AppError `refused` for what was never a message of Slack */
export function toMessagePlace({ messageId }: Pick<Posted, 'messageId'>): MessagePlace {
  const [channel, ts] = messageId.split(':');
  if (channel === undefined || ts === undefined || ts === '') {
    throw new AppError('refused', `“${messageId}” is not a message of Slack.`, { reason: 'gone' });
  }
  return { channel, ts };
}
