import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import type { Place } from './message-id.ts';

/** The metadata of what is sent out, which names its delivery. */
export const deliveryEvent = 'assistant_delivery';

const historyFile = z.object({ id: z.string(), name: z.string() });

const historyMessage = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
  /** Files that were deleted have no name. */
  files: z
    .array(z.unknown())
    .default([])
    .transform((files) => files.flatMap((file) => historyFile.safeParse(file).data ?? [])),
});

export type HistoryMessage = z.infer<typeof historyMessage>;

const historyPage = z.object({
  messages: z.array(historyMessage).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** What Slack gives on one page without complaint, and how many pages are read before giving up. */
const pageSize = 200;
const mostPages = 50;

/**
 * The newest message of a channel, or of a thread in it, that is looked for; undefined when there surely is none
 * since then (milliseconds since 1970).
 * @throws AppError `unavailable` when so much was written since that not all of it was looked through
 */
export async function findMessage(
  client: WebClient,
  place: Place,
  wanted: { readonly since: number; readonly is: (message: HistoryMessage) => boolean },
): Promise<HistoryMessage | undefined> {
  for await (const messages of messagesOf(client, place, wanted.since)) {
    const found = messages.find(wanted.is);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The messages of a channel, newest first, or of a thread, oldest first; page by page. */
export async function* messagesOf(
  client: WebClient,
  { channel, threadTs }: Place,
  since: number,
): AsyncGenerator<readonly HistoryMessage[]> {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const options = {
      channel,
      include_all_metadata: true,
      limit: pageSize,
      oldest: (since / 1000).toFixed(6),
      ...(cursor === '' ? {} : { cursor }),
    };
    const answer = historyPage.parse(
      threadTs === undefined
        ? await client.conversations.history(options)
        : await client.conversations.replies({ ...options, ts: threadTs }),
    );
    yield answer.messages;
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return;
  }
  throw new AppError('unavailable', `Looking through ${channel}: more was written there than can be looked through.`, {
    reason: 'unverified',
  });
}
