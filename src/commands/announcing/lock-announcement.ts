import type { Announcement } from '../../announcements/announcement.ts';
import type { Records } from '../../store/store.ts';

/**
 * The announcement as it is now, which nobody else changes before the transaction ends: a change that changes nothing
 * takes its turn behind everybody who came earlier. To be called in a transaction.
 */
export async function lockAnnouncement(records: Records, id: string): Promise<Announcement | undefined> {
  for (;;) {
    const seen = await records.announcements.get(id);
    if (seen === undefined) return undefined;
    const locked = await records.announcements.move(id, [seen.status], seen.status, seen.updatedAt);
    if (locked) return records.announcements.get(id);
  }
}
