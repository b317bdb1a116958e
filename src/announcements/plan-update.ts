import { platformOf } from '../chat/destination.ts';
import type { ChannelHistory } from './channel-history.ts';
import { toDelivery, type ChannelPlan, type PlanInput, type PlannedChannel } from './channel-plan.ts';
import { endOf, eventChange } from './event-change.ts';
import type { Rendering } from './rendering.ts';
import { updateSlot } from './slots.ts';
import { toldEvent } from './told-event.ts';

const nothing: ChannelPlan = { add: [], problems: [] };

/**
 * Plans the short message in a channel whose readers were told another time or place of the event, or that it does (not)
 * take place; `scheduledAt`: when the announcement itself is edited there. Nothing where no announcement stands, also
 * because somebody took it away, and nothing of an event that is over. It replaces a message about an earlier change that
 * has not been sent.
 */
export function planUpdate(
  planned: PlannedChannel,
  input: PlanInput,
  rendering: Rendering,
  scheduledAt: number,
): ChannelPlan {
  const { content, contentOf, revision, now } = input;
  const { channel, language, history } = planned;
  const { event } = content;
  if (history === undefined || contentOf === undefined || event === undefined || isGone(history)) return nothing;
  const change = eventChange(toldEvent(history, contentOf), event);
  if (change === undefined || endOf(change.kind === 'cancelled' ? change.before : event) <= now) return nothing;
  const platform = platformOf(channel);
  const rendered = rendering.update(platform, language, change);
  if (rendered === undefined) return nothing;
  const { payload, plainPayload } = rendered;
  const problems = rendered.problems.map((problem) => ({ channel, platform, language, problem }));
  if (problems.length > 0) return { add: [], problems };
  const draft = { kind: 'post', slot: updateSlot(revision), scheduledAt, payload, plainPayload } as const;
  return { add: [toDelivery(input, planned, draft)], problems: [] };
}

/** Whether the announcement was not there any more when it was last changed. */
function isGone({ rows }: ChannelHistory): boolean {
  const last = rows.findLast(({ slot, status, reason }) => slot === '' && (status === 'sent' || reason === 'gone'));
  return last?.reason === 'gone';
}
