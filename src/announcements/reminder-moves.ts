import { reminderOffsets, type ReminderOffset } from './announcement.ts';
import { isUndone } from './channel-history.ts';
import type { DeliveryProgress, NewDelivery } from './delivery.ts';

/** A reminder that was to come at one time and comes at another; without `to` it does not come any more. */
export interface ReminderMove {
  readonly offset: ReminderOffset;
  readonly from: number;
  readonly to?: number;
}

/** What becomes of the reminders that were planned before (`earlier`, oldest first), once `add` is carried out. */
export function reminderMoves(earlier: readonly DeliveryProgress[], add: readonly NewDelivery[]): ReminderMove[] {
  return reminderOffsets.flatMap((offset) => {
    const isReminder = ({ kind, slot }: NewDelivery | DeliveryProgress) => kind === 'reminder' && slot === offset;
    const before = earlier.filter((row) => isReminder(row) && row.status !== 'withdrawn');
    const waiting = before.findLast((row) => isUndone(row) && row.status !== 'failed');
    const to = add.find(isReminder)?.scheduledAt;
    const from = (to === undefined ? waiting : (waiting ?? before.at(-1)))?.scheduledAt;
    if (from === undefined || from === to) return [];
    return [{ offset, from, ...(to !== undefined && { to }) }];
  });
}
