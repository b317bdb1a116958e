import type { Session } from '../session.ts';
import type { AuditRow, AuditStore } from '../store.ts';

export function createAuditStore({ query }: Session): AuditStore {
  return {
    append: ({ at, personId, action, subject, details }) =>
      query(async (db) => {
        await db
          .insertInto('audit')
          .values({ at, person_id: personId, action, subject, details: JSON.stringify(details) })
          .execute();
      }),
    list: ({ subject, limit }) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .$if(subject !== undefined, (select) => select.where('subject', '=', subject ?? ''))
          .orderBy('seq', 'desc')
          .limit(limit)
          .execute();
        return rows.map((row) => {
          const details: AuditRow['details'] = JSON.parse(row.details);
          return { at: row.at, personId: row.person_id, action: row.action, subject: row.subject, details };
        });
      }),
  };
}
