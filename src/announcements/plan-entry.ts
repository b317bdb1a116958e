import { platformOf } from '../chat/destination.ts';
import { nextTurn } from './channel-history.ts';
import {
  toDelivery,
  type ChannelPlan,
  type DeliveryDraft,
  type PlanInput,
  type PlannedChannel,
} from './channel-plan.ts';
import { endOf } from './event-change.ts';
import type { Rendering } from './rendering.ts';

/**
 * Plans the entry of an event in a platform's own calendar: it is made for an event that is still to come when the
 * announcement is posted, edited when the event changes until it is over, and taken out when the event is cancelled or
 * not spoken of any more. Should it take place after all, another entry is made: calendars do not take one back.
 */
export function planEntry(planned: PlannedChannel, input: PlanInput, rendering: Rendering): ChannelPlan {
  const { content, now } = input;
  const { channel, language, history } = planned;
  const { event } = content;
  const platform = platformOf(channel);
  const standing = history?.standing.get('');
  const soon = history === undefined ? now : nextTurn(history, now);
  const only = (draft: DeliveryDraft): ChannelPlan => ({ add: [toDelivery(input, planned, draft)], problems: [] });
  const nothing: ChannelPlan = { add: [], problems: [] };

  if (event === undefined || event.cancelled === true) {
    return standing === undefined ? nothing : only({ kind: 'remove', slot: '', scheduledAt: soon });
  }
  const kind = standing === undefined ? 'post' : 'edit';
  const scheduledAt = standing === undefined ? Math.max(content.publishAt ?? now, soon) : soon;
  const isTooLate = standing === undefined ? event.startAt <= scheduledAt : endOf(event) <= now;
  if (isTooLate) return nothing;
  const rendered = rendering.post(platform, language);
  if (rendered === undefined) return only({ kind, slot: '', scheduledAt, heldBecause: 'missingLanguage' });
  const problems = rendered.problems.map((problem) => ({ channel, platform, language, problem }));
  if (problems.length > 0) return { add: [], problems };
  const { payload, plainPayload } = rendered;
  return standing?.payload === payload ? nothing : only({ kind, slot: '', scheduledAt, payload, plainPayload });
}
