import type { Announcement } from '../../announcements/announcement.ts';
import type { Records } from '../../store/store.ts';

/** More than any announcement has. */
const rowLimit = 1000;

/** Who wrote the newest revision: who may not be the second person to confirm it. */
export async function writerOf(
  records: Pick<Records, 'audit'>,
  { id, revision, author }: Announcement,
): Promise<string> {
  const rows = await records.audit.list({ subject: id, limit: rowLimit });
  const written = rows.find(
    ({ action, details }) => action === 'announcement.revise' && details['revision'] === revision,
  );
  return written?.personId ?? author;
}
