import { sql, type SqlBool } from 'kysely';
import { forwardPrefix } from '../forward.ts';
import type { Db } from '../schema.ts';
import { isUnsettled } from './claim.ts';

// Which subjects are in a state, without reading what has been settled: `DeliveryStore` says what is promised.

export function ahead(db: Db, now: number, limit: number) {
  return (
    db
      .selectFrom('deliveries as d')
      .select('d.subject')
      .where(isUnsettled('d'))
      .where('d.status', '=', 'pending')
      .where('d.kind', '=', 'post')
      .where('d.scheduled_at', '>', now)
      .where('d.subject', 'not like', `${forwardPrefix}%`)
      // Without the first, SQLite reads every row there is by the index of subjects.
      .groupBy([sql`d.subject || ''`, 'd.subject'])
      .orderBy((eb) => eb.fn.min('d.scheduled_at'))
      .orderBy('d.subject')
      .limit(limit)
  );
}

export function missed(db: Db, limit: number) {
  return (
    db
      .selectFrom('deliveries as d')
      .select('d.subject')
      // Has to read as in the index's definition, or it is not used.
      .where(sql<SqlBool>`d.reason = 'missed' and d.status in ('held', 'failed')`)
      .groupBy('d.subject')
      .orderBy((eb) => eb.fn.max('d.seq'), 'desc')
      .limit(limit)
  );
}
