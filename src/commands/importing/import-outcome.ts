import type { ImportNote } from '../../events/import/imported-event.ts';
import type { DraftNote } from './draft-fields.ts';

export type OutcomeNote =
  | ImportNote
  | DraftNote
  /** Reminders whose time would have passed were taken out. */
  | 'remindersDropped'
  /** What somebody had written in the announcement gave way to the file's words. */
  | 'wordsReplaced';

export const outcomeKinds = [
  'drafted',
  'changed',
  'cancelled',
  'cancelDraft',
  'refused',
  'closed',
  'ownDiffers',
  'there',
  'older',
  'own',
  'page',
  'unknownCancelled',
  'over',
] as const;

/** In the order in which they matter to whoever imports. */
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What became of an event of a file. */
export interface ImportOutcome {
  readonly kind: OutcomeKind;
  /** The line of the file on which the event begins. */
  readonly line: number;
  /** As the file has it; empty where it has none. */
  readonly title: string;
  /** When it takes place, where that is known: milliseconds since 1970, and the IANA name of its zone. */
  readonly when?: { readonly startAt: number; readonly zone: string };
  readonly notes: readonly OutcomeNote[];
  /** The announcement that is meant. */
  readonly announcementId?: string;
  /** Why it could not become an announcement, in sentences. */
  readonly problems?: readonly string[];
}
