import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import { endOf } from '../../announcements/event-change.ts';
import { planRetraction } from '../../announcements/plan-deliveries.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { unknownAnnouncement } from './access.ts';
import { closedReply, revise } from './announcement-draft.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { showPreview, showReport } from './show.ts';

interface Outcome {
  readonly announcement: Announcement;
  readonly kind: 'closed' | 'notPosted' | 'noEvent' | 'already' | 'revised';
  /** The revision holds more than what was asked for: an earlier change that nobody has confirmed. */
  readonly holdsMore: boolean;
}

/**
 * Makes a revision in which the event does not take place (`callOff`), or takes place after all (`reinstate`), and shows
 * what confirming it would do. Of what was never posted nothing is cancelled in channels: the announcement is.
 */
export async function callOff(
  context: CommandContext,
  id: string,
  action: 'callOff' | 'reinstate',
): Promise<CommandResult> {
  const { announcing } = messagesIn(context.language);
  const outcome = await context.store.transaction((records) => reviseEvent(context, records, id, action));
  if (outcome === undefined) return unknownAnnouncement(context, id);
  const { announcement, kind, holdsMore } = outcome;
  switch (kind) {
    case 'closed':
      return closedReply(context, announcement) ?? showReport(context, announcement);
    case 'notPosted':
      return showReport(context, announcement, announcing.preview.notAnnounced);
    case 'noEvent':
      return showReport(context, announcement, announcing.noComingEvent);
    case 'already':
      return announcement.revision > announcement.confirmedRevision
        ? showPreview(context, announcement)
        : showReport(context, announcement, announcing.alreadyClosed);
    case 'revised':
      return showPreview(context, announcement, holdsMore ? announcing.alsoConfirms : announcing.saved);
  }
}

async function reviseEvent(
  context: CommandContext,
  records: Records,
  id: string,
  action: 'callOff' | 'reinstate',
): Promise<Outcome | undefined> {
  const announcement = await lockAnnouncement(records, id);
  if (announcement === undefined) return undefined;
  const { status, revision, confirmedRevision, content } = announcement;
  const holdsMore = revision > confirmedRevision;
  const unchanged = (kind: Outcome['kind']): Outcome => ({ announcement, kind, holdsMore });
  if (status === 'cancelled' || status === 'retracted') return unchanged('closed');
  const now = context.clock();
  const { event } = content;
  if (event === undefined || endOf(event) <= now) return unchanged('noEvent');
  const isCancelled = event.cancelled === true;
  if (isCancelled === (action === 'callOff')) return unchanged('already');
  const earlier = await records.deliveries.progressOf(id);
  if (planRetraction({ id, revision, earlier, now }).add.length === 0) return unchanged('notPosted');
  const { cancelled: _cancelled, ...takingPlace } = event;
  const changed: AnnouncementContent = {
    ...content,
    event: action === 'callOff' ? { ...event, cancelled: true } : takingPlace,
  };
  const revised = await revise(context, records, id, revision, changed);
  return { announcement: revised ?? announcement, kind: 'revised', holdsMore };
}
