import type { Session } from '../session.ts';
import type { EventStore } from '../store.ts';

export function createEventStore({ query }: Session): EventStore {
  return {
    begin: (eventId, now, leaseMs) =>
      query(async (db) => {
        const held = { begun_at: now, lease_until: now + leaseMs, finished: 0 };
        const added = await db
          .insertInto('events')
          .values({ event_id: eventId, ...held })
          .onConflict((conflict) => conflict.column('event_id').doNothing())
          .executeTakeFirstOrThrow();
        if (added.numInsertedOrUpdatedRows === 1n) return 'new';
        const taken = await db
          .updateTable('events')
          .set(held)
          .where('event_id', '=', eventId)
          .where('finished', '=', 0)
          .where('lease_until', '<=', now)
          .executeTakeFirstOrThrow();
        if (taken.numUpdatedRows === 1n) return 'again';
        const row = await db.selectFrom('events').select('finished').where('event_id', '=', eventId).executeTakeFirst();
        return row?.finished === 1 ? 'finished' : 'inHand';
      }),
    finish: (eventId) =>
      query(async (db) => {
        await db.updateTable('events').set({ finished: 1 }).where('event_id', '=', eventId).execute();
      }),
    forgetBefore: (instant) =>
      query(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom('events')
          .where('begun_at', '<', instant)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
