import type { Language } from '../language.ts';

/** Where the web page has one event as an iCalendar file: `/events/announcement-1a2b3c.ics?lang=es`. */
export function eventFilePath(eventId: string, language: Language): string {
  return `/events/${eventId}.ics?lang=${language}`;
}
