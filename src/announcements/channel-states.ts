import type { DeliveryReason } from '../errors.ts';
import type { DeliveryProgress, DeliveryKind } from './delivery.ts';
import { isUpdateSlot, reminderIn } from './slots.ts';

/** How things stand in one channel, as an author sees it, worst first. */
export const channelConditions = ['failed', 'held', 'gone', 'checking', 'waiting', 'takenBack', 'sent'] as const;

export type ChannelCondition = (typeof channelConditions)[number];

export interface ChannelState {
  readonly channel: string;
  readonly condition: ChannelCondition;
  /** What was done last, or is to be done. */
  readonly kind: DeliveryKind;
  /** Which of several: the reminder's offset, a message about a change; empty for the announcement itself. */
  readonly slot: string;
  readonly reason?: DeliveryReason;
  /** When it arrived. */
  readonly sentAt?: number;
  /** When it is tried next, where it waits after a try. */
  readonly nextTryAt?: number;
  /** When it was meant to be done. */
  readonly scheduledAt: number;
  /** An earlier text stands there while the change is on its way or has failed. */
  readonly outdated: boolean;
  readonly url?: string;
}

/**
 * What the newest delivery of the announcement says of each channel, in the order in which the channels first came up.
 * Channels in which nothing was or will be done are left out. `deliveries` are those of one announcement, oldest first.
 */
export function channelStates(deliveries: readonly DeliveryProgress[]): ChannelState[] {
  return statesBy(deliveries.filter(({ slot }) => slot === ''));
}

/** The same of the reminders: one state a channel and reminder. */
export function reminderStates(deliveries: readonly DeliveryProgress[]): ChannelState[] {
  return statesBy(deliveries.filter(({ slot }) => reminderIn(slot) !== undefined));
}

/** The same of the messages about changes: one state a channel and message. */
export function updateStates(deliveries: readonly DeliveryProgress[]): ChannelState[] {
  return statesBy(deliveries.filter(({ slot }) => isUpdateSlot(slot)));
}

function statesBy(deliveries: readonly DeliveryProgress[]): ChannelState[] {
  const groups = Map.groupBy(deliveries.filter(counts), ({ channel, slot }) => `${channel} ${slot}`);
  return [...groups.values()].map(stateOf);
}

/** What was withdrawn says nothing, unless that was because the message had been deleted in the channel. */
function counts({ status, reason }: DeliveryProgress): boolean {
  return status !== 'withdrawn' || reason === 'gone';
}

function stateOf(rows: readonly DeliveryProgress[]): ChannelState {
  const newest = rows.reduce((last, row) => (row.revision >= last.revision ? row : last));
  const condition = conditionOf(newest);
  const standing = rows.findLast(({ kind, status, message }) => kind !== 'remove' && status === 'sent' && message);
  const url = condition === 'takenBack' || condition === 'gone' ? undefined : standing?.message?.url;
  return {
    channel: newest.channel,
    slot: newest.slot,
    condition,
    kind: newest.kind,
    scheduledAt: newest.scheduledAt,
    outdated: standing !== undefined && newest.kind === 'edit' && newest.status !== 'sent' && condition !== 'gone',
    ...(newest.reason === undefined || condition === 'sent' ? {} : { reason: newest.reason }),
    ...(newest.sentAt === undefined ? {} : { sentAt: newest.sentAt }),
    ...(condition === 'waiting' && newest.attempts > 0 ? { nextTryAt: newest.dueAt } : {}),
    ...(url === undefined ? {} : { url }),
  };
}

function conditionOf({ status, kind }: DeliveryProgress): ChannelCondition {
  switch (status) {
    case 'pending':
    case 'claimed':
      return 'waiting';
    case 'unknown':
      return 'checking';
    case 'sent':
      return kind === 'remove' ? 'takenBack' : 'sent';
    case 'failed':
      return 'failed';
    case 'held':
      return 'held';
    case 'withdrawn':
      return 'gone';
  }
}

/** How many of the states stand where. */
export function countConditions(states: readonly ChannelState[]): ReadonlyMap<ChannelCondition, number> {
  const counted = new Map<ChannelCondition, number>();
  for (const { condition } of states) counted.set(condition, (counted.get(condition) ?? 0) + 1);
  return counted;
}
