import type { Announcement } from '../../announcements/announcement.ts';
import { uidOf } from '../../events/calendar-feed.ts';
import type { CalendarEvent } from '../../events/event.ts';
import type { ImportedEvent } from '../../events/import/imported-event.ts';
import { announcementIdOf } from '../events/announced-event.ts';

const domain = uidOf({ id: '' });

/** The announcement from which our own calendar made an event; undefined for events of others. */
export function ownAnnouncementId(uid: string): string | undefined {
  return uid.endsWith(domain) ? announcementIdOf(uid.slice(0, -domain.length)) : undefined;
}

/** Whether our own calendar made an event from a page of the knowledge. */
export function isFromPage(uid: string, events: readonly CalendarEvent[]): boolean {
  const id = uid.endsWith(domain) ? uid.slice(0, -domain.length) : undefined;
  return events.some((event) => event.id === id || event.id === id?.replace(/-\d{4}-\d{2}-\d{2}$/, ''));
}

const seconds = (at: number | undefined) => (at === undefined ? undefined : Math.floor(at / 1_000));

/** Whether an event of ours has another time in the file than in its announcement: changed in a calendar, or since then here. */
export function differsFromOwn(event: ImportedEvent, { content }: Announcement): boolean {
  if (event.kind !== 'held' || content.event === undefined) return false;
  const { startAt, endAt } = content.event;
  return seconds(startAt) !== seconds(event.startAt) || seconds(endAt) !== seconds(event.endAt);
}
