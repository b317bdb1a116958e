import type { Reply } from '../../src/chat/reply.ts';
import type { ButtonValue } from './buttons.ts';
import { say } from './deliver.ts';
import { toAppError } from './errors.ts';
import { envelopeOf, type Origin } from './origin.ts';
import { renderReply } from './render.ts';
import type { Room } from './room.ts';

interface Kept {
  readonly reply: Reply;
  readonly threadTs: string | undefined;
}

export type Shared = ReturnType<typeof createShared>;

const mostReplies = 500;

/** Remembers answers for a while, so that what is shared is what was read. */
export function createShared() {
  const replies = new Map<string, Kept>();
  return {
    /** Gives the key under which it is found again. */
    keep(key: string, kept: Kept): string {
      replies.set(key, kept);
      const [oldest] = replies.keys();
      if (replies.size > mostReplies && oldest !== undefined) replies.delete(oldest);
      return key;
    },
    get: (key: string): Kept | undefined => replies.get(key),
  };
}

/** Posts in the channel what one person alone has read; what is not remembered any more is asked again. */
export async function share(
  room: Room,
  origin: Origin,
  { key, question }: Extract<ButtonValue, { kind: 'share' }>,
): Promise<void> {
  const { channel, userId, responseUrl } = origin;
  if (channel === undefined) return;
  const { someone, about } = await envelopeOf(room, origin);
  const kept = room.shared.get(key);
  const asked = { ...about, kind: 'message', text: question } as const;
  const reply = kept?.reply ?? (await room.core.handle(asked));
  const threadTs = origin.threadTs ?? kept?.threadTs;
  const { person } = someone;
  const messages = renderReply(reply, { sharedBy: person.name ?? person.id });
  try {
    await room.replies.post({ channel, ...(threadTs === undefined ? {} : { threadTs }) }, messages, {
      eventId: origin.eventId,
      asker: userId,
      again: false,
    });
  } catch (error) {
    const problem = toAppError(error, 'Sharing an answer');
    room.log.warn({ room: 'slack', reason: problem.reason, problem: problem.message }, 'an answer was not shared');
    return await say(room, origin, ({ cannotShare }) => cannotShare);
  }
  // The private copy goes: what it said stands in the channel now.
  if (responseUrl !== undefined) await room.replies.respond(responseUrl, { delete_original: true });
}
