import { zoneNamed } from '../../announcements/zone.ts';
import { problem, type CalendarProblem } from './calendar-problem.ts';
import { propertyOf, readComponents, type Component } from './components.ts';
import { readContentLines } from './content-lines.ts';
import type { TimeReader } from './event-time.ts';
import type { ImportedEvent } from './imported-event.ts';
import { newReckoning } from './next-time.ts';
import { eventsOf } from './series.ts';
import { readVevent, type Vevent } from './vevent.ts';
import { createZones } from './zones.ts';

/** In bytes of UTF-8. What is larger holds attachments, or the calendar of years. */
export const largestCalendar = 1024 * 1024;

/** As many events to come become drafts at once: somebody has to look at each of them. */
export const mostEvents = 500;

export interface CalendarReader {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the reader's zone: of times without one, and of whole days. */
  readonly zone: string;
}

export type CalendarReading =
  | {
      readonly ok: true;
      readonly events: readonly ImportedEvent[];
      /** What is wrong with single events, which are not among `events`; in the order of the lines. */
      readonly problems: readonly CalendarProblem[];
      /** How many tasks, journals and the like are in the file, which are no events. */
      readonly others: number;
    }
  /** The file as a whole is no calendar, or breaks off. */
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] };

/**
 * Reads an iCalendar file (RFC 5545): its events, of those that recur the next time, and everything that is wrong, with
 * lines. Never throws, whatever the text.
 */
export function readCalendar(text: string, { now, zone }: CalendarReader): CalendarReading {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestCalendar) return { ok: false, problems: [problem('tooLarge', 1, '', bytes)] };
  const unreadable = /[\0\uFFFD]/.exec(text);
  if (unreadable !== null) {
    return { ok: false, problems: [problem('notText', text.slice(0, unreadable.index).split(/\r\n|\n|\r/).length)] };
  }
  const { lines, problems: broken } = readContentLines(text.replace(/^\uFEFF/, ''));
  const [first] = lines;
  if (first === undefined) return { ok: false, problems: [problem('notCalendar', 1, text.slice(0, 200))] };
  const { calendars, problems } = readComponents(lines);
  if (problems.length > 0)
    return {
      ok: false,
      problems: inOrder(
        calendars.length === 0 && problems[0]?.kind === 'notCalendar' ? problems : [...broken, ...problems],
      ),
    };
  return readEvents(calendars, broken, { now, zone });
}

function readEvents(
  calendars: readonly Component[],
  broken: readonly CalendarProblem[],
  { now, zone }: CalendarReader,
): CalendarReading {
  const problems = [...broken];
  const vevents: Vevent[] = [];
  let others = 0;
  const isBroken = ({ line, endLine }: Component) => broken.some((each) => each.line > line && each.line < endLine);
  const reader = readerOf(calendars, zone);
  for (const calendar of calendars) {
    const method = propertyOf(calendar, 'METHOD')?.value.trim().toUpperCase() ?? '';
    for (const component of calendar.children) {
      if (component.name === 'VEVENT') {
        const reading = readVevent(component, method, reader);
        if (!reading.ok) problems.push(...reading.problems);
        else if (!isBroken(component)) vevents.push(reading.event);
      } else if (component.name !== 'VTIMEZONE' && !component.name.startsWith('X-')) others += 1;
    }
  }
  const read = eventsOf(vevents, { now, reader, reckoning: newReckoning() });
  const count = read.events.filter(({ kind }) => kind === 'held').length;
  if (count > mostEvents) return { ok: false, problems: [problem('tooManyEvents', 1, '', count)] };
  return { ok: true, events: read.events, problems: inOrder([...problems, ...read.problems]), others };
}

function readerOf(calendars: readonly Component[], zone: string): TimeReader {
  const named = calendars.map((calendar) => propertyOf(calendar, 'X-WR-TIMEZONE')?.value.trim() ?? '');
  const definitions = calendars.flatMap(({ children }) => children.filter(({ name }) => name === 'VTIMEZONE'));
  return {
    zoneOf: createZones(definitions, zone),
    readerZone: zone,
    shownZone: named.map(zoneNamed).find((each) => each !== undefined) ?? zone,
  };
}

function inOrder(problems: readonly CalendarProblem[]): CalendarProblem[] {
  return problems.toSorted((one, other) => one.line - other.line);
}
