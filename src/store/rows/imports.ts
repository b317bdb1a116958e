import type { Selectable } from 'kysely';
import type { ImportedRecord, ImportStore } from '../import.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';

export function createImportStore({ query, atomically }: Session): ImportStore {
  return {
    of: (uid) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('imports')
          .selectAll()
          .where('uid', '=', uid)
          .orderBy('at', 'desc')
          .orderBy('occurrence', 'desc')
          .execute();
        return rows.map(toRecord);
      }),
    put: ({ uid, occurrence, standalone, subject, sequence, modifiedAt, fields, at }, instead = occurrence) =>
      atomically(async (db) => {
        if (instead !== occurrence) {
          await db.deleteFrom('imports').where('uid', '=', uid).where('occurrence', '=', instead).execute();
        }
        const row = {
          standalone: Number(standalone),
          subject,
          sequence,
          modified_at: modifiedAt,
          fields: JSON.stringify(fields),
          at,
        };
        await db
          .insertInto('imports')
          .values({ uid, occurrence, ...row })
          .onConflict((conflict) => conflict.columns(['uid', 'occurrence']).doUpdateSet(row))
          .execute();
      }),
  };
}

function toRecord(row: Selectable<Schema['imports']>): ImportedRecord {
  const fields: ImportedRecord['fields'] = JSON.parse(row.fields);
  return {
    uid: row.uid,
    occurrence: row.occurrence,
    standalone: row.standalone === 1,
    subject: row.subject,
    sequence: row.sequence,
    modifiedAt: row.modified_at,
    fields,
    at: row.at,
  };
}
