import type { Announcement, Audience } from '../../announcements/announcement.ts';
import type { Delivery } from '../../announcements/delivery.ts';
import { planDeliveries, type Plan } from '../../announcements/plan-deliveries.ts';
import type { Records } from '../../store/store.ts';
import type { CommandContext } from '../command.ts';

export interface Planned {
  /** Undefined when there is no such audience any more. */
  readonly audience: Audience | undefined;
  readonly earlier: readonly Delivery[];
  readonly plan: Plan;
}

/** What confirming the newest revision would do now, as the records have it. */
export async function planFor(
  records: Records,
  announcement: Announcement,
  { outlets, clock }: Pick<CommandContext, 'outlets' | 'clock'>,
): Promise<Planned> {
  const { id, revision, content } = announcement;
  const audience = await records.audiences.get(content.audience);
  const earlier = await records.deliveries.ofSubject(id);
  const plan = planDeliveries({
    id,
    revision,
    content,
    audience: audience ?? { name: content.audience, channels: [], crosspost: false },
    outlets,
    earlier,
    now: clock(),
  });
  return { audience, earlier, plan };
}
