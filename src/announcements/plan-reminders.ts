import { platformOf } from '../chat/destination.ts';
import { reminderOffsets, type ReminderOffset } from './announcement.ts';
import { nextTurn, type Standing } from './channel-history.ts';
import { toDelivery, type ChannelPlan, type PlanInput, type PlannedChannel } from './channel-plan.ts';
import { reminderAt } from './reminder.ts';
import type { Rendering } from './rendering.ts';

/**
 * Plans the reminders of one channel: those still to come, each after the announcement itself (`postedAt`); edits of those
 * that stand and say something else now. Where the event has moved, the one that stands is taken away and another comes at
 * its time; where the event is gone, it is taken away.
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
  const isToCome = inAudience && content.reminders.includes(offset) && at > postedAt && !stillRight(standing, at);
  if (!isToCome && standing === undefined) return { add: [], problems: [] };
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

function stillRight(standing: Standing | undefined, at: number): boolean {
  return standing?.row.scheduledAt === at;
}
