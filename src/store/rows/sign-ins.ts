import type { Clock } from '../../clock.ts';
import type { Session } from '../session.ts';
import type { SignInStore } from '../store.ts';

export function createSignInStore({ query }: Session, clock: Clock): SignInStore {
  return {
    put: (hash, personId, expiresAt) =>
      query(async (db) => {
        await db.deleteFrom('sign_ins').where('expires_at', '<=', clock()).execute();
        const row = { person_id: personId, expires_at: expiresAt };
        await db
          .insertInto('sign_ins')
          .values({ hash, ...row })
          .onConflict((conflict) => conflict.column('hash').doUpdateSet(row))
          .execute();
      }),
    get: (hash, now) =>
      query(async (db) => {
        const row = await db
          .selectFrom('sign_ins')
          .select('person_id')
          .where('hash', '=', hash)
          .where('expires_at', '>', now)
          .executeTakeFirst();
        return row?.person_id;
      }),
    take: (hash, now) =>
      query(async (db) => {
        const row = await db
          .deleteFrom('sign_ins')
          .where('hash', '=', hash)
          .returning(['person_id', 'expires_at'])
          .executeTakeFirst();
        return row !== undefined && row.expires_at > now ? row.person_id : undefined;
      }),
  };
}
