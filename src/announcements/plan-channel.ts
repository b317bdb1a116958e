import { platformOf } from '../chat/destination.ts';
import type { DeliveryReason } from '../errors.ts';
import { nextTurn } from './channel-history.ts';
import { toDelivery, type ChannelPlan, type PlanInput, type PlannedChannel } from './channel-plan.ts';
import type { DeliveryKind } from './delivery.ts';
import { planEntry } from './plan-entry.ts';
import { planReminders } from './plan-reminders.ts';
import { planUpdate } from './plan-update.ts';
import type { Rendering } from './rendering.ts';

/** Plans one channel: the announcement itself, then what is said of a change, then the reminders. */
export function planChannel(planned: PlannedChannel, input: PlanInput, rendering: Rendering): ChannelPlan {
  const { content, now } = input;
  const { channel, language, history } = planned;
  const platform = platformOf(channel);
  if (rendering.takesEvents(platform)) return planEntry(planned, input, rendering);
  const standing = history?.standing.get('');
  const kind: DeliveryKind = standing === undefined ? 'post' : 'edit';
  const scheduledAt =
    history === undefined || standing === undefined ? Math.max(content.publishAt ?? now, now) : nextTurn(history, now);
  const hold = (heldBecause: DeliveryReason): ChannelPlan => ({
    add: [toDelivery(input, planned, { kind, slot: '', scheduledAt, heldBecause })],
    problems: [],
  });
  if (!rendering.knows(platform)) return hold('notConfigured');
  const rendered = rendering.post(platform, language);
  if (rendered === undefined) return hold('missingLanguage');
  const update = planUpdate(planned, input, rendering, scheduledAt);
  const reminders = planReminders(planned, input, rendering, scheduledAt);
  const problems = rendered.problems.map((problem) => ({ channel, platform, language, problem }));
  if (problems.length > 0) return { add: [], problems };
  const { payload, plainPayload } = rendered;
  const text =
    standing?.payload === payload
      ? []
      : [toDelivery(input, planned, { kind, slot: '', scheduledAt, payload, plainPayload })];
  return { add: [...text, ...update.add, ...reminders.add], problems: [...update.problems, ...reminders.problems] };
}
