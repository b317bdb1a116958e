import type { Migration } from 'kysely/migration';

/** Questions that members had passed on to the secretariat. */
export const forwardsMigration: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('forwards')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('reply_to', 'text', (column) => column.notNull())
      .execute();
  },
};
