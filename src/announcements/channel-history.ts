import type { Delivery, DeliveryProgress } from './delivery.ts';

/** A delivery of the past; what it said matters only to whoever compares it with what is to be said. */
export type PastDelivery = DeliveryProgress & Partial<Pick<Delivery, 'payload'>>;

/** What has become of an announcement in one channel so far. */
export interface ChannelHistory {
  readonly rows: readonly PastDelivery[];
  /** Something of it is still to be done for the first time, waits, or has failed: it is withdrawn before anything anew. */
  readonly hasUndone: boolean;
  /** The messages that stand there, or may stand: at most one a slot, by slot (the post's is empty). */
  readonly standing: ReadonlyMap<string, Standing>;
}

export interface Standing {
  readonly slot: string;
  /** The delivery that brought the message there. */
  readonly row: PastDelivery;
  /** What it says now; undefined where that is not sure, such as while a change of it is under way. */
  readonly payload: string | undefined;
}

/** The history of each channel, in the order in which they first came up; `deliveries` as the store has them, oldest first. */
export function channelHistories(deliveries: readonly PastDelivery[]): ReadonlyMap<string, ChannelHistory> {
  const histories = new Map<string, ChannelHistory>();
  for (const [channel, rows] of Map.groupBy(deliveries, (row) => row.channel)) {
    histories.set(channel, { rows, hasUndone: rows.some(isUndone), standing: standingOf(rows) });
  }
  return histories;
}

/** When something may be done in a channel so that it comes after what is under way there, whoever's clock was late. */
export function nextTurn({ rows }: ChannelHistory, now: number): number {
  const underWay = rows.filter(({ status }) => status === 'claimed' || status === 'unknown');
  return Math.max(now, ...underWay.map(({ scheduledAt }) => scheduledAt));
}

/** It has surely not happened: nothing stands because of it, and withdrawing it keeps it from happening. */
export function isUndone({ status, reason }: Pick<Delivery, 'status' | 'reason'>): boolean {
  return status === 'pending' || status === 'held' || (status === 'failed' && reason !== 'unverified');
}

function standingOf(rows: readonly PastDelivery[]): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const row of rows) {
    const { kind, slot, status, reason } = row;
    const before = standing.get(slot);
    if (kind === 'post' || kind === 'reminder') {
      if (!isUndone(row) && status !== 'withdrawn') standing.set(slot, { slot, row, payload: payloadOnceSent(row) });
    } else if (before !== undefined && wasTried(row)) {
      // That nothing was found to take away does not say that nothing will stand there: what was given up can be retried.
      const isTakenAway = kind === 'remove' && !isUndone(row) && reason !== 'gone';
      if (isTakenAway) standing.delete(slot);
      else if (kind === 'edit') standing.set(slot, { ...before, payload: payloadOnceSent(row) });
    }
  }
  return standing;
}

/** A text that was tried may stand there, also where the try failed in the end. */
function wasTried({ status, attempts, reason }: PastDelivery): boolean {
  return attempts > 0 || reason !== undefined || status === 'sent' || status === 'claimed' || status === 'unknown';
}

function payloadOnceSent({ status, payload }: PastDelivery): string | undefined {
  return status === 'sent' ? payload : undefined;
}
