import type { PostEvent } from '../chat/post.ts';
import type { ReminderOffset } from './announcement.ts';

const hourMs = 60 * 60 * 1000;

const beforeMs: Readonly<Record<ReminderOffset, number>> = { '7d': 7 * 24 * hourMs, '1d': 24 * hourMs, '1h': hourMs };

/** When people are reminded of an event: so many hours before it, whatever the clocks do in between. */
export function reminderAt({ startAt }: PostEvent, offset: ReminderOffset): number {
  return startAt - beforeMs[offset];
}
