import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase } from './test-database.ts';

const claimAll = { now, leaseMs: 60_000, limit: 100, perSecond: unbounded };

export function describeDeliveries(newDatabase: NewDatabase): void {
  describe('deliveries', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('add() writes what is not there yet and says how many', async () => {
      expect(await store.deliveries.add([delivery(), delivery({ channel: 'chat:two' })])).toBe(2);
      const again = [delivery({ payload: 'another' }), delivery({ channel: 'chat:three' })];
      expect(await store.deliveries.add(again)).toBe(1);
      expect((await store.deliveries.ofSubject('a1')).map(({ channel, payload }) => [channel, payload])).toEqual(
        ['chat:one', 'chat:two', 'chat:three'].map((channel) => [channel, '{"text":"Hello"}']),
      );
      expect(await store.deliveries.add([])).toBe(0);
    });

    it('add() refuses an id that stands for something else', async () => {
      await store.deliveries.add([delivery()]);
      await expect(store.deliveries.add([delivery({ channel: 'chat:two', id: delivery().id })])).rejects.toMatchObject({
        code: 'store',
      });
      expect(await store.deliveries.ofSubject('a1')).toHaveLength(1);
    });

    it('add() writes 3,000 rows in the order in which they were given', async () => {
      const channels = Array.from({ length: 3_000 }, (_, index) => `chat:${index}`);
      expect(await store.deliveries.add(channels.map((channel) => delivery({ channel })))).toBe(3_000);
      expect((await store.deliveries.ofSubject('a1')).map(({ channel }) => channel)).toEqual(channels);
    });

    it('settle() writes what became of a claim', async () => {
      const message = { messageId: 'm1', url: 'https://chat.test/m1' };
      const settlements = [
        { status: 'sent', message, at: now + 5 },
        { status: 'pending', dueAt: now + 9, reason: 'throttled', counts: false },
        { status: 'unknown', dueAt: now + 9, reason: 'unreachable', counts: true },
        { status: 'pending', dueAt: now, reason: 'tooLarge', counts: true, degraded: true },
        { status: 'failed', reason: 'archived' },
        { status: 'withdrawn', reason: 'gone' },
      ] as const;
      await store.deliveries.add(settlements.map((_, index) => delivery({ channel: `chat:${index}` })));
      for (const [index, { id, fence }] of (await store.deliveries.claim(claimAll)).entries()) {
        const settlement = settlements[index] ?? settlements[0];
        expect(await store.deliveries.settle(id, fence, settlement)).toBe(true);
        expect(await store.deliveries.settle(id, fence, settlement)).toBe(false);
      }
      const rows = await store.deliveries.ofSubject('a1');
      expect(rows.map(({ status, reason, attempts, degraded }) => [status, reason, attempts, degraded])).toEqual([
        ['sent', undefined, 0, false],
        ['pending', 'throttled', 0, false],
        ['unknown', 'unreachable', 1, false],
        ['pending', 'tooLarge', 1, true],
        ['failed', 'archived', 0, false],
        ['withdrawn', 'gone', 0, false],
      ]);
      expect(rows[0]).toMatchObject({ message, sentAt: now + 5 });
      const progress = rows.map(({ payload: _payload, plainPayload: _plain, ...others }) => others);
      expect(await store.deliveries.progressOf('a1')).toEqual(progress);
      expect(await store.deliveries.counts('a1')).toEqual({ sent: 1, pending: 2, unknown: 1, failed: 1, withdrawn: 1 });
    });

    it('get() and counts() know nothing of what is not there', async () => {
      expect(await store.deliveries.get('nothing')).toBeUndefined();
      expect(await store.deliveries.counts('nothing')).toEqual({});
    });

    it('withdraw() takes back what has surely not happened, in the channels and of the kinds that are named', async () => {
      const settlements = [
        { status: 'sent', at: now },
        { status: 'unknown', dueAt: now, reason: 'unreachable', counts: true },
        { status: 'failed', reason: 'unverified' },
        { status: 'failed', reason: 'archived' },
        { status: 'pending', dueAt: now, reason: 'throttled', counts: true },
      ] as const;
      const channels = [...settlements.map(({ status }, index) => `chat:${status}${index}`), 'chat:claimed'];
      await store.deliveries.add(channels.map((channel) => delivery({ channel })));
      const claims = await store.deliveries.claim(claimAll);
      for (const [index, settlement] of settlements.entries()) {
        await store.deliveries.settle(claims[index]?.id ?? '', 1, settlement);
      }
      await store.deliveries.add([
        delivery({ channel: 'chat:held', status: 'held', reason: 'missingLanguage' }),
        delivery({ channel: 'chat:two', kind: 'reminder', slot: '7d' }),
        delivery({ channel: 'chat:two', kind: 'reminder', slot: '1d' }),
        delivery({ channel: 'chat:two' }),
        delivery({ channel: 'chat:three' }),
        delivery({ subject: 'a2' }),
      ]);
      expect(await store.deliveries.withdraw('a1', { channels: ['chat:two'], kinds: ['reminder'] })).toBe(2);
      expect(await store.deliveries.withdraw('a1', { channels: [] })).toBe(0);
      expect(await store.deliveries.withdraw('a1', { kinds: [] })).toBe(0);
      expect(await store.deliveries.withdraw('a1')).toBe(5);
      expect(await store.deliveries.counts('a1')).toEqual({ sent: 1, unknown: 1, failed: 1, claimed: 1, withdrawn: 7 });
      expect(await store.deliveries.counts('a2')).toEqual({ pending: 1 });
    });

    it('retryFailed() starts failed deliveries anew, in doubt where a message may stand', async () => {
      const ids = ['refused', 'unverified', 'doubtful'].map((name) => delivery({ channel: `chat:${name}` }).id);
      const [refused = '', unverified = '', doubtful = ''] = ids;
      await store.deliveries.add(ids.map((id) => delivery({ id, channel: id.slice(id.indexOf('chat')) })));
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(refused, 1, { status: 'failed', reason: 'notInChannel' });
      await store.deliveries.settle(unverified, 1, { status: 'failed', reason: 'unverified' });
      await store.deliveries.settle(doubtful, 1, {
        status: 'unknown',
        dueAt: now,
        reason: 'unreachable',
        counts: true,
      });
      await store.deliveries.claim({ ...claimAll, now: now + 1_000 });
      await store.deliveries.settle(doubtful, 2, { status: 'failed', reason: 'unreachable' });
      expect(await store.deliveries.retryFailed('a1', now + 5_000)).toBe(3);
      const rows = await store.deliveries.ofSubject('a1');
      expect(rows.map(({ status, attempts, dueAt, reason }) => [status, attempts, dueAt, reason])).toEqual([
        ['pending', 0, now + 5_000, undefined],
        ['unknown', 0, now + 5_000, undefined],
        ['unknown', 0, now + 5_000, undefined],
      ]);
      expect(await store.deliveries.retryFailed('a1', now)).toBe(0);
    });

    it('retryFailed() leaves alone what something later has replaced', async () => {
      const later = delivery({ revision: 2 });
      await store.deliveries.add([delivery()]);
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(delivery().id, 1, { status: 'failed', reason: 'archived' });
      await store.deliveries.add([later, delivery({ revision: 2, kind: 'reminder', slot: '7d' })]);
      expect(await store.deliveries.retryFailed('a1', now)).toBe(0);
      await store.deliveries.withdraw('a1', { kinds: ['reminder'] });
      await store.deliveries.claim({ ...claimAll, now: now + 1_000 });
      await store.deliveries.settle(later.id, 1, { status: 'withdrawn', reason: 'gone' });
      expect(await store.deliveries.retryFailed('a1', now)).toBe(1);
    });

    it('retryFailed() leaves alone what was said of a change, where something was said of a later one', async () => {
      const updates = [2, 3].map((revision) => delivery({ revision, slot: `change${revision}` }));
      await store.deliveries.add(updates);
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(updates[0]?.id ?? '', 1, { status: 'failed', reason: 'unverified' });
      expect(await store.deliveries.retryFailed('a1', now)).toBe(0);
      await store.deliveries.withdraw('a1');
      expect(await store.deliveries.retryFailed('a1', now)).toBe(1);
    });

    it('retryFailed() has a post followed by the edit that had not found it', async () => {
      const edit = delivery({ revision: 2, kind: 'edit', payload: 'new text' });
      await store.deliveries.add([delivery(), edit]);
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(delivery().id, 1, { status: 'failed', reason: 'archived' });
      await store.deliveries.claim({ ...claimAll, now: now + 1_000 });
      await store.deliveries.settle(edit.id, 1, { status: 'withdrawn', reason: 'gone' });
      expect(await store.deliveries.retryFailed('a1', now + 5_000)).toBe(1);
      const claims: string[] = [];
      for (const at of [now + 5_000, now + 6_000]) {
        const [claimed] = await store.deliveries.claim({ ...claimAll, now: at });
        claims.push(`${claimed?.kind} ${claimed?.target?.messageId}`);
        const settlement = { status: 'sent', message: { messageId: 'm1' }, at } as const;
        await store.deliveries.settle(claimed?.id ?? '', claimed?.fence ?? 0, settlement);
      }
      expect(claims).toEqual(['post undefined', 'edit m1']);
    });

    it('holdMissed() holds what has surely not been posted, and releaseMissed() lets it go', async () => {
      const tried = delivery({ scheduledAt: now - 5 });
      await store.deliveries.add([tried]);
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(tried.id, 1, { status: 'pending', dueAt: now, reason: 'throttled', counts: false });
      await store.deliveries.add([
        delivery({ channel: 'chat:two', scheduledAt: now - 6 }),
        delivery({ channel: 'chat:three', scheduledAt: now - 5 }),
        delivery({ subject: 'a2', scheduledAt: now - 6, kind: 'reminder', slot: '1d' }),
        delivery({ subject: 'a3', scheduledAt: now - 6, kind: 'edit' }),
        delivery({ subject: 'a3', scheduledAt: now - 6, kind: 'remove' }),
        delivery({ channel: 'chat:four', status: 'held', reason: 'missingLanguage', scheduledAt: now - 6 }),
      ]);
      expect((await store.deliveries.holdMissed(now - 5)).toSorted()).toEqual(['a1', 'a2']);
      expect(await store.deliveries.counts('a1')).toEqual({ pending: 2, held: 2 });
      expect(await store.deliveries.releaseMissed('a1', now + 7)).toBe(1);
      expect(await store.deliveries.get(delivery({ channel: 'chat:two' }).id)).toMatchObject({
        status: 'pending',
        scheduledAt: now + 7,
        dueAt: now + 7,
      });
      expect(await store.deliveries.holdMissed(now - 5)).toEqual([]);
      expect(await store.deliveries.counts('a2')).toEqual({ held: 1 });
      expect(await store.deliveries.counts('a3')).toEqual({ pending: 2 });
    });
  });

  describe('nextDueAt()', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('is undefined when nothing is left to do on these platforms', async () => {
      await store.deliveries.add([delivery(), delivery({ channel: 'chat:two', status: 'held' })]);
      expect(await store.deliveries.nextDueAt(['web'])).toBeUndefined();
      expect(await store.deliveries.nextDueAt([])).toBeUndefined();
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(delivery().id, 1, { status: 'sent', at: now });
      expect(await store.deliveries.nextDueAt(['chat', 'web'])).toBeUndefined();
    });

    it('is when the first delivery that nothing precedes is due, or when its claim lapses', async () => {
      await store.deliveries.add([
        delivery({ scheduledAt: now + 500 }),
        delivery({ channel: 'web:news', scheduledAt: now + 300 }),
      ]);
      expect(await store.deliveries.nextDueAt(['chat'])).toBe(now + 500);
      expect(await store.deliveries.nextDueAt(['chat', 'web'])).toBe(now + 300);
      await store.deliveries.add([delivery({ subject: 'a2' })]);
      await store.deliveries.claim(claimAll);
      expect(await store.deliveries.nextDueAt(['chat'])).toBe(now + 60_000);
    });

    it('leaves a channel its pause, and does not count what has to wait for another', async () => {
      await store.deliveries.add([delivery(), delivery({ revision: 2 }), delivery({ revision: 3 })]);
      await store.deliveries.claim(claimAll);
      await store.deliveries.settle(delivery().id, 1, { status: 'sent', at: now });
      expect(await store.deliveries.nextDueAt(['chat'])).toBe(now + 1_000);
      await store.deliveries.claim({ ...claimAll, now: now + 1_000 });
      const waiting = { status: 'pending', dueAt: now + 30_000, reason: 'throttled', counts: false } as const;
      await store.deliveries.settle(delivery({ revision: 2 }).id, 1, waiting);
      expect(await store.deliveries.nextDueAt(['chat'])).toBe(now + 30_000);
    });

    it('comes no later than the first of many that have their pause', async () => {
      const channels = Array.from({ length: 120 }, (_, index) => `chat:${index}`);
      await store.deliveries.add(channels.map((channel) => delivery({ channel })));
      await store.deliveries.add([delivery({ subject: 'a2', channel: 'chat:free', scheduledAt: now + 1 })]);
      for (const { id } of await store.deliveries.claim({ ...claimAll, limit: 120 })) {
        await store.deliveries.settle(id, 1, { status: 'pending', dueAt: now, reason: 'tooLarge', counts: false });
      }
      expect(await store.deliveries.nextDueAt(['chat'])).toBeLessThanOrEqual(now + 1);
    });
  });
}
