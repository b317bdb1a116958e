import { platformOf } from '../chat/destination.ts';
import { reminderOffsets, type ReminderOffset } from './announcement.ts';
import { nextTurn, type Standing } from './channel-history.ts';
import { toDelivery, type ChannelPlan, type PlanInput, type PlannedChannel } from './channel-plan.ts';
import { reminderAt } from './reminder.ts';
import type { Rendering } from './rendering.ts';

/**
 * Plans the reminders of one channel: those still to come, each after the announcement itself (`postedAt`); edits of those
 * that stand and say something else now, such as that the event is cancelled. Where the event has moved, the one that
 * stands is taken away, and another comes at its time if that is still to come; where the event is gone, it is taken away.
 */
export function planReminders(
  planned: PlannedChannel,
  input: PlanInput,
  rendering: Rendering,
  postedAt: number,
): ChannelPlan {
  const plans = reminderOffsets.map((offset) => planReminder(offset, planned, input, rendering, postedAt));
  return { add: plans.flatMap(({ add }) => add), problems: plans.flatMap(({ problems }) => problems) };
}

function planReminder(
  offset: ReminderOffset,
  planned: PlannedChannel,
  input: PlanInput,
  rendering: Rendering,
  postedAt: number,
): ChannelPlan {
  const { content, now } = input;
  const { channel, language, inAudience, history } = planned;
  const platform = platformOf(channel);
  const standing = history?.standing.get(offset);
  const soon = history === undefined ? now : nextTurn(history, now);
  const remove =
    standing === undefined ? [] : [toDelivery(input, planned, { kind: 'remove', slot: offset, scheduledAt: soon })];
  const rendered = rendering.reminder(platform, language, offset);
  if (content.event === undefined || rendered === undefined) return { add: remove, problems: [] };
  const at = reminderAt(content.event, offset);
  const isCancelled = content.event.cancelled === true;
  const isRight = standing !== undefined && remindedOf(standing, offset, input) === at;
  const isToCome = inAudience && !isCancelled && content.reminders.includes(offset) && at > postedAt && !isRight;
  if (!isToCome && (standing === undefined || !(isRight || isCancelled))) return { add: remove, problems: [] };
  const problems = rendered.problems.map((problem) => ({ channel, platform, language, problem }));
  if (problems.length > 0) return { add: [], problems };
  const { payload, plainPayload } = rendered;
  if (isToCome) {
    const next = toDelivery(input, planned, { kind: 'reminder', slot: offset, scheduledAt: at, payload, plainPayload });
    return { add: [...remove, next], problems: [] };
  }
  if (standing?.payload === payload) return { add: [], problems: [] };
  const edit = toDelivery(input, planned, { kind: 'edit', slot: offset, scheduledAt: soon, payload, plainPayload });
  return { add: [edit], problems: [] };
}

/** When the reminder that stands was meant to come; that it came later does not make it another. */
function remindedOf({ row }: Standing, offset: ReminderOffset, { contentOf }: PlanInput): number {
  const said = contentOf?.(row.revision)?.event;
  return said === undefined ? row.scheduledAt : reminderAt(said, offset);
}
