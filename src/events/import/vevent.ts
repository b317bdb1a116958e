import { Temporal } from 'temporal-polyfill';
import { problem, type CalendarProblem } from './calendar-problem.ts';
import { propertiesOf, propertyOf, type Component } from './components.ts';
import { unescapeText } from './content-lines.ts';
import { occurrenceId, readDuration, readTime, type TimeReader, type WrittenTime } from './event-time.ts';
import type { ImportNote } from './imported-event.ts';
import { plainDescription } from './plain-description.ts';

/** How long an event goes on: in days and hours of its clocks, or until an instant in another zone. */
export type Length = Temporal.Duration | undefined;

/** An event of a file, as it stands there. */
export interface Vevent {
  readonly line: number;
  readonly uid: string;
  readonly sequence: number;
  readonly modifiedAt: number;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly link: string;
  readonly isCancelled: boolean;
  /** Which time of an event that recurs it is about. */
  readonly occurrence?: string;
  /** Only of a cancelled event may nothing be said. */
  readonly start?: WrittenTime;
  readonly length: Length;
  readonly notes: readonly ImportNote[];
  readonly component: Component;
}

export type VeventReading =
  | { readonly ok: true; readonly event: Vevent }
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] };

/** In bytes; RFC 7986 recommends 255, and some programs need more. */
const longestUid = 1_000;

/** Reads a VEVENT; what it lacks, and what is wrong in it, is all said at once. */
export function readVevent(component: Component, method: string, reader: TimeReader): VeventReading {
  const problems: CalendarProblem[] = [];
  const text = (name: string) => unescapeText(propertyOf(component, name)?.value ?? '').trim();
  const isCancelled = method === 'CANCEL' || text('STATUS').toUpperCase() === 'CANCELLED';

  const uid = text('UID');
  const title = text('SUMMARY');
  if (uid === '') problems.push(problem('noUid', component.line, title));
  else if (Buffer.byteLength(uid) > longestUid) problems.push(problem('longUid', component.line, uid));
  if (title === '' && !isCancelled) problems.push(problem('noSummary', component.line, uid));

  const timeOf = (name: string): WrittenTime | undefined => {
    const content = propertyOf(component, name);
    if (content === undefined) return undefined;
    const reading = readTime(content, reader);
    if (!reading.ok) problems.push(reading.problem);
    return reading.ok ? reading.time : undefined;
  };
  const start = timeOf('DTSTART');
  if (propertyOf(component, 'DTSTART') === undefined && !isCancelled) {
    problems.push(problem('noStart', component.line, title));
  }
  const recurrence = timeOf('RECURRENCE-ID');
  const range = propertyOf(component, 'RECURRENCE-ID')?.params?.get('RANGE');
  if (range !== undefined) problems.push(problem('thisAndFuture', component.line, title));
  const length = start === undefined ? undefined : lengthOf(component, start, reader, problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    event: {
      line: component.line,
      uid,
      sequence: numberOf(text('SEQUENCE')),
      modifiedAt: instantOf(component, 'LAST-MODIFIED', reader),
      title,
      description: plainDescription(text('DESCRIPTION')),
      place: text('LOCATION'),
      link: text('URL'),
      isCancelled,
      ...(recurrence !== undefined && { occurrence: occurrenceId(recurrence) }),
      ...(start !== undefined && { start }),
      length,
      notes: notesOf(text, start),
      component,
    },
  };
}

function lengthOf(component: Component, start: WrittenTime, reader: TimeReader, problems: CalendarProblem[]): Length {
  const dtend = propertyOf(component, 'DTEND');
  const duration = propertyOf(component, 'DURATION');
  const usual = start.isDay ? Temporal.Duration.from({ days: 1 }) : undefined;
  if (dtend === undefined) {
    if (duration === undefined) return usual;
    const length = readDuration(duration.value);
    if (length === undefined && !/^\+?P(?:T?0+[WDHMS])+$/i.test(duration.value.trim())) {
      problems.push(problem('badDuration', duration.line, duration.value));
    }
    return length ?? usual;
  }
  const reading = readTime(dtend, reader);
  if (!reading.ok) {
    problems.push(reading.problem);
    return undefined;
  }
  const end = reading.time;
  if (end.at < start.at) {
    const written = propertyOf(component, 'DTSTART');
    problems.push(problem('endBeforeStart', dtend.line, `${dtend.value} < ${written?.value ?? ''}`, written?.line));
  }
  if (end.at <= start.at) return usual;
  // On the clocks of the event, so that a time beyond a change of the clocks ends at the hour that people expect.
  const isOnSameClocks = end.zone.name === start.zone.name && end.zone.isOfFile === start.zone.isOfFile;
  if (isOnSameClocks) {
    const onClocks = start.local.until(end.local, { largestUnit: 'day' });
    if (onClocks.sign > 0) return onClocks;
  }
  return Temporal.Duration.from({ seconds: Math.round((end.at - start.at) / 1_000) });
}

function notesOf(text: (name: string) => string, start: WrittenTime | undefined): ImportNote[] {
  const isPrivate = ['PRIVATE', 'CONFIDENTIAL'].includes(text('CLASS').toUpperCase());
  return [
    ...(start?.isFloating === true ? (['floating'] as const) : []),
    ...(start?.isDay === true ? (['allDay'] as const) : []),
    ...(start?.zone.isOfFile === true ? (['zoneOfFile'] as const) : []),
    ...(text('STATUS').toUpperCase() === 'TENTATIVE' ? (['tentative'] as const) : []),
    ...(isPrivate ? (['private'] as const) : []),
  ];
}

/** What is no number says nothing: programs differ, and duplicates are recognised all the same. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function instantOf(component: Component, name: string, reader: TimeReader): number {
  const content = propertyOf(component, name);
  const reading = content === undefined ? undefined : readTime(content, reader);
  return reading?.ok === true ? reading.time.at : 0;
}

/** The times that lists of a property name (`EXDATE`, `RDATE`), and what is wrong in them. */
export function timesIn(
  component: Component,
  name: string,
  reader: TimeReader,
): { readonly times: readonly WrittenTime[]; readonly problems: readonly CalendarProblem[] } {
  const readings = propertiesOf(component, name).flatMap((content) =>
    content.value
      .split(',')
      .filter((value) => value.trim() !== '')
      // A period (RDATE) begins with its start.
      .map((value) => readTime(content, reader, value.split('/')[0] ?? '')),
  );
  return {
    times: readings.flatMap((reading) => (reading.ok ? [reading.time] : [])),
    problems: readings.flatMap((reading) => (reading.ok ? [] : [reading.problem])),
  };
}
