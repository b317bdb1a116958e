import type { Clock } from '../../clock.ts';
import { calendarFeed } from '../../events/calendar-feed.ts';
import type { CalendarEvent } from '../../events/event.ts';
import type { Knowledge } from '../../knowledge/section.ts';
import type { Language } from '../../language.ts';
import type { Store } from '../../store/store.ts';
import { announcedEvents } from './announced-events.ts';
import { toCalendarFile, type CalendarFile } from './calendar-file.ts';

export interface CalendarFilter {
  readonly language: Language;
  readonly topic?: string;
}

export interface PublicCalendarDependencies {
  readonly knowledge: () => Knowledge;
  readonly store: Pick<Store, 'announcements' | 'deliveries'>;
  readonly clock: Clock;
  /** Announcements that were posted there are public. */
  readonly platform: string;
}

/** As long is a file given out before it is looked whether something has changed, in milliseconds. */
const freshMs = 10_000;

/**
 * The calendar of what everybody may know, as files; undefined for a topic that no event has. A file is at most ten
 * seconds old.
 */
export function createPublicCalendar({ knowledge, store, clock, platform }: PublicCalendarDependencies) {
  let held: { readonly until: number; readonly events: Promise<readonly CalendarEvent[]> } | undefined;
  let files = new Map<string, CalendarFile>();

  function look(): Promise<readonly CalendarEvent[]> {
    const now = clock();
    if (held !== undefined && now < held.until) return held.events;
    files = new Map();
    const events = announcedEvents(store, [platform]).then((announced) => [
      ...knowledge().events,
      ...announced.map(({ event }) => event),
    ]);
    const looked = { until: now + freshMs, events };
    held = looked;
    // What failed once may succeed with the next request.
    events.catch(() => {
      if (held === looked) held = undefined;
    });
    return events;
  }

  return async ({ language, topic }: CalendarFilter): Promise<CalendarFile | undefined> => {
    const looking = look();
    const mine = files;
    const events = await looking;
    const wanted = topic === undefined ? events : events.filter(({ topics }) => topics.includes(topic));
    // Only topics that there are, so that nobody can fill the memory with others.
    if (topic !== undefined && wanted.length === 0) return undefined;
    const key = JSON.stringify([language, topic]);
    const known = mine.get(key);
    if (known !== undefined) return known;
    const text = calendarFeed(wanted, { language, now: clock() });
    const file = toCalendarFile(text);
    mine.set(key, file);
    return file;
  };
}
