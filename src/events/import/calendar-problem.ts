import { shortened } from '../../chat/plain-text.ts';

/** Why a file is no calendar that can be read, or an event no event. */
export type CalendarProblemKind =
  | 'notText'
  | 'tooLarge'
  | 'notCalendar'
  | 'unclosed'
  | 'notOpened'
  | 'noColon'
  | 'badParameters'
  | 'noUid'
  | 'longUid'
  | 'noSummary'
  | 'noStart'
  | 'badTime'
  | 'badDuration'
  | 'endBeforeStart'
  | 'unknownZone'
  | 'badRecurrence'
  | 'thisAndFuture'
  | 'tooManyRules'
  | 'tooManyEvents';

/** Something wrong in a calendar file. */
export interface CalendarProblem {
  /** The line of the file, from 1, as editors count it: folded lines are lines of their own. */
  readonly line: number;
  readonly kind: CalendarProblemKind;
  /** What is wrong, as it stands in the file; never longer than a line. */
  readonly value: string;
  /** The line on which what is meant begins, where that is another one; for limits, the number that was found. */
  readonly about?: number;
}

/** As much of what is wrong is repeated. */
const quotedLength = 80;

/** A problem whose value is quoted on one line, of at most 80 characters. */
export function problem(kind: CalendarProblemKind, line: number, value = '', about?: number): CalendarProblem {
  const quoted = shortened(value.replaceAll(/\s+/g, ' ').trim(), quotedLength);
  return { line, kind, value: quoted, ...(about !== undefined && { about }) };
}
