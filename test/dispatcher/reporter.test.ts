import { beforeEach, describe, expect, test } from 'vitest';
import type { Posted } from '../../src/chat/outlet.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createReportKeeper, type ReportKeeperOptions } from '../../src/dispatcher/report-keeper.ts';
import { createReporter } from '../../src/dispatcher/reporter.ts';
import { AppError } from '../../src/errors.ts';
import type { Store, Watch } from '../../src/store/store.ts';
import { markdown } from '../contract/sample-core.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openTestStore, silentLog } from '../fakes/test-store.ts';
import { newDelivery } from './dispatch-harness.ts';

const content = { texts: {}, audience: 'all', zone: 'UTC', reminders: [], pings: false };
const day = 24 * 3_600_000;
let store: Store;
let now: number;

beforeEach(async () => {
  store = await openTestStore();
  now = Date.UTC(2027, 9, 7);
  await store.announcements.create({ id: 'a1', content, author: 'fake:ana', now });
  await store.announcements.move('a1', ['draft'], 'confirmed', now, 1);
});

function watch(messageId: string, subject = 'a1'): Watch {
  const reader = { person: { id: 'fake:ana' }, conversationId: 'c' };
  return { platform: 'fake', subject, message: { messageId }, reader, digest: '' };
}

/** What the figures say, in words. */
async function report(subject: string): Promise<Reply> {
  return { language: 'en', body: markdown(JSON.stringify(await store.deliveries.counts(subject))) };
}

/** A keeper whose room shows what it was given, or fails as it is told to. */
function keeperWith(change: Partial<ReportKeeperOptions> = {}) {
  const updates: string[] = [];
  const failures = new Map<string, unknown>();
  const update = async ({ messageId }: Posted): Promise<void> => {
    updates.push(messageId);
    if (failures.has(messageId)) throw failures.get(messageId);
  };
  const options = { platform: 'fake', update, store, report, log: silentLog, clock: () => now, ...change };
  return { keeper: createReportKeeper(options), updates, failures, watches: () => store.watches.list(['fake']) };
}

async function claimAndSettle(settlement: 'sent' | 'failed'): Promise<void> {
  const [claimed] = await store.deliveries.claim({ now, leaseMs: 1000, limit: 1, perSecond: { fake: 10 } });
  if (claimed === undefined) throw new Error('Nothing is due.');
  const done =
    settlement === 'sent'
      ? ({ status: 'sent', at: now } as const)
      : ({ status: 'failed', reason: 'archived' } as const);
  await store.deliveries.settle(claimed.id, claimed.fence, done);
}

