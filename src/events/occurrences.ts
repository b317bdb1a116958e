import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, EventTime, Occurrence, Span } from './event.ts';
import { localOccurrences, nextLocalOccurrence } from './recurrence.ts';

/** What is looked at: instants in milliseconds since 1970, and the zone in which the reader's days begin. */
export interface Window {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** IANA name. */
  readonly zone: string;
}

/** In every zone there is, clocks are less than this far from those of UTC. */
const farthest = Temporal.Duration.from({ hours: 26 });

/**
 * Every time at which an event goes on within a window, in order. A wall-clock time that the clocks of a zone skip is
 * moved on by as much as they skip; of one that they show twice, the first is taken (RFC 5545, 3.3.5). An end that would
 * then come before its start keeps its distance from it instead.
 */
export function occurrencesIn(event: CalendarEvent, window: Window): Occurrence[] {
  return spansIn(event, window)
    .filter((span) => endOf(span, window.zone) > window.from && startOf(span, window.zone) < window.to)
    .map((span) => ({ event, span }));
}

/** The next time at which an event begins, or goes on, at an instant or after it; a cancelled one has none. */
export function nextOccurrence(
  event: CalendarEvent,
  { now, zone }: { readonly now: number; readonly zone: string },
): Occurrence | undefined {
  if (event.cancelled) return undefined;
  const { time, recurrence } = event;
  if (recurrence === undefined || time.kind === 'instant') {
    const span = toSpan(time);
    return endOf(span, zone) > now ? { event, span } : undefined;
  }
  let from = shift(localAt(now), lengthOf(time), -1);
  for (;;) {
    const local = nextLocalOccurrence(recurrence, startText(time), from);
    if (local === undefined) return undefined;
    const span = spanAt(time, local);
    if (endOf(span, zone) > now) return { event, span };
    from = Temporal.PlainDateTime.from(local).add({ minutes: 1 }).toString();
  }
}

/** When it begins, in milliseconds since 1970; whole days begin with those of the reader. */
export function startOf(span: Span, zone: string): number {
  return span.kind === 'instants' ? span.startAt : midnight(span.first, zone);
}

/** When it is over: with its start, where nothing is said of an end. */
export function endOf(span: Span, zone: string): number {
  if (span.kind === 'instants') return span.endAt ?? span.startAt + 1;
  return midnight(Temporal.PlainDate.from(span.last).add({ days: 1 }).toString(), zone);
}

function spansIn({ time, recurrence }: CalendarEvent, { from, to }: Window): Span[] {
  if (recurrence === undefined || time.kind === 'instant') return [toSpan(time)];
  const first = shift(localAt(from), lengthOf(time), -1);
  const last = shift(localAt(to), farthest, 1);
  return localOccurrences(recurrence, startText(time), first, last).map((local) => spanAt(time, local));
}

function toSpan(time: EventTime): Span {
  if (time.kind !== 'instant') return spanAt(time, startText(time));
  const { startAt, endAt, zone } = time;
  return { kind: 'instants', startAt, zone, ...(endAt !== undefined && { endAt }) };
}

type LocalTime = Exclude<EventTime, { readonly kind: 'instant' }>;

/** The span of an event of which one time begins at a wall-clock time. */
function spanAt(time: LocalTime, local: string): Span {
  const start = Temporal.PlainDateTime.from(local);
  if (time.kind === 'days') {
    const first = start.toPlainDate();
    return { kind: 'days', first: first.toString(), last: first.add(daysOf(time)).toString() };
  }
  const { zone } = time;
  const startAt = start.toZonedDateTime(zone).epochMilliseconds;
  if (time.end === undefined) return { kind: 'instants', startAt, zone };
  const length = Temporal.PlainDateTime.from(time.start).until(time.end);
  const endAt = start.add(length).toZonedDateTime(zone).epochMilliseconds;
  return { kind: 'instants', startAt, zone, endAt: endAt > startAt ? endAt : startAt + length.total('milliseconds') };
}

function startText(time: LocalTime): string {
  return time.kind === 'days' ? `${time.first}T00:00` : time.start;
}

function daysOf({ first, last }: Extract<EventTime, { kind: 'days' }>): Temporal.Duration {
  return Temporal.PlainDate.from(first).until(last);
}

/** How long one time of the event goes on, with what zones may differ. */
function lengthOf(time: LocalTime): Temporal.Duration {
  const own =
    time.kind === 'days'
      ? daysOf(time).add({ days: 1 })
      : Temporal.PlainDateTime.from(time.start).until(time.end ?? time.start);
  return own.add(farthest);
}

function localAt(instant: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC').toPlainDateTime();
}

function shift(local: Temporal.PlainDateTime, by: Temporal.Duration, sign: 1 | -1): string {
  return (sign === 1 ? local.add(by) : local.subtract(by)).toString();
}

function midnight(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}
