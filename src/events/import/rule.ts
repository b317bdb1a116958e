import { Temporal } from 'temporal-polyfill';
import { nextLocalOccurrence, parseRecurrence } from '../recurrence.ts';
import type { ContentLine } from './content-lines.ts';
import { readTime, type TimeReader, type WrittenTime } from './event-time.ts';

/** A rule in the form in which it is reckoned, or the part of it that is not. */
export type RuleReading =
  | { readonly ok: true; readonly recurrence: string }
  | { readonly ok: false; readonly part: string };

/**
 * Reads an RRULE of a file for an event that begins at `start`: UNTIL may be an instant, and an hour may be named if it is
 * that of the event. The first day need not be one of the rule's own.
 */
export function readRule(content: ContentLine, start: WrittenTime, reader: TimeReader): RuleReading {
  const parts: string[] = [];
  for (const part of content.value.trim().toUpperCase().split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (part === '' || isOwnTime(name, value, start)) continue;
    if (name !== 'UNTIL') parts.push(part);
    else {
      const until = untilDay(value, content, start, reader);
      if (until === undefined) return { ok: false, part };
      parts.push(`UNTIL=${until}`);
    }
  }
  const firstDay = start.local.toPlainDate().toString();
  const read = parseRecurrence(parts.join(';'), firstDay);
  if (read.ok) return read;
  return read.problem === 'firstDay' ? { ok: true, recurrence: read.part } : { ok: false, part: read.part };
}

/** Some programs repeat the hour of the event in its rule. */
function isOwnTime(name: string, value: string, { local }: WrittenTime): boolean {
  const own: Readonly<Record<string, number>> = { BYHOUR: local.hour, BYMINUTE: local.minute, BYSECOND: local.second };
  return /^\d{1,2}$/.test(value) && own[name] === Number(value);
}

const figures = (date: Temporal.PlainDate) => date.toString().replaceAll('-', '');

/** The last day that counts: what would begin later than UNTIL on its day does not. */
function untilDay(
  value: string,
  content: ContentLine,
  { local, zone }: WrittenTime,
  reader: TimeReader,
): string | undefined {
  const read = readTime({ ...content, params: new Map() }, reader, value);
  if (!read.ok) return undefined;
  const { isDay, isFloating, at } = read.time;
  const day = read.time.local.toPlainDate();
  if (isDay) return figures(day);
  // The instant may fall on the day before or after, on the clocks of the event.
  const candidates = [day.add({ days: 1 }), day, day.subtract({ days: 1 })];
  const last = candidates.find((candidate) => {
    const begins = candidate.toPlainDateTime(local);
    if (isFloating) return Temporal.PlainDateTime.compare(begins, read.time.local) <= 0;
    return (zone.toInstant(begins) ?? Infinity) <= at;
  });
  return figures(last ?? day.subtract({ days: 2 }));
}

/** How much reckoning a file may cause: rules that give nothing are looked through for long before that is known. */
export interface Reckoning {
  left: number;
}

export const costs = { whole: 2_000, step: 1, failure: 200 } as const;

/**
 * The times that a rule gives from a moment on, on the clocks of the event, in order. Ends early, with `left` used up, where
 * a file asks for too much.
 */
export function* timesFrom(
  recurrence: string,
  start: Temporal.PlainDateTime,
  from: Temporal.PlainDateTime,
  reckoning: Reckoning,
): Generator<Temporal.PlainDateTime> {
  // Rules know no seconds; the event keeps its own.
  const seconds = { seconds: start.second };
  const begin = start.with({ second: 0 });
  let after = from.with({ second: 0 });
  while (reckoning.left > 0) {
    reckoning.left -= costs.step;
    let next: string | undefined;
    try {
      next = nextLocalOccurrence(recurrence, begin.toString(), after.toString());
    } catch {
      // Nothing was found in ten thousand steps.
      reckoning.left -= costs.failure;
      return;
    }
    if (next === undefined) return;
    const local = Temporal.PlainDateTime.from(next);
    yield local.add(seconds);
    after = local.add({ minutes: 1 });
  }
}
