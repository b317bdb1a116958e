import type { Clock } from '../../clock.ts';
import { calendarFileOf } from '../../events/calendar-feed.ts';
import type { CalendarEvent } from '../../events/event.ts';
import type { Knowledge } from '../../knowledge/section.ts';
import type { Language } from '../../language.ts';
import type { Store } from '../../store/store.ts';
import { announcementIdOf } from './announced-event.ts';
import { postedEvent } from './announced-events.ts';
import { toCalendarFile, type CalendarFile } from './calendar-file.ts';

export interface EventFilesDependencies {
  readonly knowledge: () => Knowledge;
  readonly store: Pick<Store, 'announcements' | 'deliveries'>;
  readonly clock: Clock;
}

/**
 * Single events as files, by id: those of the pages, and those that were announced, wherever that was. The id of an
 * announced one is drawn from so many that nobody comes upon it who has not read the announcement. Undefined for others.
 */
export function createEventFiles({ knowledge, store, clock }: EventFilesDependencies) {
  return async ({ id, language }: { readonly id: string; readonly language: Language }) => {
    const event = knowledge().events.find((each) => each.id === id) ?? (await announced(id));
    return event && toFile(event, language);
  };

  async function announced(id: string): Promise<CalendarEvent | undefined> {
    const announcementId = announcementIdOf(id);
    return announcementId === undefined ? undefined : await postedEvent(store, announcementId);
  }

  function toFile(event: CalendarEvent, language: Language): CalendarFile {
    return toCalendarFile(calendarFileOf(event, { language, now: clock() }));
  }
}
