import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import type { DeliveryProgress } from '../../announcements/delivery.ts';
import { platformOf } from '../../chat/destination.ts';
import type { CalendarEvent } from '../../events/event.ts';
import type { Store } from '../../store/store.ts';
import { announcedEvent } from './announced-event.ts';

type Records = Pick<Store, 'announcements' | 'deliveries'>;

/** An event as it was made known. */
export interface AnnouncedEvent {
  readonly event: CalendarEvent;
  /** The announcement still stands and names the event, if only to say that it is cancelled. */
  readonly stands: boolean;
  /** The announcement itself, as it was first posted; absent where it was posted nowhere yet. */
  readonly post?: { readonly at: number; readonly url?: string };
}

/** What is posted there is public. */
export const publicPlatform = 'web';

/** As many announcements, those that were changed last, are looked through. */
const announcementLimit = 500;

/**
 * The events of what was announced; those that do not take place after all, that an announcement no longer names, or whose
 * announcement was retracted, as cancelled. What is said of each is what was confirmed last, never a draft. With
 * `platforms`, only what was posted on one of them: what was announced to some is not told to others, and nothing before
 * its time.
 */
export async function announcedEvents(records: Records, platforms?: readonly string[]): Promise<AnnouncedEvent[]> {
  const listed = await records.announcements.list({
    statuses: ['confirmed', 'retracted'],
    limit: announcementLimit,
  });
  const found = await Promise.all(
    listed.map(async (announcement) => await read(records, announcement, ({ channel }) => isOn(platforms, channel))),
  );
  return found.flatMap((announced) =>
    announced === undefined || (platforms !== undefined && announced.post === undefined) ? [] : [announced],
  );
}

/** The event of an announcement that was posted somewhere; undefined as long as nobody could read it. */
export async function postedEvent(records: Records, announcementId: string): Promise<CalendarEvent | undefined> {
  const announcement = await records.announcements.get(announcementId);
  const announced = announcement && (await read(records, announcement, () => true));
  return announced?.post && announced.event;
}

async function read(
  { announcements, deliveries }: Records,
  announcement: Announcement,
  counts: (row: DeliveryProgress) => boolean,
): Promise<AnnouncedEvent | undefined> {
  const { id, status, revision, confirmedRevision } = announcement;
  const content =
    revision === confirmedRevision ? announcement.content : await announcements.content(id, confirmedRevision);
  // Of most announcements nothing more needs to be read: they have never had an event.
  if (content === undefined || (content.event === undefined && confirmedRevision === 1)) return undefined;
  const rows = await deliveries.progressOf(id);
  const told = content.event === undefined ? await lastTold(rows) : content;
  // A draft of a change, which nobody has been told, changes the announcement too.
  const updatedAt = Math.max(...rows.flatMap(({ kind, sentAt }) => (kind === 'reminder' ? [] : (sentAt ?? []))));
  const since = Number.isFinite(updatedAt) ? { updatedAt } : {};
  const event = told && announcedEvent({ ...announcement, ...since }, told, confirmedRevision);
  if (event === undefined) return undefined;
  const post = rows.find((row) => row.kind === 'post' && row.status === 'sent' && counts(row));
  const url = post?.message?.url;
  return {
    event,
    stands: status === 'confirmed' && content.event !== undefined,
    ...(post?.sentAt !== undefined && { post: { at: post.sentAt, ...(url !== undefined && { url }) } }),
  };

  /** What was last said of an event that is named no more, as cancelled. */
  async function lastTold(from: readonly DeliveryProgress[]): Promise<AnnouncementContent | undefined> {
    const revisions = new Set(from.filter((row) => row.status === 'sent').map((row) => row.revision));
    for (const earlier of [...revisions].toSorted((one, other) => other - one)) {
      const said = await announcements.content(id, earlier);
      if (said?.event !== undefined) return { ...said, event: { ...said.event, cancelled: true } };
    }
    return undefined;
  }
}

/** The calendars of a platform count as platforms of their own, named after it. */
function isOn(platforms: readonly string[] | undefined, channel: string): boolean {
  const found = platformOf(channel);
  return platforms?.some((platform) => found === platform || found.startsWith(`${platform}-`)) ?? true;
}
