import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendarData,
  type ICalEventData,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { messagesIn } from '../chat/messages.ts';
import { inertText, safeUrl } from '../chat/plain-text.ts';
import type { Language } from '../language.ts';
import { textOfEvent } from './event-text.ts';
import type { CalendarEvent, Span } from './event.ts';
import { occurrencesIn } from './occurrences.ts';
import { monthAt } from './parse-month.ts';

export interface FeedOptions {
  /** The language of titles and places, where they are written in it. */
  readonly language: Language;
  /** Milliseconds since 1970; of what recurs by the clock, the times around it are written. */
  readonly now: number;
}

/** Calendars ask again after this time, in seconds. */
const refreshSeconds = 3_600;
/** Events outlive addresses: what tells them apart names no machine. */
const domain = 'metropolis-assistant';
const dayMs = 24 * 3_600_000;
/** How far back and ahead what recurs by the clock is written, in days. */
const back = 366;
const ahead = 2 * 366;

/**
 * The events as an iCalendar file (RFC 5545), the same for the same events. Times are those of UTC; what recurs by the
 * clock stands there time by time, since in UTC its hour changes with the seasons.
 */
export function calendarFeed(events: readonly CalendarEvent[], options: FeedOptions): string {
  const name = messagesIn(options.language).events.calendarName;
  return write(events, { name, method: ICalCalendarMethod.PUBLISH, ttl: refreshSeconds }, options);
}

/**
 * One event as an iCalendar file to be opened, not subscribed to. One that does not take place any more says so by its
 * method too (RFC 5546, 4.1.3), so that calendars which have it take it out.
 */
export function calendarFileOf(event: CalendarEvent, options: FeedOptions): string {
  const method = event.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  return write([event], { method }, options);
}

function write(
  events: readonly CalendarEvent[],
  about: Pick<ICalCalendarData, 'name' | 'method' | 'ttl'>,
  { language, now }: FeedOptions,
): string {
  const calendar = ical({
    ...about,
    prodId: { company: 'Metropolis', product: 'Metropolis assistant', language: language.toUpperCase() },
  });
  for (const event of events) for (const entry of toEntries(event, language, now)) calendar.createEvent(entry);
  return `${calendar.toString()}\r\n`;
}

/** The UID of an event; of one that recurs by the clock, that of the time that begins on a day (`2027-10-07`). */
export function uidOf({ id }: Pick<CalendarEvent, 'id'>, day?: string): string {
  return `${id}${day === undefined ? '' : `-${day}`}@${domain}`;
}

function toEntries(event: CalendarEvent, language: Language, now: number): ICalEventData[] {
  const { time, recurrence } = event;
  const base = toBase(event, language);
  if (time.kind === 'days') {
    const repeating = recurrence === undefined ? {} : { repeating: `RRULE:${recurrence}` };
    return [{ ...base, ...timesOf(time), ...repeating, id: uidOf(event) }];
  }
  if (time.kind === 'instant') return [{ ...base, ...timesOf({ ...time, kind: 'instants' }), id: uidOf(event) }];
  // From the beginning of a month, so that the file stays the same for weeks.
  const { from } = monthAt(now, time.zone);
  const window = { from: from - back * dayMs, to: from + ahead * dayMs, zone: time.zone };
  if (recurrence === undefined) {
    const all = { from: -Infinity, to: Infinity, zone: time.zone };
    return occurrencesIn(event, all).map(({ span }) => ({ ...base, ...timesOf(span), id: uidOf(event) }));
  }
  return occurrencesIn(event, window).map(({ span }) => ({
    ...base,
    ...timesOf(span),
    id: uidOf(event, dayOf(span, time.zone)),
  }));
}

function toBase(event: CalendarEvent, language: Language): Omit<ICalEventData, 'start' | 'id'> {
  const { title, place, description } = textOfEvent(event, language);
  const url = event.link === undefined ? undefined : safeUrl(event.link);
  return {
    summary: inertText(title),
    stamp: new Date(event.changedAt),
    sequence: event.revision,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    categories: event.topics.map((name) => ({ name })),
    ...(place !== undefined && { location: inertText(place) }),
    ...(description !== undefined && { description: inertText(description) }),
    ...(url !== undefined && { url }),
  };
}

function timesOf(span: Span): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'transparency'> {
  if (span.kind === 'instants') {
    return {
      start: new Date(span.startAt),
      ...(span.endAt !== undefined && { end: new Date(span.endAt) }),
    };
  }
  const after = Temporal.PlainDate.from(span.last).add({ days: 1 }).toString();
  return {
    allDay: true,
    start: new Date(`${span.first}T00:00:00Z`),
    end: new Date(`${after}T00:00:00Z`),
    // A day that is marked everywhere keeps nobody from working.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function dayOf(span: Span, zone: string): string {
  if (span.kind === 'days') return span.first;
  return Temporal.Instant.fromEpochMilliseconds(span.startAt).toZonedDateTimeISO(zone).toPlainDate().toString();
}
