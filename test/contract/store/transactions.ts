import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { delivery, now, openOn, unbounded, type NewDatabase, type TestDatabase } from './test-database.ts';

const claimAll = { now, leaseMs: 60_000, limit: 100, perSecond: unbounded };
const row = { at: now, personId: 'chat:u1', action: 'x', subject: 'a1', details: {} };

export function describeTransactions(newDatabase: NewDatabase): void {
  describe('transaction()', () => {
    let database: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      database = await newDatabase();
      store = await openOn(database);
    });

    it('keeps everything, and gives back what the work gave', async () => {
      const added = await store.transaction(async (records) => {
        await records.audit.append(row);
        return records.deliveries.add([delivery()]);
      });
      expect(added).toBe(1);
      const other = await openOn(database);
      expect(await other.audit.list({ limit: 9 })).toHaveLength(1);
      expect(await other.deliveries.get(delivery().id)).toBeDefined();
    });

    it('keeps nothing when the work fails, and passes its failure on', async () => {
      const failure = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
      const work = store.transaction(async (records) => {
        await records.deliveries.add([delivery()]);
        await records.audiences.putChannel('all', { channel: 'chat:one', language: 'en', topics: [] });
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      expect(await store.deliveries.counts('a1')).toEqual({});
      expect(await store.audiences.list()).toEqual([]);
    });

    it('keeps nothing when a statement fails', async () => {
      const work = store.transaction(async (records) => {
        await records.audit.append(row);
        await records.deliveries.add([delivery(), delivery({ channel: 'chat:two', id: delivery().id })]);
      });
      await expect(work).rejects.toMatchObject({ name: 'AppError', code: 'store' });
      expect(await store.audit.list({ limit: 9 })).toEqual([]);
    });

    it('takes in what its work does with the store itself, also in a further transaction', async () => {
      const failure = new Error('no');
      const work = store.transaction(async (records) => {
        await store.audit.append(row);
        await store.transaction(async () => {
          await store.deliveries.add([delivery()]);
        });
        expect(await records.audit.list({ limit: 9 })).toHaveLength(1);
        expect(await store.deliveries.counts('a1')).toEqual({ pending: 1 });
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      expect(await store.audit.list({ limit: 9 })).toEqual([]);
      expect(await store.deliveries.counts('a1')).toEqual({});
    });

    it('lets the store be used in what its work leaves running', async () => {
      const gate = Promise.withResolvers<void>();
      const left = await store.transaction(async () => ({ done: gate.promise.then(() => store.audit.append(row)) }));
      gate.resolve();
      await left.done;
      expect(await store.audit.list({ limit: 9 })).toHaveLength(1);
    });

    it('has the database to itself: nobody claims, settles or begins another before it has ended', async () => {
      const other = await openOn(database);
      await store.deliveries.add([delivery(), delivery({ channel: 'chat:two' })]);
      await store.deliveries.claim({ ...claimAll, limit: 1 });
      const order: string[] = [];
      const note = (name: string) => () => order.push(name);
      const waiting: Promise<unknown>[] = [];
      await store.transaction(async (records) => {
        const begun = [
          () => other.deliveries.claim(claimAll).then(note('claimed')),
          () => other.deliveries.settle(delivery().id, 1, { status: 'sent', at: now }).then(note('settled')),
          () => other.transaction(async () => note('begun')()),
        ];
        waiting.push(...begun.map((begin) => begin()));
        for (let read = 0; read < 20; read += 1) {
          expect(await records.deliveries.counts('a1')).toEqual({ claimed: 1, pending: 1 });
        }
        await records.deliveries.withdraw('a1');
        order.push('ended');
      });
      await Promise.all(waiting);
      expect(order[0]).toBe('ended');
      expect(order.toSorted()).toEqual(['begun', 'claimed', 'ended', 'settled']);
      expect(await store.deliveries.counts('a1')).toEqual({ sent: 1, withdrawn: 1 });
    });

    it('goes on through many at once', async () => {
      const stores = [store, await openOn(database), await openOn(database)];
      await Promise.all(
        Array.from({ length: 60 }, async (_, index) =>
          stores[index % stores.length]?.transaction(async (records) => {
            const last = (await records.heartbeats.last()) ?? 0;
            await records.heartbeats.beat('count', last + 1);
          }),
        ),
      );
      expect(await store.heartbeats.last()).toBe(60);
    });
  });

  describe('close()', () => {
    it('lets what is under way finish, and nothing begin', async () => {
      const database = await newDatabase();
      const store = await openOn(database);
      const work = store.transaction(async (records) => {
        for (let index = 0; index < 10; index += 1) await records.audit.append(row);
      });
      await Promise.all([store.close(), store.close()]);
      await work;
      await expect(store.audit.list({ limit: 1 })).rejects.toMatchObject({ name: 'AppError', code: 'store' });
      await expect(store.transaction(async () => 1)).rejects.toMatchObject({ code: 'store' });
      expect(await (await openOn(database)).audit.list({ limit: 99 })).toHaveLength(10);
    });
  });
}
