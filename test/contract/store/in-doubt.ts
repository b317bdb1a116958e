import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase } from './test-database.ts';

const claimAll = { now, leaseMs: 60_000, limit: 100, perSecond: unbounded };

export function describeInDoubt(newDatabase: NewDatabase): void {
  describe('deliveries of a database that was restored', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('doubtDue() puts in doubt what was due, for want of knowing what was sent after the backup', async () => {
      await store.deliveries.add([delivery({ channel: 'chat:tried' }), delivery({ channel: 'chat:unknown' })]);
      const [tried, unknown] = await store.deliveries.claim(claimAll);
      expect(tried?.channel).toBe('chat:tried');
      const left = { status: 'unknown', dueAt: now + 9_000, reason: 'unreachable', counts: true } as const;
      await store.deliveries.settle(unknown?.id ?? '', 1, left);
      const held = { status: 'held', reason: 'missed' } as const;
      await store.deliveries.add([
        delivery({ channel: 'chat:pending' }),
        delivery({ channel: 'chat:later', scheduledAt: now + 1 }),
        delivery({ channel: 'chat:held', ...held }),
        delivery({ channel: 'chat:question', subject: 'forward:1' }),
      ]);
      expect(await store.deliveries.doubtDue(now)).toBe(4);
      const rows = await store.deliveries.ofSubject('a1');
      expect(rows.map(({ channel, status }) => [channel, status])).toEqual([
        ['chat:tried', 'unknown'],
        ['chat:unknown', 'unknown'],
        ['chat:pending', 'unknown'],
        ['chat:later', 'pending'],
        ['chat:held', 'held'],
      ]);
      // What a dispatcher that still runs has to say about its claim is not heard.
      expect(await store.deliveries.settle(tried?.id ?? '', 1, { status: 'sent', at: now })).toBe(false);
      const claimed = await store.deliveries.claim({ ...claimAll, now: now + 1_000 });
      expect(claimed.map(({ channel, mustReconcile }) => [channel, mustReconcile])).toEqual([
        ['chat:tried', true],
        ['chat:unknown', true],
        ['chat:pending', true],
        ['chat:question', true],
        ['chat:later', false],
      ]);
    });

    it('doubtDue() has what waits for a word looked for, once it is given', async () => {
      await store.deliveries.add([
        delivery({ channel: 'chat:held', status: 'held', reason: 'missed' }),
        delivery({ channel: 'chat:failed' }),
      ]);
      const [failed] = await store.deliveries.claim(claimAll);
      await store.deliveries.settle(failed?.id ?? '', 1, { status: 'failed', reason: 'archived' });
      expect(await store.deliveries.doubtDue(now)).toBe(0);
      await store.deliveries.releaseMissed('a1', now + 1_000);
      await store.deliveries.retryFailed('a1', now + 1_000);
      const claimed = await store.deliveries.claim({ ...claimAll, now: now + 1_000 });
      expect(claimed.map(({ mustReconcile }) => mustReconcile)).toEqual([true, true]);
    });

    it('holdMissed() has what may have been posted looked for, and nothing sent unless somebody says so', async () => {
      const names = ['claimed', 'unknown', 'pending'] as const;
      await store.deliveries.add(names.map((name) => delivery({ channel: `chat:${name}` })));
      const [, unknown, pending] = await store.deliveries.claim(claimAll);
      const again = { dueAt: now, reason: 'unreachable', counts: true } as const;
      await store.deliveries.settle(unknown?.id ?? '', 1, { status: 'unknown', ...again });
      await store.deliveries.settle(pending?.id ?? '', 1, { status: 'pending', ...again });
      expect(await store.deliveries.holdMissed(now + 1)).toEqual(['a1']);
      const late = { ...claimAll, now: now + 100_000 };
      const claimed = await store.deliveries.claim(late);
      expect(claimed.map(({ channel, mustReconcile, overdue }) => [channel, mustReconcile, overdue])).toEqual([
        ['chat:unknown', true, true],
        ['chat:claimed', true, true],
      ]);
      for (const { id } of claimed) await store.deliveries.settle(id, 2, { status: 'failed', reason: 'missed' });
      await store.deliveries.add([
        delivery({ subject: 'a2', scheduledAt: late.now + 9_000 }),
        delivery({ subject: 'a3', scheduledAt: late.now + 8_000 }),
        delivery({ subject: 'a4', scheduledAt: late.now + 8_000, kind: 'reminder', slot: '1d' }),
        delivery({ subject: 'a5', status: 'held', reason: 'missingLanguage' }),
      ]);
      expect(await store.deliveries.missed(9)).toEqual(['a1']);
      expect(await store.deliveries.ahead(late.now, 9)).toEqual(['a3', 'a2']);
      expect(await store.deliveries.ahead(late.now, 1)).toEqual(['a3']);
      expect(await store.deliveries.releaseMissed('a1', late.now + 1_000)).toBe(1);
      expect(await store.deliveries.retryFailed('a1', late.now + 1_000)).toBe(2);
      const released = await store.deliveries.claim({ ...late, now: late.now + 1_000 });
      expect(released.map(({ mustReconcile, overdue }) => [mustReconcile, overdue])).toEqual([
        [true, undefined],
        [true, undefined],
        [false, undefined],
      ]);
      expect(await store.deliveries.missed(9)).toEqual([]);
    });
  });
}
