import type { Delivery, NewDelivery } from '../../src/announcements/delivery.ts';

/** What becomes of a try: it arrives, or not; the answer comes, or is lost; it is given up without anybody knowing. */
export const fates = [
  'done',
  'refused',
  'later',
  'lostAfter',
  'lostBefore',
  'unverifiedAfter',
  'unverifiedBefore',
] as const;

export type Fate = (typeof fates)[number];

interface Message {
  readonly channel: string;
  readonly slot: string;
  readonly key: string;
  payload: string;
}

/** The outbox as the store and the dispatcher keep it, and the platform behind it, for one announcement in memory. */
export interface OutboxModel {
  readonly deliveries: () => readonly Delivery[];
  readonly messages: () => readonly Message[];
  readonly carryOut: (plan: { add: readonly NewDelivery[]; withdrawIn: readonly string[] }) => void;
  /** Tries what is due, in each channel in order, as far as it gets. */
  readonly deliver: (now: number, fateOf: (delivery: Delivery) => Fate) => void;
  readonly retryFailed: () => void;
  /** Somebody takes away everything that stands in a channel. */
  readonly sweep: (channel: string) => void;
}

export function createOutboxModel(): OutboxModel {
  const rows: Delivery[] = [];
  const messages: Message[] = [];

  const set = (row: Delivery, what: Partial<Delivery>) => {
    const { reason: _, ...rest } = row;
    rows[rows.indexOf(row)] = { ...rest, ...what };
  };
  const arrive = ({ channel, slot, id, payload }: Delivery) => messages.push({ channel, slot, key: id, payload });

  function post(row: Delivery, fate: Fate): void {
    const found = messages.find(({ key }) => key === row.id);
    if (row.status === 'unknown' && found !== undefined)
      return set(row, { status: 'sent', message: { messageId: row.id } });
    switch (fate) {
      case 'done':
        arrive(row);
        return set(row, { status: 'sent', message: { messageId: row.id } });
      case 'refused':
        return set(row, { status: 'failed', reason: 'notInChannel' });
      case 'later':
        return set(row, { status: row.status, reason: 'unreachable', attempts: row.attempts + 1 });
      case 'lostAfter':
      case 'lostBefore':
        if (fate === 'lostAfter') arrive(row);
        return set(row, { status: 'unknown', reason: 'unreachable', attempts: row.attempts + 1 });
      case 'unverifiedAfter':
      case 'unverifiedBefore':
        if (fate === 'unverifiedAfter') arrive(row);
        return set(row, { status: 'failed', reason: 'unverified' });
    }
  }

  function change(row: Delivery, fate: Fate): void {
    const brought = rows.findLast(
      ({ channel, slot, kind, status, reason }) =>
        channel === row.channel &&
        slot === row.slot &&
        (kind === 'post' || kind === 'reminder') &&
        (status === 'sent' || reason === 'unverified'),
    );
    const target = messages.find(({ key }) => key === brought?.id);
    if (target === undefined) return set(row, { status: 'withdrawn', reason: 'gone' });
    if (row.kind === 'remove') {
      messages.splice(messages.indexOf(target), 1);
      return set(row, { status: 'sent' });
    }
    if (fate === 'refused') return set(row, { status: 'failed', reason: 'noPermission' });
    if (fate === 'later') return set(row, { status: row.status, reason: 'unreachable', attempts: row.attempts + 1 });
    if (fate !== 'lostBefore' && fate !== 'unverifiedBefore') target.payload = row.payload;
    if (fate === 'done') return set(row, { status: 'sent' });
    if (fate === 'unverifiedAfter' || fate === 'unverifiedBefore') {
      return set(row, { status: 'failed', reason: 'unreachable' });
    }
    return set(row, { status: 'unknown', reason: 'unreachable', attempts: row.attempts + 1 });
  }

  return {
    deliveries: () => [...rows],
    messages: () => messages,
    carryOut({ add, withdrawIn }) {
      for (const row of rows.filter((each) => withdrawIn.includes(each.channel) && isSurelyUndone(each))) {
        rows[rows.indexOf(row)] = { ...row, status: 'withdrawn' };
      }
      for (const delivery of add) rows.push({ ...delivery, attempts: 0, degraded: false });
    },
    deliver(now, fateOf) {
      for (const channel of new Set(rows.map((row) => row.channel))) {
        for (;;) {
          const [row] = rows
            .filter((each) => each.channel === channel && each.scheduledAt <= now)
            .filter(({ status }) => status === 'pending' || status === 'unknown')
            .toSorted((a, b) => a.scheduledAt - b.scheduledAt);
          if (row === undefined) break;
          const index = rows.indexOf(row);
          (row.kind === 'post' || row.kind === 'reminder' ? post : change)(row, fateOf(row));
          const { status } = rows[index] ?? row;
          if (status === 'pending' || status === 'unknown') break;
        }
      }
    },
    sweep(channel) {
      for (const message of messages.filter((each) => each.channel === channel)) {
        messages.splice(messages.indexOf(message), 1);
      }
    },
    retryFailed() {
      for (const [index, row] of rows.entries()) {
        if (row.status !== 'failed') continue;
        const isReplaced = rows
          .slice(index + 1)
          .filter(({ status }) => status !== 'withdrawn')
          .some(({ channel, slot }) => channel === row.channel && slot === row.slot);
        if (!isReplaced) set(row, { status: row.reason === 'unverified' ? 'unknown' : 'pending', attempts: 0 });
      }
    },
  };
}

function isSurelyUndone({ status, reason }: Delivery): boolean {
  return status === 'pending' || status === 'held' || (status === 'failed' && reason !== 'unverified');
}
