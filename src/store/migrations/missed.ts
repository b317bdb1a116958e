import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What waits for its author because its time was missed is found among everything that was ever delivered. */
export const missedMigration: Migration = {
  up: async (db) => {
    await sql`create index deliveries_missed on deliveries (subject)
      where reason = 'missed' and status in ('held', 'failed')`.execute(db);
  },
};
