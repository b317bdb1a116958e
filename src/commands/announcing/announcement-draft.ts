import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { auditRow, say, toList } from './access.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { showPreview } from './show.ts';

/** What a change is made to. */
export interface Base {
  readonly announcement: Announcement;
  /** The revision that the author saw when writing the change. */
  readonly revision: number;
}

/** Stores a new announcement as a draft and shows what it would look like. */
export async function storeDraft(context: CommandContext, content: AnnouncementContent): Promise<CommandResult> {
  const { store, newId, person, clock, language } = context;
  const id = newId();
  const announcement = await store.transaction(async ({ announcements, audit }) => {
    const created = await announcements.create({ id, content, author: person.id, now: clock() });
    await audit.append(auditRow(context, 'create', id, { revision: created.revision }));
    return created;
  });
  return showPreview(context, announcement, messagesIn(language).announcing.saved);
}

/**
 * Stores a change as the next revision and shows what it would look like; undefined when somebody else has changed the
 * announcement since the author looked at it. What was confirmed stays in the channels until this is confirmed too.
 */
export async function storeChange(
  context: CommandContext,
  { announcement: { id }, revision }: Base,
  content: AnnouncementContent,
): Promise<CommandResult | undefined> {
  const revised = await context.store.transaction((records) => revise(context, records, id, revision, content));
  if (revised === undefined) return undefined;
  return closedReply(context, revised) ?? showPreview(context, revised, messagesIn(context.language).announcing.saved);
}

/**
 * Stores the next revision; undefined when somebody else was faster. A closed announcement stays as it is. To be called
 * in a transaction.
 */
export async function revise(
  context: CommandContext,
  records: Records,
  id: string,
  after: number,
  content: AnnouncementContent,
): Promise<Announcement | undefined> {
  const { announcements, audit } = records;
  const { person, clock } = context;
  const current = await lockAnnouncement(records, id);
  if (current === undefined || isClosed(current)) return current;
  const revised = await announcements.revise(id, after, content, person.id, clock());
  if (revised === undefined) return undefined;
  // Whoever was to confirm it as the second person has not seen this revision.
  const status = current.confirmedRevision > 0 ? 'confirmed' : 'draft';
  if (current.status === 'awaiting') await announcements.move(id, ['awaiting'], status, clock());
  await audit.append(auditRow(context, 'revise', id, { revision: revised.revision }));
  return announcements.get(id);
}

function isClosed({ status }: Announcement): boolean {
  return status === 'cancelled' || status === 'retracted';
}

/** What is said of an announcement that cannot be changed any more; undefined when it can. */
export function closedReply(context: CommandContext, { status }: Announcement): CommandResult | undefined {
  const { announcing } = messagesIn(context.language);
  if (status === 'cancelled') return say(context, announcing.closedCancelled, [toList(context)]);
  if (status === 'retracted') return say(context, announcing.closedRetracted, [toList(context)]);
  return undefined;
}
