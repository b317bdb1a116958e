import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { AppError } from '../../src/errors.ts';

const anyBlock = z.looseObject({ type: z.string(), block_id: z.string().optional() });

/** Whether something is a block, as far as this room has to know it. */
export function isBlock(value: unknown): boolean {
  return anyBlock.safeParse(value).success;
}

/** A file in iCalendar for the thread below a post, and what people read of it there. */
export const calendarFile = z.object({ text: z.string(), title: z.string() });

export type CalendarFile = z.infer<typeof calendarFile>;

const payloadForm = z.object({
  text: z.string(),
  // What was stored is what this room rendered; Slack checks the rest.
  blocks: z.array(z.custom<KnownBlock>(isBlock)).optional(),
  calendar: calendarFile.optional(),
});

export type Payload = z.infer<typeof payloadForm>;

/**
 * What `render` of the outlet wrote, read back.
 * @throws AppError `malformed` for anything else
 */
export function payloadOf(json: string): Payload {
  const payload = payloadForm.safeParse(parsed(json));
  if (payload.success) return payload.data;
  throw new AppError('malformed', 'The stored payload is not one of this room.', { reason: 'malformed' });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
