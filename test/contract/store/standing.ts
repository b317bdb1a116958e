import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase } from './test-database.ts';

const claimAll = { now, leaseMs: 60_000, limit: 100, perSecond: unbounded };

export function describeStanding(newDatabase: NewDatabase): void {
  describe('standingIn()', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('gives messages that still stand in a channel, the newest first', async () => {
      const posts = ['a1', 'a2', 'a3'].map((subject) => delivery({ subject }));
      await store.deliveries.add([...posts, delivery({ subject: 'a2', kind: 'remove', revision: 2 })]);
      for (const [index, subject] of ['a1', 'a2', 'a3', 'a2'].entries()) {
        const at = now + index * 1_000;
        const [claimed] = await store.deliveries.claim({ ...claimAll, now: at });
        const message = claimed?.kind === 'post' ? { message: { messageId: `m-${subject}` } } : {};
        await store.deliveries.settle(claimed?.id ?? '', 1, { status: 'sent', at, ...message });
      }
      const standing = await store.deliveries.standingIn('chat:one', 10);
      expect(standing.map(({ message }) => message?.messageId)).toEqual(['m-a3', 'm-a1']);
      expect(await store.deliveries.standingIn('chat:one', 1)).toHaveLength(1);
      expect(await store.deliveries.standingIn('chat:two', 10)).toEqual([]);
    });

    it('gives the payload of the last edit that was made', async () => {
      const edits = ['2', '3', '4'].map((revision) =>
        delivery({ revision: Number(revision), kind: 'edit', payload: `edit ${revision}` }),
      );
      await store.deliveries.add([
        delivery(),
        ...edits,
        delivery({ kind: 'reminder', slot: '1d', payload: 'reminder' }),
      ]);
      const settlements = ['sent', 'sent', 'sent', 'failed', 'sent'] as const;
      const payloads: (readonly (string | undefined)[])[] = [];
      for (const [index, status] of settlements.entries()) {
        const at = now + index * 1_000;
        const [claimed] = await store.deliveries.claim({ ...claimAll, now: at });
        const settlement =
          status === 'sent'
            ? { status, at, message: { messageId: `m${index}` } }
            : ({ status, reason: 'malformed' } as const);
        await store.deliveries.settle(claimed?.id ?? '', 1, settlement);
        payloads.push((await store.deliveries.standingIn('chat:one', 10)).map(({ payload }) => payload));
      }
      const edited = ['edit 2', 'edit 3', 'edit 3'];
      expect(payloads).toEqual([['{"text":"Hello"}'], ...edited.map((payload) => [payload]), ['reminder', 'edit 3']]);
    });

    it('gives no payload of an edit that was made before the message came', async () => {
      const slot = { slot: '1d' } as const;
      await store.deliveries.add([
        delivery({ ...slot, kind: 'reminder', payload: 'old' }),
        delivery({ ...slot, kind: 'edit', revision: 2, payload: 'edited' }),
        delivery({ ...slot, kind: 'remove', revision: 3, payload: '' }),
        delivery({ ...slot, kind: 'reminder', revision: 3, payload: 'new' }),
      ]);
      for (let step = 0; step < 4; step += 1) {
        const at = now + step * 1_000;
        const [claimed] = await store.deliveries.claim({ ...claimAll, now: at });
        const message = { messageId: `m${step}` };
        await store.deliveries.settle(claimed?.id ?? '', 1, { status: 'sent', at, message });
      }
      const standing = await store.deliveries.standingIn('chat:one', 10);
      expect(standing.map(({ payload }) => payload)).toEqual(['new']);
    });
  });
}