describe('createReportKeeper()', () => {
  test('writes a report where something has changed, and nothing where nothing has', async () => {
    const { keeper, updates } = keeperWith();
    await store.watches.put(watch('m1'));
    await store.deliveries.add([newDelivery({ scheduledAt: now, dueAt: now })]);
    for (let round = 0; round < 5; round += 1) {
      await keeper.keep();
      now += 1000;
    }
    expect(updates).toEqual(['m1']);
    await claimAndSettle('sent');
    await keeper.keep();
    expect(updates).toEqual(['m1', 'm1']);
  });

  test('asks less and less often for a report that waits for a distant reminder', async () => {
    let asked = 0;
    const counting = async (subject: string): Promise<Reply> => {
      asked += 1;
      return report(subject);
    };
    const { keeper } = keeperWith({ report: counting });
    await store.watches.put(watch('m1'));
    await store.deliveries.add([newDelivery({ scheduledAt: now + 30 * day, dueAt: now + 30 * day })]);
    for (let round = 0; round < 7200; round += 1) {
      await keeper.keep();
      now += 1000;
    }
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(60);
  });

  test('writes nothing anew after a restart when the report stands as it is', async () => {
    await store.watches.put(watch('m1'));
    await keeperWith().keeper.keep();
    const { keeper, updates } = keeperWith();
    await keeper.keep();
    expect(updates).toEqual([]);
  });

  test('writes a report that was put up just now, although the figures are known', async () => {
    const { keeper, updates } = keeperWith();
    await store.watches.put(watch('m1'));
    await keeper.keep();
    await store.watches.put(watch('m2'));
    now += 15_000;
    await keeper.keep();
    expect(updates).toEqual(['m1', 'm2']);
  });

  test.each(['a1', undefined])('looks seldom at what is settled, and at once when told to: %s', async (told) => {
    const { keeper, updates } = keeperWith();
    await store.watches.put(watch('m1'));
    await store.deliveries.add([newDelivery({ scheduledAt: now, dueAt: now })]);
    await claimAndSettle('failed');
    await keeper.keep();
    await store.deliveries.retryFailed('a1', now);
    now += 1000;
    await keeper.keep();
    expect(updates).toEqual(['m1']);
    keeper.expect(told);
    await keeper.keep();
    expect(updates).toEqual(['m1', 'm1']);
  });

  test('keeps the report of what failed, to see it retried, and lets go of what is retracted or old', async () => {
    const { keeper, watches } = keeperWith();
    await store.watches.put(watch('m1'));
    await store.deliveries.add([newDelivery({ scheduledAt: now, dueAt: now })]);
    await claimAndSettle('failed');
    await store.announcements.move('a1', ['confirmed'], 'retracted', now);
    await keeper.keep();
    expect(await watches()).toHaveLength(1);
    now += 2000;
    await store.deliveries.retryFailed('a1', now);
    await claimAndSettle('sent');
    now += 15_000;
    await keeper.keep();
    expect(await watches()).toEqual([]);

    await store.announcements.create({ id: 'a2', content, author: 'fake:ana', now });
    await store.watches.put(watch('m2', 'a2'));
    await store.watches.put(watch('m3', 'never-was'));
    await keeper.keep();
    expect(await watches()).toMatchObject([{ subject: 'a2' }]);
    now += 31 * day;
    await keeper.keep();
    expect(await watches()).toEqual([]);
  });

  test('forgets a report whose message is gone, and writes the others', async () => {
    const { keeper, updates, failures, watches } = keeperWith();
    await store.watches.put(watch('m1'));
    await store.watches.put(watch('m2'));
    failures.set('m1', new AppError('refused', 'It is not there.', { reason: 'gone' }));
    await keeper.keep();
    expect(updates).toEqual(['m1', 'm2']);
    expect(await watches()).toMatchObject([{ message: { messageId: 'm2' } }]);
  });

  test.each([
    ['a throttle', new AppError('throttled', 'Slower.', { retryAfterMs: 20_000 }), 20_000],
    ['an unknown token', new AppError('unauthorized', 'Who?'), 60_000],
    ['no answer', new AppError('unknown', 'No answer.'), 5000],
    ['something unforeseen', new TypeError('No.'), 5000],
  ])('tries again after %s', async (_name, error, waitMs) => {
    const { keeper, updates, failures } = keeperWith();
    await store.watches.put(watch('m1'));
    failures.set('m1', error);
    await keeper.keep();
    failures.clear();
    now += waitMs - 1;
    await keeper.keep();
    expect(updates).toEqual(['m1']);
    now += 1;
    await keeper.keep();
    expect(updates).toEqual(['m1', 'm1']);
    now += waitMs;
    await keeper.keep();
    expect(updates).toEqual(['m1', 'm1']);
  });

  test('one report that cannot be made keeps no other', async () => {
    await store.announcements.create({ id: 'a0', content, author: 'fake:ana', now });
    await store.watches.put(watch('m0', 'a0'));
    await store.watches.put(watch('m1'));
    const { keeper, updates } = keeperWith({
      report: async (subject) => {
        if (subject === 'a0') throw new RangeError('Too much.');
        return report(subject);
      },
    });
    await keeper.keep();
    expect(updates).toEqual(['m1']);
  });
});

test('createReporter() keeps the rooms that can be kept, until it is stopped', async () => {
  const updates: string[] = [];
  const update = async ({ messageId }: Posted): Promise<void> => void updates.push(messageId);
  const updaters = new Map([
    ['fake', update],
    ['mute', undefined],
  ]);
  const reporter = createReporter({ updaters, store, report, log: silentLog, clock: () => now });
  reporter.start();
  reporter.start();
  await store.watches.put(watch('m1'));
  reporter.wake('a1');
  await waitUntil('the report', () => updates.length === 1);
  await Promise.all([reporter.stop(), reporter.stop()]);
  await store.watches.put(watch('m2'));
  reporter.wake();
  reporter.start();
  await reporter.stop();
  expect(updates).toEqual(['m1']);
});
