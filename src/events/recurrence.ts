import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** What a recurrence may say; hours are those of the event, and days of the year or week numbers are nobody's habit. */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}$/,
  BYMONTH: /^(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*$/,
  BYMONTHDAY: /^-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01]))*$/,
  BYDAY: /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*$/,
  BYSETPOS: /^-?[1-5]$/,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

/** The parts that a recurrence may have. */
export const recurrenceParts: readonly string[] = Object.keys(parts);

export type RecurrenceReading =
  | { readonly ok: true; readonly recurrence: string }
  | {
      readonly ok: false;
      /** `firstDay`: the event's own first day is none of those that the rule gives. */
      readonly problem: 'part' | 'value' | 'noFrequency' | 'twice' | 'countAndUntil' | 'until' | 'firstDay';
      /** The part that is meant, as it was written. */
      readonly part: string;
    };

/**
 * Reads an RRULE (RFC 5545, 3.3.10) for an event that begins on `firstDay` (`2026-10-07`). UNTIL is the last day that
 * counts (`20301231`), whatever the hour.
 */
export function parseRecurrence(text: string, firstDay: string): RecurrenceReading {
  const recurrence = text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase();
  const said = new Map<string, string>();
  for (const part of recurrence.split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    const form = parts[name];
    if (form === undefined) return { ok: false, problem: 'part', part };
    if (!form.test(value)) return { ok: false, problem: 'value', part };
    if (said.has(name)) return { ok: false, problem: 'twice', part };
    said.set(name, value);
  }
  if (!said.has('FREQ')) return { ok: false, problem: 'noFrequency', part: recurrence };
  const until = said.get('UNTIL');
  if (until !== undefined && said.has('COUNT')) return { ok: false, problem: 'countAndUntil', part: `UNTIL=${until}` };
  if (until !== undefined && !isDay(until)) return { ok: false, problem: 'until', part: `UNTIL=${until}` };
  const problem = problemOfWhole(recurrence, `${firstDay}T00:00`);
  return problem === undefined ? { ok: true, recurrence } : { ok: false, problem, part: recurrence };
}

function problemOfWhole(recurrence: string, start: string): 'value' | 'firstDay' | undefined {
  try {
    return localOccurrences(recurrence, start, start, start).includes(start) ? undefined : 'firstDay';
  } catch {
    // Parts that are right by themselves and not together, such as the second Tuesday of a week.
    return 'value';
  }
}

/**
 * The wall-clock times (`2026-10-07T10:00`) that a rule gives for an event that first begins at `start`, from `from` to
 * `to`, both included. No zone has a say here: what its clocks make of them is decided by whoever knows it.
 */
export function localOccurrences(recurrence: string, start: string, from: string, to: string): string[] {
  return ruleFor(recurrence, start).between(toDate(from), toDate(to), true).map(toLocal);
}

/** The first wall-clock time that a rule gives at or after `from`; undefined when it gives none any more. */
export function nextLocalOccurrence(recurrence: string, start: string, from: string): string | undefined {
  const next = ruleFor(recurrence, start).next(toDate(from), true);
  return next === null || next === undefined ? undefined : toLocal(next);
}

/** UTC has no summer time, so that a rule reckons there with the times of any clock as they are shown. */
function ruleFor(recurrence: string, start: string) {
  return new RRuleTemporal({
    rruleString: recurrence.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T235959Z'),
    dtstart: Temporal.PlainDateTime.from(start).toZonedDateTime('UTC'),
    temporal: Temporal,
    strict: true,
  });
}

function toDate(local: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('UTC').epochMilliseconds);
}

function toLocal(zoned: Temporal.ZonedDateTime): string {
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function isDay(figures: string): boolean {
  try {
    Temporal.PlainDate.from(figures, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
