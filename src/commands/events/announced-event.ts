import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import { parseMarkdown } from '../../chat/markdown.ts';
import { plainText, shortened } from '../../chat/plain-text.ts';
import type { CalendarEvent, EventText } from '../../events/event.ts';
import { languages } from '../../language.ts';

const descriptionLimit = 1_000;

const prefix = 'announcement-';

/** The id of the event that an announcement makes known. */
export function announcedEventId(announcementId: string): string {
  return `${prefix}${announcementId}`;
}

/** The announcement that makes an event known; undefined for an event of a page. */
export function announcementIdOf(eventId: string): string | undefined {
  return eventId.startsWith(prefix) ? eventId.slice(prefix.length) : undefined;
}

/**
 * The event that a revision of an announcement makes known; undefined when it makes none known. `revision` has to rise
 * with every change; retracting is one more.
 */
export function announcedEvent(
  { id, status, updatedAt }: Pick<Announcement, 'id' | 'status' | 'updatedAt'>,
  { event, texts, topics = [] }: AnnouncementContent,
  revision: number,
): CalendarEvent | undefined {
  if (event === undefined) return undefined;
  const { startAt, endAt, zone, place, link, cancelled } = event;
  const isRetracted = status === 'retracted';
  return {
    id: announcedEventId(id),
    revision: revision + (isRetracted ? 1 : 0),
    cancelled: isRetracted || cancelled === true,
    changedAt: updatedAt,
    time: { kind: 'instant', startAt, zone, ...(endAt !== undefined && { endAt }) },
    ...(link !== undefined && { link }),
    languages: [],
    topics,
    texts: Object.fromEntries(
      languages.flatMap((language): [string, EventText][] => {
        const text = texts[language];
        if (text === undefined) return [];
        const description = shortened(plainText(parseMarkdown(text.body)), descriptionLimit);
        return [[language, { title: text.title, description, ...(place !== undefined && { place }) }]];
      }),
    ),
    sections: [],
  };
}
