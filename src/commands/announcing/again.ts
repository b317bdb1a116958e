import type { Announcement } from '../../announcements/announcement.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { auditRow, unknownAnnouncement } from './access.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { showReport } from './show.ts';

/** Tries what failed once more (`retry`), or sends what was held because its time was missed (`release`). */
export async function again(context: CommandContext, id: string, action: 'retry' | 'release'): Promise<CommandResult> {
  const { store, clock, language } = context;
  const { announcing } = messagesIn(language);
  const outcome = await store.transaction(
    async (records): Promise<{ announcement: Announcement; count: number } | undefined> => {
      const announcement = await lockAnnouncement(records, id);
      if (announcement === undefined) return undefined;
      const { deliveries, audit } = records;
      const count =
        action === 'retry' ? await deliveries.retryFailed(id, clock()) : await deliveries.releaseMissed(id, clock());
      if (count > 0) await audit.append(auditRow(context, action, id, { deliveries: count }));
      return { announcement, count };
    },
  );
  if (outcome === undefined) return unknownAnnouncement(context, id);
  const { announcement, count } = outcome;
  if (count === 0) {
    return showReport(context, announcement, announcing[action === 'retry' ? 'nothingToRetry' : 'nothingToRelease']);
  }
  const notice = announcing[action === 'retry' ? 'retried' : 'released'](count);
  return { ...(await showReport(context, announcement, notice)), wake: true };
}
