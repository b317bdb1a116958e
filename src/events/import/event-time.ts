import { Temporal } from 'temporal-polyfill';
import { problem, type CalendarProblem } from './calendar-problem.ts';
import type { ContentLine } from './content-lines.ts';
import { namedZone, type EventZone } from './zones.ts';

/** A moment as a calendar file writes it. */
export interface WrittenTime {
  /** What the clocks show; of a whole day, its beginning. */
  readonly local: Temporal.PlainDateTime;
  readonly isDay: boolean;
  readonly zone: EventZone;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** The file names no zone: the reader's is taken. */
  readonly isFloating: boolean;
}

/** How times are read. */
export interface TimeReader {
  readonly zoneOf: (tzid: string) => EventZone | undefined;
  /** The zone of whoever reads the file (IANA name): of times without any, and of whole days. */
  readonly readerZone: string;
  /** The zone in which times of UTC are shown (IANA name). */
  readonly shownZone: string;
}

export type TimeReading =
  | { readonly ok: true; readonly time: WrittenTime }
  | { readonly ok: false; readonly problem: CalendarProblem };

const form = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;

/** Years that nobody means, and in which reckoning has its limits. */
const years = { first: 1601, last: 9_000 } as const;

/** Reads a property with one date, or date and time (RFC 5545, 3.3.4 and 3.3.5). */
export function readTime(content: ContentLine, reader: TimeReader, value = content.value): TimeReading {
  const { line, params } = content;
  if (params === undefined) return { ok: false, problem: problem('badParameters', line, content.name) };
  const text = value.trim();
  const local = localOf(text);
  if (local === undefined) return { ok: false, problem: problem('badTime', line, text) };
  const isDay = !text.includes('T');
  const tzid = params.get('TZID');
  const isUtc = text.endsWith('Z');
  // RFC 5545 has no zone beside UTC or a whole day; programs that write one mean nothing by it.
  const named = isUtc || isDay ? undefined : tzid;
  const zone = named === undefined ? namedZone(isUtc ? 'UTC' : reader.readerZone) : reader.zoneOf(named);
  const at = zone?.toInstant(local);
  if (zone === undefined || at === undefined) {
    return { ok: false, problem: problem('unknownZone', line, named ?? '') };
  }
  const shown = isUtc ? { ...zone, name: reader.shownZone } : zone;
  return { ok: true, time: { local, isDay, zone: shown, at, isFloating: !isDay && !isUtc && named === undefined } };
}

function localOf(text: string): Temporal.PlainDateTime | undefined {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = form.exec(text) ?? [];
  if (year === undefined || Number(year) < years.first || Number(year) > years.last) return undefined;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  // A second that is inserted into a day is nobody's beginning.
  const time = { hour: Number(hour), minute: Number(minute), second: second === '60' ? 59 : Number(second) };
  try {
    return Temporal.PlainDateTime.from({ ...parts, ...time }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const durationForm = /^[+]?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?)$/;

const number = (figures: string | undefined) => Number(figures ?? 0);

/** Reads a duration (RFC 5545, 3.3.6); undefined when it is none, or nothing. */
export function readDuration(text: string): Temporal.Duration | undefined {
  const [whole, weeks, days, hours, minutes, seconds] = durationForm.exec(text.trim().toUpperCase()) ?? [];
  if (whole === undefined) return undefined;
  const duration = Temporal.Duration.from({
    days: number(weeks) * 7 + number(days),
    hours: number(hours),
    minutes: number(minutes),
    seconds: number(seconds),
  });
  return duration.blank ? undefined : duration;
}

/** What tells a time of a recurring event from the others (`RECURRENCE-ID`): `20271007T080000Z`, or `20271007` of a day. */
export function occurrenceId({ at, isDay, local }: Pick<WrittenTime, 'at' | 'isDay' | 'local'>): string {
  if (isDay) return local.toPlainDate().toString().replaceAll('-', '');
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
