import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * The condition that the message that a delivery brought has not been taken away since, or not before another delivery
 * of the same subject, channel and slot; both are named by their aliases in the query.
 */
export function isStillThere(delivery: string, before?: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select 1 from deliveries as r
    where r.subject = ${sql.ref(`${delivery}.subject`)} and r.channel = ${sql.ref(`${delivery}.channel`)}
      and r.slot = ${sql.ref(`${delivery}.slot`)} and r.kind = 'remove' and r.status = 'sent'
      and r.seq > ${sql.ref(`${delivery}.seq`)}
      ${before === undefined ? sql`` : sql`and r.seq < ${sql.ref(`${before}.seq`)}`}
  )`;
}
