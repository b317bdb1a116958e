import type { Announcement } from '../../announcements/announcement.ts';
import { endOf } from '../../announcements/event-change.ts';
import type { ImportedEvent } from '../../events/import/imported-event.ts';
import type { ImportedRecord } from '../../store/import.ts';

/** An event that was imported before, and its announcement. */
export interface Known {
  readonly record: ImportedRecord;
  readonly announcement: Announcement;
}

/** What is to be done with an event of a file. */
export type ImportVerdict =
  | { readonly kind: 'draft' }
  /** It was imported before: the announcement gets what has changed, if anything has. */
  | { readonly kind: 'compare'; readonly known: Known }
  | { readonly kind: 'cancel'; readonly known: Known }
  /** It does not take place, and nothing was ever posted of it: the draft has no use any more. */
  | { readonly kind: 'cancelDraft'; readonly known: Known }
  /** Nothing to do: as the file has it, or newer. */
  | { readonly kind: 'there' | 'older'; readonly known: Known }
  /** The announcement was cancelled or taken back. */
  | { readonly kind: 'closed'; readonly known: Known }
  | { readonly kind: 'over' | 'unknownCancelled' };

/**
 * Decides what becomes of an event, and of times of it that do not take place. With `anew`, what was withdrawn is drafted once
 * more.
 */
export function judgeImport(
  event: ImportedEvent,
  known: readonly Known[],
  { now, anew }: { readonly now: number; readonly anew: boolean },
): readonly ImportVerdict[] {
  const isMeant = ({ record }: Known) => event.occurrence === '' || record.occurrence === event.occurrence;
  if (event.kind === 'cancelled') {
    const meant = known.filter(isMeant);
    return meant.length === 0 ? [{ kind: 'unknownCancelled' }] : meant.map((each) => judgeCancelled(event, each));
  }
  const isExcluded = ({ record }: Known) => record.occurrence !== '' && event.excluded.includes(record.occurrence);
  const excluded = known.filter((each) => isExcluded(each) && !isOver(each, now) && !isClosed(each));
  const cancelled = excluded.map((each) => judgeCancelled(event, each));
  if (event.kind === 'over') return cancelled.length > 0 ? cancelled : [{ kind: 'over' }];
  const same = known.find(({ record }) => record.occurrence === event.occurrence);
  const before =
    same ??
    known.find((each) => !event.standalone && !each.record.standalone && !isExcluded(each) && !isOver(each, now));
  return [...cancelled, before === undefined ? { kind: 'draft' } : judgeHeld(event, before, anew)];
}

function judgeHeld(event: ImportedEvent, known: Known, anew: boolean): ImportVerdict {
  if (isClosed(known)) return anew ? { kind: 'draft' } : { kind: 'closed', known };
  return isOlder(event, known) ? { kind: 'older', known } : { kind: 'compare', known };
}

function judgeCancelled(event: ImportedEvent, known: Known): ImportVerdict {
  const { announcement } = known;
  if (isClosed(known) || announcement.content.event?.cancelled === true) return { kind: 'there', known };
  if (isOlder(event, known)) return { kind: 'older', known };
  return announcement.confirmedRevision === 0 ? { kind: 'cancelDraft', known } : { kind: 'cancel', known };
}

/** Of two states without a number or a date, the one that is read last is the newer. */
function isOlder({ sequence, modifiedAt }: ImportedEvent, { record }: Known): boolean {
  if (sequence !== record.sequence) return sequence < record.sequence;
  return modifiedAt !== 0 && modifiedAt < record.modifiedAt;
}

function isClosed({ announcement: { status } }: Known): boolean {
  return status === 'cancelled' || status === 'retracted';
}

function isOver({ announcement: { content } }: Known, now: number): boolean {
  const { event } = content;
  return event !== undefined && endOf(event) <= now;
}
