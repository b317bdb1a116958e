import type { Announcement } from '../../announcements/announcement.ts';
import { platformOf } from '../../chat/destination.ts';
import { parseMarkdown } from '../../chat/markdown.ts';
import { plainText } from '../../chat/plain-text.ts';
import type { CalendarEvent, EventText } from '../../events/event.ts';
import type { Store } from '../../store/store.ts';

/** As many announcements, those that were changed last, are looked through. */
const announcementLimit = 500;
const descriptionLimit = 1_000;

/**
 * The events of what was announced, those that were retracted as cancelled. What is said of each is what was confirmed
 * last, never a draft. With `platform`, only what was posted there: what was announced to some is not told to others, and
 * nothing before its time.
 */
export async function announcedEvents(
  { announcements, deliveries }: Pick<Store, 'announcements' | 'deliveries'>,
  platform?: string,
): Promise<CalendarEvent[]> {
  const listed = await announcements.list({ statuses: ['confirmed', 'retracted'], limit: announcementLimit });
  const events = await Promise.all(
    listed.map(async (announcement) => {
      const { id, revision, confirmedRevision } = announcement;
      const content =
        revision === confirmedRevision ? announcement.content : await announcements.content(id, confirmedRevision);
      if (content?.event === undefined) return [];
      const isKnown = platform === undefined || (await wasPostedOn(platform, id));
      return isKnown ? [toEvent({ ...announcement, content }, content.event)] : [];
    }),
  );
  return events.flat();

  async function wasPostedOn(wanted: string, id: string): Promise<boolean> {
    const rows = await deliveries.ofSubject(id);
    return rows.some(
      ({ kind, status, channel }) => kind === 'post' && status === 'sent' && platformOf(channel) === wanted,
    );
  }
}

function toEvent(
  { id, status, confirmedRevision, updatedAt, content }: Announcement,
  { startAt, endAt, zone, place, link }: NonNullable<Announcement['content']['event']>,
): CalendarEvent {
  const cancelled = status === 'retracted';
  const texts = Object.entries(content.texts).map(([language, { title, body }]): [string, EventText] => [
    language,
    {
      title,
      description: plainText(parseMarkdown(body)).slice(0, descriptionLimit).toWellFormed(),
      ...(place !== undefined && { place }),
    },
  ]);
  return {
    id: `announcement-${id}`,
    revision: confirmedRevision + (cancelled ? 1 : 0),
    cancelled,
    changedAt: updatedAt,
    time: { kind: 'instant', startAt, zone, ...(endAt !== undefined && { endAt }) },
    ...(link !== undefined && { link }),
    languages: [],
    topics: content.topics ?? [],
    texts: Object.fromEntries(texts),
    sections: [],
  };
}
