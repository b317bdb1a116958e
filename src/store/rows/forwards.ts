import type { Selectable } from 'kysely';
import type { Forward, ForwardStore } from '../forward.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';

export function createForwardStore({ query }: Session): ForwardStore {
  return {
    add: ({ id, at, personId, question, language, replyTo }) =>
      query(async (db) => {
        const added = await db
          .insertInto('forwards')
          .values({ id, at, person_id: personId, question, language, reply_to: replyTo })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .execute();
        return added.length > 0;
      }),
    ofMessage: (channel, messageId) =>
      query(async (db) => {
        const row = await db
          .selectFrom('deliveries')
          .innerJoin('forwards', 'forwards.id', 'deliveries.subject')
          .selectAll('forwards')
          .where('deliveries.channel', '=', channel)
          .where('deliveries.status', '=', 'sent')
          .where('deliveries.message_id', '=', messageId)
          .executeTakeFirst();
        return row === undefined ? undefined : toForward(row);
      }),
    undelivered: (limit) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .innerJoin('forwards', 'forwards.id', 'deliveries.subject')
          .selectAll('forwards')
          .select('deliveries.slot')
          .where('deliveries.status', '=', 'failed')
          .orderBy('deliveries.seq', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ slot, ...row }) => ({ forward: toForward(row), what: slot === '' ? 'question' : 'answer' }));
      }),
  };
}

function toForward({ id, at, person_id, question, language, reply_to }: Selectable<Schema['forwards']>): Forward {
  return { id, at, personId: person_id, question, language, replyTo: reply_to };
}
