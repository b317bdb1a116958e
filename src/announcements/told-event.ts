import type { PostEvent } from '../chat/post.ts';
import { isUndone, type ChannelHistory, type PastDelivery } from './channel-history.ts';
import type { PlanInput } from './channel-plan.ts';
import { updateSlot } from './slots.ts';

/**
 * The event as the readers of a channel know it: from the post, and from the messages about changes that stand or may stand
 * there. That the post itself was edited meanwhile tells nobody who has read it. Undefined when no event was spoken of,
 * or nobody knows what was said.
 */
export function toldEvent(
  { rows, standing }: ChannelHistory,
  contentOf: NonNullable<PlanInput['contentOf']>,
): PostEvent | undefined {
  const post = standing.get('')?.row;
  if (post === undefined) return undefined;
  let told = contentOf(post.revision)?.event;
  const later = new Set(rows.map(({ revision }) => revision).filter((revision) => revision > post.revision));
  for (const revision of [...later].toSorted((one, other) => one - other)) {
    const said = contentOf(revision)?.event;
    if (said === undefined) continue;
    const happened = rows.filter((row) => row.revision === revision && mayHaveHappened(row));
    const isUpdated = happened.some(({ slot }) => slot === updateSlot(revision));
    const isEdited = happened.some(({ kind, slot }) => kind === 'edit' && slot === '');
    if (told === undefined) told = isEdited ? said : undefined;
    // A message that something is cancelled does not say where it has been moved to besides.
    else if (isUpdated) told = said.cancelled === true ? { ...told, cancelled: true } : said;
  }
  return told;
}

function mayHaveHappened(row: PastDelivery): boolean {
  return !isUndone(row) && row.status !== 'withdrawn';
}
