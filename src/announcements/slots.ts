import { reminderOffsets, type ReminderOffset } from './announcement.ts';

// The announcement itself is in the empty slot of a channel; what is posted beside it has one of its own.

/** How the slots begin that hold what is said of a change. */
export const updateSlotPrefix = 'change';

/** The slot of the message that says what a revision has changed. */
export function updateSlot(revision: number): string {
  return `${updateSlotPrefix}${revision}`;
}

/** Whether a slot holds a message about a change. */
export function isUpdateSlot(slot: string): boolean {
  return slot.startsWith(updateSlotPrefix);
}

/** Which reminder a slot holds; undefined when it holds none. */
export function reminderIn(slot: string): ReminderOffset | undefined {
  return reminderOffsets.find((offset) => offset === slot);
}
