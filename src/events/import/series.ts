import type { CalendarProblem } from './calendar-problem.ts';
import type { WrittenTime } from './event-time.ts';
import type { ImportedEvent, ImportNote } from './imported-event.ts';
import { isRecurring, isStillToCome, nextTime, spanOf, type Frame, type TimeOfEvent } from './next-time.ts';
import type { Vevent } from './vevent.ts';

interface EventsReading {
  readonly events: readonly ImportedEvent[];
  readonly problems: readonly CalendarProblem[];
}

/** What becomes of the events of a file: of each the newest word, of one that recurs the next time. */
export function eventsOf(vevents: readonly Vevent[], frame: Frame): EventsReading {
  const readings = [...Map.groupBy(vevents, ({ uid }) => uid).values()].map((group) => eventsOfOne(group, frame));
  return {
    events: readings.flatMap(({ events }) => events).toSorted((one, other) => one.line - other.line),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** What stands in a file under one UID. */
function eventsOfOne(group: readonly Vevent[], frame: Frame): EventsReading {
  const newest = [...Map.groupBy(group, ({ occurrence = '' }) => occurrence).values()].flatMap((versions) =>
    versions.toSorted(byAge).slice(-1),
  );
  const master = newest.find(({ occurrence }) => occurrence === undefined);
  const overrides = newest.filter((event) => event !== master);
  if (master === undefined) return { events: overrides.map((event) => single(event, frame, true)), problems: [] };
  if (master.isCancelled || !isRecurring(master)) {
    // Nothing is said of the other times, so that each stands for itself.
    return {
      events: [single(master, frame, false), ...overrides.map((event) => single(event, frame, true))],
      problems: [],
    };
  }
  const found = nextTime(master, overrides, frame);
  if ('problems' in found) return { events: [], problems: found.problems };
  const { next, excluded } = found;
  const base = { ...commonOf(master), excluded };
  if (next === undefined) return { events: [{ ...base, kind: 'over' }], problems: [] };
  return {
    events: [held(next.override ?? master, next, { ...base, occurrence: next.occurrence }, ['recurs'])],
    problems: [],
  };
}

/** The newest last; of two that say nothing of their age, the one that stands further down. */
function byAge(one: Vevent, other: Vevent): number {
  return one.sequence - other.sequence || one.modifiedAt - other.modifiedAt || one.line - other.line;
}

type Common = Pick<
  ImportedEvent,
  'line' | 'uid' | 'occurrence' | 'standalone' | 'sequence' | 'modifiedAt' | 'title' | 'excluded'
>;

function commonOf({ line, uid, sequence, modifiedAt, title }: Vevent): Common {
  return { line, uid, occurrence: '', standalone: false, sequence, modifiedAt, title, excluded: [] };
}

function single(event: Vevent, { now }: Frame, standalone: boolean): ImportedEvent {
  const { start, occurrence = '' } = event;
  const base = { ...commonOf(event), occurrence, standalone };
  if (event.isCancelled || start === undefined) return { ...base, kind: 'cancelled' };
  const { startAt, endAt } = spanOf(event, start, start.local);
  const time = startAt === undefined ? undefined : { occurrence, startAt, endAt };
  return time !== undefined && isStillToCome(time, now) ? held(event, time, base, []) : { ...base, kind: 'over' };
}

function held(event: Vevent, time: TimeOfEvent, base: Common, notes: readonly ImportNote[]): ImportedEvent {
  const { title, description, place, link, start, sequence, modifiedAt } = event;
  return {
    ...base,
    kind: 'held',
    title,
    sequence: Math.max(base.sequence, sequence),
    modifiedAt: Math.max(base.modifiedAt, modifiedAt),
    startAt: time.startAt,
    ...(time.endAt !== undefined && { endAt: time.endAt }),
    zone: zoneOf(start),
    description,
    place,
    link,
    notes: [...event.notes, ...notes],
  };
}

function zoneOf(start: WrittenTime | undefined): string {
  return start?.zone.name ?? 'UTC';
}
