import type { AnnouncementContent } from './announcement.ts';
import type { Plan } from './plan-deliveries.ts';

/** In how many channels everybody is notified when the plan is carried out. Edits and reminders notify nobody. */
export function pingedChannels({ pings }: AnnouncementContent, { add }: Pick<Plan, 'add'>): number {
  if (!pings) return 0;
  const posts = add.filter(({ kind, status }) => kind === 'post' && status === 'pending');
  return new Set(posts.map(({ channel }) => channel)).size;
}
