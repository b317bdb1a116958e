import type { Announcement } from '../../announcements/announcement.ts';
import { messagesIn } from '../../chat/messages.ts';
import { AppError } from '../../errors.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { auditRow, unknownAnnouncement } from './access.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { showReport } from './show.ts';

/** Drops a change that nobody has confirmed: what was confirmed becomes the newest revision again. */
export async function discard(context: CommandContext, id: string): Promise<CommandResult> {
  const { announcing } = messagesIn(context.language);
  const outcome = await context.store.transaction((records) => drop(context, records, id));
  if (outcome === undefined) return unknownAnnouncement(context, id);
  const { announcement, dropped } = outcome;
  return showReport(context, announcement, dropped ? announcing.discarded : announcing.nothingToDiscard);
}

async function drop(
  context: CommandContext,
  records: Records,
  id: string,
): Promise<{ readonly announcement: Announcement; readonly dropped: boolean } | undefined> {
  const announcement = await lockAnnouncement(records, id);
  if (announcement === undefined) return undefined;
  const { status, revision, confirmedRevision } = announcement;
  const open = status === 'confirmed' || status === 'awaiting';
  if (!open || confirmedRevision === 0 || revision === confirmedRevision) return { announcement, dropped: false };

  const content = await records.announcements.content(id, confirmedRevision);
  if (content === undefined) {
    throw new AppError('store', `Revision ${confirmedRevision} of announcement ${id} is not in the store.`);
  }
  const now = context.clock();
  await records.announcements.revise(id, revision, content, context.person.id, now);
  await records.announcements.move(id, [status], 'confirmed', now, revision + 1);
  await records.audit.append(auditRow(context, 'discard', id, { revision }));
  return { announcement: (await records.announcements.get(id)) ?? announcement, dropped: true };
}
