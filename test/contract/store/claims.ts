import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase } from './test-database.ts';

const leaseMs = 60_000;
const sent = (messageId: string, at = now) => ({ status: 'sent', message: { messageId }, at }) as const;

export function describeClaims(newDatabase: NewDatabase): void {
  describe('claim()', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    const claim = (at = now, options: { limit?: number; perSecond?: Readonly<Record<string, number>> } = {}) =>
      store.deliveries.claim({ now: at, leaseMs, limit: 100, perSecond: unbounded, ...options });
    const claimedIds = async (...parameters: Parameters<typeof claim>) =>
      (await claim(...parameters)).map(({ id }) => id);

    it('gives what is due, all of it as it was added', async () => {
      const added = delivery({ slot: '7d', kind: 'reminder', language: 'fr' });
      await store.deliveries.add([added, delivery({ channel: 'chat:two', scheduledAt: now + 1 })]);
      const expected = { ...added, status: 'claimed', dueAt: now + leaseMs, attempts: 0, degraded: false };
      expect(await claim()).toEqual([{ ...expected, fence: 1, mustReconcile: false }]);
    });

    it('gives one delivery a channel, the one that was scheduled first, then the one that was added first', async () => {
      const later = delivery({ subject: 'late', scheduledAt: now - 1 });
      const first = delivery({ subject: 'first', scheduledAt: now - 5 });
      const second = delivery({ subject: 'second', scheduledAt: now - 5 });
      await store.deliveries.add([later, first, second]);
      for (const [step, expected] of [first, second, later].entries()) {
        const at = now + step * 1_000;
        expect(await claimedIds(at)).toEqual([expected.id]);
        expect(await store.deliveries.settle(expected.id, 1, sent(`m${step}`))).toBe(true);
      }
      expect(await claim(now + 10_000)).toEqual([]);
    });

    it.each(['pending', 'unknown'] as const)('gives nothing that a delivery left %s has to precede', async (status) => {
      const first = delivery({ scheduledAt: now - 5 });
      await store.deliveries.add([first, delivery({ kind: 'edit', revision: 2, scheduledAt: now })]);
      await claim();
      const settlement = { status, dueAt: now + 30_000, reason: 'unreachable', counts: true } as const;
      await store.deliveries.settle(first.id, 1, settlement);
      expect(await claim(now + 29_999)).toEqual([]);
      expect(await claim(now + 30_000)).toMatchObject([
        { id: first.id, fence: 2, mustReconcile: status === 'unknown' },
      ]);
    });

    it.each(['failed', 'withdrawn'] as const)('passes over a delivery that was settled as %s', async (status) => {
      await store.deliveries.add([delivery(), delivery({ revision: 2 })]);
      const [first] = await claim();
      await store.deliveries.settle(first?.id ?? '', 1, { status, reason: 'gone' });
      expect(await claimedIds(now + 1_000)).toEqual([delivery({ revision: 2 }).id]);
    });

    it('passes over what is held', async () => {
      await store.deliveries.add([delivery({ status: 'held', reason: 'missingLanguage' }), delivery({ revision: 2 })]);
      expect(await claimedIds()).toEqual([delivery({ revision: 2 }).id]);
    });

    it('gives a lapsed claim again, in doubt, and hears the older one no more', async () => {
      await store.deliveries.add([delivery()]);
      const [first] = await claim();
      expect(await claim(now + leaseMs - 1)).toEqual([]);
      expect(await claim(now + leaseMs)).toMatchObject([{ fence: 2, mustReconcile: true }]);
      expect(await store.deliveries.settle(first?.id ?? '', 1, sent('old'))).toBe(false);
      expect(await store.deliveries.extend(first?.id ?? '', 1, now + 999_999)).toBe(false);
      expect(await store.deliveries.settle(first?.id ?? '', 2, sent('new'))).toBe(true);
      expect(await store.deliveries.get(first?.id ?? '')).toMatchObject({
        status: 'sent',
        message: { messageId: 'new' },
      });
    });

    it('keeps a claim that was extended', async () => {
      await store.deliveries.add([delivery()]);
      await claim();
      expect(await store.deliveries.extend(delivery().id, 1, now + 2 * leaseMs)).toBe(true);
      expect(await claim(now + leaseMs)).toEqual([]);
      expect(await claim(now + 2 * leaseMs)).toMatchObject([{ fence: 2 }]);
    });

    it('gives nothing in a channel within a second of the last claim there', async () => {
      await store.deliveries.add([delivery(), delivery({ revision: 2 }), delivery({ channel: 'chat:two' })]);
      expect(await claim(now, { limit: 1 })).toHaveLength(1);
      await store.deliveries.settle(delivery().id, 1, sent('m'));
      expect(await claimedIds(now + 999)).toEqual([delivery({ channel: 'chat:two' }).id]);
      expect(await claimedIds(now + 1_000)).toEqual([delivery({ revision: 2 }).id]);
    });

    it('gives no more of a platform than its bound for a second, counting what others claimed', async () => {
      const channels = Array.from({ length: 8 }, (_, index) => `chat:${index}`);
      await store.deliveries.add(channels.map((channel) => delivery({ channel })));
      const perSecond = { chat: 3 };
      expect(await claim(now, { perSecond })).toHaveLength(3);
      expect(await claim(now + 500, { perSecond })).toEqual([]);
      expect(await claim(now + 999, { perSecond: { chat: 4 } })).toHaveLength(1);
      expect(await claim(now + 1_000, { perSecond })).toHaveLength(2);
    });

    it('gives nothing of a platform that is not named', async () => {
      await store.deliveries.add([delivery(), delivery({ channel: 'web:news' })]);
      expect(await claimedIds(now, { perSecond: { web: 1 } })).toEqual([delivery({ channel: 'web:news' }).id]);
      expect(await claim(now, { perSecond: {} })).toEqual([]);
    });

    it('serves platforms in turn when there is more due than may be claimed', async () => {
      const waiting = Array.from({ length: 9 }, (_, index) => delivery({ channel: `chat:${index}` }));
      await store.deliveries.add([...waiting, delivery({ channel: 'web:news', scheduledAt: now })]);
      expect(await claimedIds(now, { limit: 2 })).toContain(delivery({ channel: 'web:news' }).id);
    });

    it('knows a thread and its channel as two', async () => {
      await store.deliveries.add([delivery(), delivery({ channel: 'chat:one/5' })]);
      expect(await claim()).toHaveLength(2);
    });

    it('names the message that an edit or a removal is about', async () => {
      await store.deliveries.add([
        delivery({ scheduledAt: now - 9 }),
        delivery({ kind: 'reminder', slot: '7d', scheduledAt: now - 8 }),
        delivery({ kind: 'edit', revision: 2, scheduledAt: now - 7 }),
        delivery({ kind: 'edit', revision: 3, scheduledAt: now - 6 }),
        delivery({ kind: 'remove', revision: 4, slot: '7d', scheduledAt: now - 5 }),
        delivery({ kind: 'remove', revision: 4, scheduledAt: now - 4 }),
        delivery({ subject: 'other', kind: 'edit', scheduledAt: now - 3 }),
      ]);
      const targets: (string | undefined)[] = [];
      for (let step = 0; step < 7; step += 1) {
        const [claimed] = await claim(now + step * 1_000);
        targets.push(claimed?.target?.messageId);
        const isNew = claimed?.kind === 'post' || claimed?.kind === 'reminder';
        const message = isNew ? { message: { messageId: `m-${claimed.kind}`, url: 'https://chat.test/m' } } : {};
        await store.deliveries.settle(claimed?.id ?? '', 1, { status: 'sent', at: now, ...message });
      }
      expect(targets).toEqual([undefined, undefined, 'm-post', 'm-post', 'm-reminder', 'm-post', undefined]);
    });

    it('names no message that was taken away before', async () => {
      await store.deliveries.add([
        delivery({ scheduledAt: now - 9 }),
        delivery({ kind: 'remove', revision: 2, scheduledAt: now - 8 }),
        delivery({ revision: 3, scheduledAt: now - 7 }),
        delivery({ kind: 'edit', revision: 4, scheduledAt: now - 6 }),
      ]);
      const targets: (string | undefined)[] = [];
      for (let step = 0; step < 4; step += 1) {
        const [claimed] = await claim(now + step * 1_000);
        targets.push(claimed?.target?.messageId);
        const isFirst = claimed?.revision === 1 ? { message: { messageId: 'm-first' } } : {};
        const status = claimed?.revision === 3 ? 'failed' : 'sent';
        await store.deliveries.settle(
          claimed?.id ?? '',
          1,
          status === 'sent' ? { status, at: now, ...isFirst } : { status, reason: 'archived' },
        );
      }
      expect(targets).toEqual([undefined, 'm-first', undefined, undefined]);
    });
  });
}
