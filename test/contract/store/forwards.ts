import { beforeEach, describe, expect, it } from 'vitest';
import type { Forward } from '../../../src/store/forward.ts';
import type { Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase } from './test-database.ts';

const forward: Forward = {
  id: 'forward:f1',
  at: now,
  personId: 'chat:ana',
  question: 'How much is the fee?',
  language: 'fr',
  replyTo: 'chat:dm/7',
};

export function describeForwards(newDatabase: NewDatabase): void {
  describe('forwards', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('add() keeps a question once, also at the same moment', async () => {
      const added = await Promise.all(Array.from({ length: 5 }, () => store.forwards.add(forward)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await store.forwards.add({ ...forward, id: 'forward:f2' })).toBe(true);
    });

    it('ofMessage() knows the question that stands as a message of a channel, and no other', async () => {
      await store.forwards.add(forward);
      await store.deliveries.add([
        delivery({ subject: forward.id, channel: 'chat:desk' }),
        delivery({ subject: 'a1', channel: 'chat:news' }),
      ]);
      expect(await store.forwards.ofMessage('chat:desk', 'm1')).toBeUndefined();
      const claims = await store.deliveries.claim({ now, leaseMs: 1_000, limit: 5, perSecond: unbounded });
      expect(claims).toHaveLength(2);
      for (const { id, fence } of claims) {
        await store.deliveries.settle(id, fence, { status: 'sent', message: { messageId: 'm1' }, at: now });
      }
      expect(await store.forwards.ofMessage('chat:desk', 'm1')).toEqual(forward);
      expect(await store.forwards.ofMessage('chat:desk', 'm2')).toBeUndefined();
      expect(await store.forwards.ofMessage('chat:news', 'm1')).toBeUndefined();
    });

    it('undelivered() gives questions and answers that failed, newest first', async () => {
      await store.forwards.add(forward);
      await store.deliveries.add([
        delivery({ subject: forward.id, channel: 'chat:desk' }),
        delivery({ subject: forward.id, channel: forward.replyTo, slot: 'r1' }),
        delivery({ subject: 'a1', channel: 'chat:news' }),
      ]);
      expect(await store.forwards.undelivered(9)).toEqual([]);
      for (const { id, fence } of await store.deliveries.claim({
        now,
        leaseMs: 1_000,
        limit: 5,
        perSecond: unbounded,
      })) {
        await store.deliveries.settle(id, fence, { status: 'failed', reason: 'unreachable' });
      }
      expect(await store.forwards.undelivered(9)).toEqual([
        { forward, what: 'answer' },
        { forward, what: 'question' },
      ]);
      expect(await store.forwards.undelivered(1)).toHaveLength(1);
    });

    it('are delivered late rather than held', async () => {
      await store.deliveries.add([
        delivery({ subject: forward.id, channel: 'chat:desk', scheduledAt: now - 9 }),
        delivery({ subject: 'a1', scheduledAt: now - 9 }),
      ]);
      expect(await store.deliveries.holdMissed(now)).toEqual(['a1']);
      expect(await store.deliveries.counts(forward.id)).toEqual({ pending: 1 });
    });
  });
}
