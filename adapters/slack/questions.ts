import type { Incoming } from '../../src/chat/incoming.ts';
import { AppError } from '../../src/errors.ts';
import { isDirect, isWritten, type MessageEvent, threadOf, toMessage } from './incoming.ts';
import { calendarsIn, importCalendars } from './given-calendars.ts';
import { withNames } from './mentions.ts';
import type { SlackMessage } from './pack.ts';
import { renderReply } from './render.ts';
import type { Room } from './room.ts';

/** Answers what people write: in direct conversations, where they mention the assistant, and in threads with it. */
export async function onMessage(room: Room, event: MessageEvent): Promise<void> {
  const { user } = event;
  if (!isWritten(event) || user === undefined || user === room.botUser) return;
  const meant = await meaning(room, event, user);
  if (meant === undefined) return;
  await room.turns(`slack:${event.channel}:${event.ts}`, async (again) => {
    const calendars = calendarsIn(room, event);
    if (calendars.length > 0) {
      return await post(room, event, user, await importCalendars(room, event, user, calendars), again);
    }
    const incoming = await toIncoming(room, event, user, meant);
    const reply = await room.core.handle(incoming);
    // Under an announcement people talk with each other; only an answer to somebody is passed on.
    if (reply.aside === true) return;
    await post(room, event, user, renderReply(reply), again);
  });
}

/** What a message is to us: a question, something for whoever asked, or nothing. */
async function meaning(room: Room, event: MessageEvent, user: string): Promise<'question' | 'relay' | undefined> {
  if (isDirect(event) || event.type === 'app_mention' || event.text.includes(`<@${room.botUser}>`)) return 'question';
  if (event.thread_ts === undefined || event.channel_type === 'mpim') return undefined;
  // A message that begins with somebody else's name is for them.
  if (/^\s*<@/.test(event.text)) return undefined;
  const thread = await room.threads.about(event.channel, event.thread_ts);
  const relays = room.core.commands.some(({ name }) => name === 'relay');
  if (thread.isDelivery && relays && `slack:${event.channel}` === room.secretariatChannel) return 'relay';
  return thread.askers.has(user) ? 'question' : undefined;
}

async function toIncoming(
  room: Room,
  event: MessageEvent,
  user: string,
  meant: 'question' | 'relay',
): Promise<Incoming> {
  const named = { ...event, text: await withNames(room, event.text) };
  const message = toMessage(named, await room.people(user), room.botUser);
  if (meant === 'question') return message;
  const { kind: _, text, ...envelope } = message;
  const options = { messageId: `${event.channel}:${event.thread_ts}`, text, reply: event.ts };
  return { ...envelope, kind: 'command', name: 'relay', options };
}

async function post(
  room: Room,
  event: MessageEvent,
  asker: string,
  messages: readonly SlackMessage[],
  again: boolean,
): Promise<void> {
  const threadTs = threadOf(event);
  const place = { channel: event.channel, ...(threadTs === undefined ? {} : { threadTs }) };
  const answered = { eventId: `slack:${event.channel}:${event.ts}`, asker, again };
  try {
    await room.replies.post(place, messages, answered);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unknown' || error.code === 'unavailable') throw error;
    // Trying again cannot help; whoever runs the program has to know.
    room.log.error(
      { room: 'slack', code: error.code, reason: error.reason, problem: error.message },
      'a reply was lost',
    );
    return;
  }
  if (threadTs !== undefined) room.threads.answered(event.channel, threadTs, asker, event.thread_ts === undefined);
}
