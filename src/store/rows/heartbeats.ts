import type { Session } from '../session.ts';
import type { HeartbeatStore } from '../store.ts';

export function createHeartbeatStore({ query }: Session): HeartbeatStore {
  return {
    beat: (name, now) =>
      query(async (db) => {
        await db
          .insertInto('heartbeats')
          .values({ name, at: now })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: now }))
          .execute();
      }),
    last: () =>
      query(async (db) => {
        const row = await db.selectFrom('heartbeats').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst();
        return row?.at;
      }),
  };
}
