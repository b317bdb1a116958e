import { bodyOf, paragraph } from '../../src/chat/blocks.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { AppError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import { bodyBlocks } from './dialect.ts';
import { languageOf, type Origin } from './origin.ts';
import { toMessage, type SlackMessage } from './pack.ts';
import { renderReply, renderReport, type RenderOptions } from './render.ts';
import { watchReport, type Room } from './room.ts';

export interface Outcome {
  readonly incoming: Incoming;
  readonly reply: Reply;
  readonly again: boolean;
  /** The person's direct conversation, where it is known. */
  readonly direct: string | undefined;
  readonly question?: string | undefined;
  /** Offers to say more about whether an answer helped. */
  readonly comment?: RenderOptions['comment'] | undefined;
}

/** Reports and previews go to the person's direct conversation; everything else is said where it was asked. */
export async function deliver(room: Room, origin: Origin, outcome: Outcome): Promise<void> {
  const { reply } = outcome;
  const isReport = reply.reportsOn !== undefined || reply.previews !== undefined;
  // Two members can write to each other directly, and give commands there.
  const isDirect = origin.channel === undefined || origin.channel === outcome.direct;
  if (isReport || (isDirect && outcome.comment === undefined)) {
    await deliverDirectly(room, origin, outcome, isReport);
    if (!isDirect) await say(room, origin, ({ sentPrivately }) => sentPrivately, reply.language);
    return;
  }
  const shareable = outcome.question !== undefined && origin.message === undefined && reply.failed !== true;
  const key = shareable ? room.shared.keep(origin.eventId, { reply, threadTs: origin.threadTs }) : '';
  const { comment } = outcome;
  const messages = renderReply(reply, {
    ...(shareable ? { share: { kind: 'share', key, question: outcome.question ?? '' } } : {}),
    ...(comment === undefined || reply.failed === true ? {} : { comment }),
  });
  const { responseUrl } = origin;
  if (responseUrl === undefined || messages.length > room.replies.mostResponses) {
    await deliverDirectly(room, origin, outcome, false);
    return await say(room, origin, ({ sentPrivately }) => sentPrivately, reply.language);
  }
  try {
    for (const message of messages) await room.replies.respond(responseUrl, inThread(message, origin));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    room.log.warn({ room: 'slack', problem: error.message }, 'an interaction is answered in the direct conversation');
    await deliverDirectly(room, origin, outcome, false);
  }
}

function inThread(message: SlackMessage, { threadTs }: Origin) {
  return { ...message, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
}

/** A report takes the place of the message whose button asked for it, so that only the newest state stands there. */
async function deliverDirectly(room: Room, origin: Origin, outcome: Outcome, isReport: boolean): Promise<void> {
  const { reply, incoming, again } = outcome;
  const messages = reply.reportsOn === undefined ? renderReply(reply) : [renderReport(reply)];
  const channel = await room.replies.direct(origin.userId);
  const answered = { eventId: origin.eventId, asker: origin.userId, again };
  const [first, ...rest] = messages;
  if (isReport && origin.message?.channel === channel && first !== undefined) {
    try {
      await room.replies.replace(origin.message, first);
      const last = (await room.replies.post({ channel }, rest, answered)).at(-1);
      return await watchReport(room, reply, last ?? origin.message, incoming);
    } catch (error) {
      room.log.warn({ room: 'slack', problem: String(error) }, 'a report could not take the place of its button');
    }
  }
  const place = origin.threadTs !== undefined && origin.channel === channel ? { threadTs: origin.threadTs } : {};
  const last = (await room.replies.post({ channel, ...place }, messages, answered)).at(-1);
  if (last !== undefined) await watchReport(room, reply, last, incoming);
}

type RoomWords = ReturnType<typeof messagesIn>['room'];

/** One sentence of the room for the person alone, in their own language unless another is given. */
export async function say(
  room: Room,
  origin: Origin,
  sentence: (words: RoomWords) => string,
  given?: Language,
): Promise<void> {
  const language = given ?? (await languageOf(room, origin));
  const text = sentence(messagesIn(language).room);
  const message = toMessage(bodyBlocks(bodyOf([paragraph(text)])));
  const { responseUrl, eventId, userId: asker } = origin;
  if (responseUrl === undefined) {
    const channel = await room.replies.direct(asker);
    await room.replies.post({ channel }, [message], { eventId, asker, again: false });
    return;
  }
  try {
    await room.replies.respond(responseUrl, inThread(message, origin));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    room.log.warn({ room: 'slack', problem: error.message }, 'an interaction could not be answered');
  }
}
