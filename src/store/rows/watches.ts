import { isOneOf } from '../in-list.ts';
import type { Session } from '../session.ts';
import type { Watch, WatchStore } from '../store.ts';

export function createWatchStore({ query }: Session): WatchStore {
  return {
    put: ({ platform, subject, message, reader, digest }) =>
      query(async (db) => {
        const row = { message_url: message.url ?? null, subject, reader: JSON.stringify(reader), digest };
        await db
          .insertInto('watches')
          .values({ platform, message_id: message.messageId, ...row })
          .onConflict((conflict) => conflict.columns(['platform', 'message_id']).doUpdateSet(row))
          .execute();
      }),
    list: (platforms) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('watches')
          .selectAll()
          .where(isOneOf('platform', platforms))
          .orderBy('platform')
          .orderBy('message_id')
          .execute();
        return rows.map((row): Watch => {
          const reader: Watch['reader'] = JSON.parse(row.reader);
          const message = { messageId: row.message_id, ...(row.message_url === null ? {} : { url: row.message_url }) };
          return { platform: row.platform, subject: row.subject, message, reader, digest: row.digest };
        });
      }),
    remove: (platform, messageId) =>
      query(async (db) => {
        await db.deleteFrom('watches').where('platform', '=', platform).where('message_id', '=', messageId).execute();
      }),
  };
}
