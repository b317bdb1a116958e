import type { CalendarEvent, Occurrence } from './event.ts';
import { nextOccurrence, occurrencesIn, startOf } from './occurrences.ts';

export interface Reader {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
}

const yearMs = 366 * 24 * 3_600_000;

/**
 * What comes next, in order: everything within a year, and of what does not take place within a year, the next time. What
 * is cancelled or over is not among it.
 */
export function upcoming(events: readonly CalendarEvent[], { now, zone }: Reader): Occurrence[] {
  const held = events.filter(({ cancelled }) => !cancelled);
  const found = held.flatMap((event) => {
    const soon = occurrencesIn(event, { from: now, to: now + yearMs, zone });
    if (soon.length > 0) return soon;
    const next = nextOccurrence(event, { now, zone });
    return next === undefined ? [] : [next];
  });
  return inOrder(found, zone);
}

/** What takes place, or took place, within a window, in order; what is cancelled is left out. */
export function within(
  events: readonly CalendarEvent[],
  window: { readonly from: number; readonly to: number; readonly zone: string },
): Occurrence[] {
  const held = events.filter(({ cancelled }) => !cancelled);
  return inOrder(
    held.flatMap((event) => occurrencesIn(event, window)),
    window.zone,
  );
}

function inOrder(occurrences: readonly Occurrence[], zone: string): Occurrence[] {
  return occurrences.toSorted(
    (one, other) => startOf(one.span, zone) - startOf(other.span, zone) || (one.event.id < other.event.id ? -1 : 1),
  );
}
