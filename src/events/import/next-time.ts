import { Temporal } from 'temporal-polyfill';
import { problem, type CalendarProblem } from './calendar-problem.ts';
import { propertyOf } from './components.ts';
import { occurrenceId, type TimeReader, type WrittenTime } from './event-time.ts';
import { costs, readRule, timesFrom, type Reckoning } from './rule.ts';
import { timesIn, type Vevent } from './vevent.ts';

/** A time at which an event takes place. */
export interface TimeOfEvent {
  readonly occurrence: string;
  readonly startAt: number;
  readonly endAt: number | undefined;
  /** Where this time differs from the others, what the file says of it. */
  readonly override?: Vevent;
}

export interface NextTime {
  /** Undefined when everything is over or cancelled. */
  readonly next: TimeOfEvent | undefined;
  /** Times that do not take place. */
  readonly excluded: readonly string[];
}

export interface Frame {
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly reader: TimeReader;
  readonly reckoning: Reckoning;
}

const dayMs = 24 * 3_600_000;

/** Whether the event takes place more than once, by a rule (RRULE) or by dates (RDATE). */
export function isRecurring({ component }: Vevent): boolean {
  return propertyOf(component, 'RRULE') !== undefined || propertyOf(component, 'RDATE') !== undefined;
}

/** When an event begins and ends that begins at a time of its clocks. */
export function spanOf({ length }: Vevent, { zone }: WrittenTime, local: Temporal.PlainDateTime) {
  const startAt = zone.toInstant(local);
  if (startAt === undefined || length === undefined) return { startAt, endAt: undefined };
  const endAt = zone.toInstant(local.add(length)) ?? startAt;
  // Across a change of the clocks an end may come before the start: the event keeps its length instead.
  return {
    startAt,
    endAt: endAt > startAt ? endAt : startAt + length.total({ unit: 'millisecond', relativeTo: local }),
  };
}

/**
 * The next time of an event that recurs which is not over, of those that its rule and its list give, without those that are
 * taken out, and with what is said of single ones; or what is wrong with the rule.
 */
export function nextTime(
  master: Vevent,
  overrides: readonly Vevent[],
  frame: Frame,
): NextTime | { readonly problems: readonly CalendarProblem[] } {
  const { start, component } = master;
  if (start === undefined) return { next: undefined, excluded: [] };
  const exdates = timesIn(component, 'EXDATE', frame.reader);
  const rdates = timesIn(component, 'RDATE', frame.reader);
  const rule = propertyOf(component, 'RRULE');
  const read = rule === undefined ? undefined : readRule(rule, start, frame.reader);
  const problems = [...exdates.problems, ...rdates.problems];
  if (rule !== undefined && read?.ok === false) problems.push(problem('badRecurrence', rule.line, read.part));
  if (problems.length > 0) return { problems };

  const cancelled = overrides.filter(({ isCancelled }) => isCancelled).map(({ occurrence = '' }) => occurrence);
  const excluded = new Set([...exdates.times.map(occurrenceId), ...cancelled]);
  const own = new Set(overrides.map(({ occurrence = '' }) => occurrence));
  const toTime = (local: Temporal.PlainDateTime, written = start): TimeOfEvent | undefined => {
    const { startAt, endAt } = spanOf(master, written, local);
    if (startAt === undefined) return undefined;
    const occurrence = occurrenceId({ at: startAt, isDay: written.isDay, local });
    return { occurrence, startAt, endAt };
  };
  const isToCome = (time: TimeOfEvent | undefined): time is TimeOfEvent =>
    time !== undefined &&
    (time.endAt ?? time.startAt) > frame.now &&
    !excluded.has(time.occurrence) &&
    !own.has(time.occurrence);

  const found = [start, ...rdates.times].map((written) => toTime(written.local, written)).filter(isToCome);
  if (read?.ok === true) {
    const from = firstLocal(master, start, frame.now);
    for (const local of timesFrom(read.recurrence, start.local, from, frame.reckoning)) {
      const time = toTime(local);
      if (!isToCome(time)) continue;
      found.push(time);
      break;
    }
  }
  if (rule !== undefined && frame.reckoning.left <= 0)
    return { problems: [problem('tooManyRules', rule.line, rule.value)] };
  const special = overrides.map(toOverridden).filter((time) => time !== undefined && isStillToCome(time, frame.now));
  const all = [...found, ...special.filter((time) => time !== undefined)];
  return { next: all.toSorted((one, other) => one.startAt - other.startAt)[0], excluded: [...excluded] };
}

function toOverridden(override: Vevent): TimeOfEvent | undefined {
  const { start, isCancelled, occurrence = '' } = override;
  if (start === undefined || isCancelled) return undefined;
  const { startAt, endAt } = spanOf(override, start, start.local);
  return startAt === undefined ? undefined : { occurrence, startAt, endAt, override };
}

/** Whether an event, or one that goes on, has not ended at `now` (milliseconds since 1970). */
export function isStillToCome({ startAt, endAt }: Pick<TimeOfEvent, 'startAt' | 'endAt'>, now: number): boolean {
  return (endAt ?? startAt) > now;
}

/** A time of the event's clocks before which everything is over. */
function firstLocal({ length }: Vevent, { local }: WrittenTime, now: number): Temporal.PlainDateTime {
  const lengthMs = length?.total({ unit: 'millisecond', relativeTo: local }) ?? 0;
  const at = Temporal.Instant.fromEpochMilliseconds(now - lengthMs - 2 * dayMs);
  const from = at.toZonedDateTimeISO('UTC').toPlainDateTime();
  return Temporal.PlainDateTime.compare(from, local) > 0 ? from : local;
}

/** What reckoning with the rules of one file may cost. */
export function newReckoning(): Reckoning {
  return { left: costs.whole };
}
