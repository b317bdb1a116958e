import type { ClaimedDelivery, Settlement } from '../announcements/delivery.ts';
import type { Outlet, Posted } from '../chat/outlet.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { DispatcherTiming } from './timing.ts';

/** The places at which a delivery may be cut off by the end of the process. */
export const steps = ['claimed', 'reconciled', 'sending', 'sent', 'settled'] as const;

export type Step = (typeof steps)[number];

export interface Trying {
  readonly outlet: Outlet;
  readonly deliveries: Pick<Store['deliveries'], 'progressOf'>;
  readonly clock: Clock;
  readonly timing: Pick<DispatcherTiming, 'maxTries' | 'windowMs'>;
  /** Whether the claim outlasts one more request: who sends later may send what somebody else has claimed since. */
  readonly mayStillSend: () => boolean;
  readonly onStep: (step: Step, id: string) => void;
}

/** How a try went; `unseen` as in `nextAttempt`. */
export type Tried = { readonly settlement: Settlement } | { readonly error: unknown; readonly unseen: boolean };

/** Does what a delivery says, once. Never rejects. */
export async function tryDelivery(delivery: ClaimedDelivery, trying: Trying): Promise<Tried> {
  try {
    return delivery.kind === 'post' || delivery.kind === 'reminder'
      ? await post(delivery, trying)
      : await change(delivery, trying);
  } catch (error) {
    return { error, unseen: false };
  }
}

async function post(delivery: ClaimedDelivery, trying: Trying): Promise<Tried> {
  const { outlet, clock, timing, onStep, mayStillSend } = trying;
  const { id, channel, attempts, fence, scheduledAt } = delivery;
  const lateMs = clock() - scheduledAt;
  if (delivery.mustReconcile) {
    let found: Posted | undefined;
    try {
      found = await outlet.find(channel, id);
    } catch (error) {
      return { error, unseen: true };
    }
    onStep('reconciled', id);
    if (found !== undefined) return { settlement: { status: 'sent', message: found, at: clock() } };
    // No platform is looked through further back than this, so it may stand all the same.
    if (lateMs > timing.windowMs) return { settlement: { status: 'failed', reason: 'unverified' } };
    if (delivery.overdue === true) return { settlement: { status: 'failed', reason: 'missed' } };
    if (attempts >= timing.maxTries) return { settlement: { status: 'failed', reason: 'unreachable' } };
  } else if (fence === 1 && lateMs > timing.windowMs) {
    // Its platform was not there for so long that the news is old.
    return { settlement: { status: 'failed', reason: 'missed' } };
  }
  const payload = payloadOf(delivery);
  if (payload === '') return { settlement: { status: 'failed', reason: 'missingLanguage' } };
  onStep('sending', id);
  if (!mayStillSend()) return putBack(delivery, clock());
  const message = await outlet.send(channel, payload, id);
  onStep('sent', id);
  return { settlement: { status: 'sent', message, at: clock() } };
}

async function change(delivery: ClaimedDelivery, trying: Trying): Promise<Tried> {
  const { outlet, clock, onStep, mayStillSend } = trying;
  const target = delivery.target ?? (await findUnverified(delivery, trying));
  if (target === undefined) return { settlement: { status: 'withdrawn', reason: 'gone' } };
  onStep('sending', delivery.id);
  if (!mayStillSend()) return putBack(delivery, clock());
  await (delivery.kind === 'edit' ? outlet.edit(target, payloadOf(delivery)) : outlet.remove(target));
  onStep('sent', delivery.id);
  return { settlement: { status: 'sent', message: target, at: clock() } };
}

/** Nothing was sent: whoever claims it next begins where this try began. */
function putBack({ mustReconcile }: ClaimedDelivery, now: number): Tried {
  const status = mustReconcile ? 'unknown' : 'pending';
  return { settlement: { status, dueAt: now, reason: 'unreachable', counts: false } };
}

/** The message of a post that was given up without anybody knowing whether it stands. */
async function findUnverified(delivery: ClaimedDelivery, { outlet, deliveries }: Trying): Promise<Posted | undefined> {
  const { subject, channel, slot } = delivery;
  const given = (await deliveries.progressOf(subject)).findLast(
    (other) =>
      other.channel === channel &&
      other.slot === slot &&
      (other.kind === 'post' || other.kind === 'reminder') &&
      other.reason === 'unverified',
  );
  return given === undefined ? undefined : outlet.find(channel, given.id);
}

function payloadOf({ degraded, payload, plainPayload }: ClaimedDelivery): string {
  return degraded ? plainPayload : payload;
}
