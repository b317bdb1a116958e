import { z } from 'zod';
import type { Message } from '../../src/chat/incoming.ts';
import type { Language } from '../../src/language.ts';
import { toAppError } from './errors.ts';
import { envelope } from './incoming.ts';
import { type MessagePlace, toDestination } from './message-id.ts';
import type { Someone } from './people.ts';
import type { Room } from './room.ts';

/** Where somebody clicked or gave a command. */
export interface Origin {
  readonly eventId: string;
  readonly userId: string;
  readonly channel?: string;
  readonly threadTs?: string;
  /** The message that holds the button, where others could see it too or it stands in a direct conversation. */
  readonly message?: MessagePlace;
  readonly responseUrl?: string;
  readonly triggerId: string;
}

export const slashBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});

export const actionsBody = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .default({}),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  /** The form in which the button stands. */
  view: z.unknown().optional(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

export const shortcutBody = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), text: z.string().default(''), thread_ts: z.string().optional() }),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** Where a button was pressed. */
export function toOrigin(body: z.infer<typeof actionsBody>): Origin {
  const { container } = body;
  const threadTs = container.thread_ts ?? body.message?.thread_ts;
  const stands = body.channel !== undefined && container.message_ts !== undefined && container.is_ephemeral !== true;
  return {
    eventId: `slack:trigger:${body.trigger_id}`,
    userId: body.user.id,
    ...(body.channel === undefined ? {} : { channel: body.channel.id }),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(stands ? { message: { channel: body.channel?.id ?? '', ts: container.message_ts ?? '' } } : {}),
    ...(body.response_url === undefined ? {} : { responseUrl: body.response_url }),
    triggerId: body.trigger_id,
  };
}

/**
 * Who did it, and where what follows belongs: under the message whose button was pressed; what nobody else saw belongs
 * to the person's own conversation with the assistant, wherever it was done.
 */
export async function envelopeOf(
  room: Room,
  origin: Origin,
): Promise<{ someone: Someone; about: Omit<Message, 'kind' | 'text' | 'answerIn'>; direct: string | undefined }> {
  const [someone, direct] = await Promise.all([room.people(origin.userId), directOf(room, origin)]);
  if (origin.message !== undefined) return { someone, about: envelope(origin, someone), direct };
  const { channel } = envelope({ channel: origin.channel }, someone);
  const about = { ...envelope({ channel: direct }, someone), ...(channel === undefined ? {} : { channel }) };
  return { someone, about, direct };
}

/** The person's direct conversation with the assistant; undefined where Slack does not say. */
async function directOf(room: Room, { userId }: Origin): Promise<string | undefined> {
  try {
    return await room.replies.direct(userId);
  } catch (error) {
    const { message } = toAppError(error, 'Opening a direct conversation');
    room.log.warn({ room: 'slack', problem: message }, 'a direct conversation could not be opened');
    return undefined;
  }
}

/** The language in which the room speaks to somebody where no reply says: their Slack's, the channel's, or English. */
export async function languageOf(
  room: Room,
  { userId, channel }: Pick<Origin, 'userId' | 'channel'>,
): Promise<Language> {
  const { locale } = await room.people(userId);
  if (locale !== undefined || channel === undefined) return locale ?? 'en';
  return (await room.core.languageIn?.(toDestination(channel))) ?? 'en';
}
