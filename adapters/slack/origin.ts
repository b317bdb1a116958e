import { z } from 'zod';
import type { Language } from '../../src/language.ts';
import type { MessagePlace } from './message-id.ts';
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

/** The language in which the room speaks to somebody where no reply says. */
export async function languageOf(room: Room, { userId }: Pick<Origin, 'userId'>): Promise<Language> {
  const { locale } = await room.people(userId);
  return locale ?? 'en';
}
