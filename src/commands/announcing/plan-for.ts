import type { Announcement, AnnouncementContent, Audience } from '../../announcements/announcement.ts';
import type { Delivery } from '../../announcements/delivery.ts';
import { planDeliveries, type Plan } from '../../announcements/plan-deliveries.ts';
import { AppError } from '../../errors.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext } from '../command.ts';
import { postCalendarOf } from '../events/post-calendar.ts';

export interface Planned {
  /** Undefined when there is no such audience any more. */
  readonly audience: Audience | undefined;
  readonly earlier: readonly Delivery[];
  readonly plan: Plan;
}

/**
 * What confirming the newest revision would do now, as the records have it.
 * @throws AppError `store` when a revision that was confirmed is not stored
 */
export async function planFor(
  records: Records,
  announcement: Announcement,
  { outlets, clock, settings: { publicUrl } }: Pick<CommandContext, 'outlets' | 'clock' | 'settings'>,
): Promise<Planned> {
  const { id, revision, content } = announcement;
  const audience = await records.audiences.get(content.audience);
  const earlier = await records.deliveries.ofSubject(id);
  const contentOf = await confirmedContents(records, id, earlier);
  const plan = planDeliveries({
    id,
    revision,
    content,
    audience: audience ?? { name: content.audience, channels: [], crosspost: false },
    outlets,
    earlier,
    contentOf,
    calendarOf: postCalendarOf(announcement, {
      revision,
      contentOf,
      ...(publicUrl === undefined ? {} : { publicUrl }),
    }),
    now: clock(),
  });
  return { audience, earlier, plan };
}

/** What was confirmed as of a revision; drafts in between, which nobody was told, do not count. */
async function confirmedContents(
  { announcements }: Pick<Records, 'announcements'>,
  id: string,
  earlier: readonly Delivery[],
): Promise<(revision: number) => AnnouncementContent | undefined> {
  const revisions = earlier.filter(({ kind }) => kind !== 'remove').map(({ revision }) => revision);
  const contents = new Map<number, AnnouncementContent>();
  for (const revision of new Set(revisions)) {
    const content = await announcements.content(id, revision);
    if (content === undefined) {
      throw new AppError('store', `Revision ${revision} of announcement ${id} is not in the store.`);
    }
    contents.set(revision, content);
  }
  const known = [...contents].toSorted(([one], [other]) => one - other);
  return (revision) => known.findLast(([confirmed]) => confirmed <= revision)?.[1];
}
