import { describe, expect, test } from 'vitest';
import { limits as discord } from '../../adapters/discord/limits.ts';
import { limits as slack } from '../../adapters/slack/limits.ts';
import type { ClaimedDelivery } from '../../src/announcements/delivery.ts';
import { dispatcherTiming } from '../../src/dispatcher/timing.ts';
import { tryDelivery, type Trying } from '../../src/dispatcher/try-delivery.ts';
import { fastClock, openDispatching } from './dispatch-harness.ts';

/** A claimed delivery and what trying it takes, on a clock that stands still. */
async function openTry(change: Partial<ClaimedDelivery> & { readonly isOurs: boolean }) {
  const { isOurs, ...changed } = change;
  const { platform, store, outlet, deliver } = await openDispatching();
  const now = fastClock();
  await deliver.add({ channel: deliver.channel('news'), scheduledAt: now, dueAt: now });
  const [claimed] = await store.deliveries.claim({ now, leaseMs: 1000, limit: 1, perSecond: { fake: 1 } });
  if (claimed === undefined) throw new Error('Nothing could be claimed.');
  const trying: Trying = {
    outlet,
    deliveries: store.deliveries,
    clock: () => now,
    timing: dispatcherTiming,
    mayStillSend: () => isOurs,
    onStep: () => undefined,
  };
  return { platform, now, attempt: async () => await tryDelivery({ ...claimed, ...changed }, trying) };
}

describe('tryDelivery() sends nothing when the claim may lapse on the way', () => {
  test.each([
    ['a post', { kind: 'post', mustReconcile: false }, 'pending'],
    ['a post in doubt', { kind: 'post', mustReconcile: true }, 'unknown'],
    ['an edit', { kind: 'edit', mustReconcile: false, target: { messageId: 'm1' } }, 'pending'],
    ['a removal', { kind: 'remove', mustReconcile: true, target: { messageId: 'm1' } }, 'unknown'],
  ] as const)('%s is put back as it was', async (_name, change, status) => {
    const { platform, now, attempt } = await openTry({ ...change, isOurs: false });
    const settlement = { status, dueAt: now, reason: 'unreachable', counts: false };
    expect(await attempt()).toEqual({ settlement });
    expect(platform.requests.writes).toBe(0);
  });

  test.each(Object.entries({ slack, discord }))('%s answers or is given up before', (_name, { requestMs }) => {
    expect(requestMs).toBeLessThanOrEqual(dispatcherTiming.leaseMs / 2);
  });
});

describe('tryDelivery() when nobody delivered for too long after a try', () => {
  test('leaves a post that does not stand to its author', async () => {
    const { platform, attempt } = await openTry({ isOurs: true, mustReconcile: true, overdue: true });
    expect(await attempt()).toEqual({ settlement: { status: 'failed', reason: 'missed' } });
    expect(platform.requests.writes).toBe(0);
  });
});
