import type { Migration } from 'kysely/migration';

/** Events that were read from calendar files, and the announcements that they became. */
export const importsMigration: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('imports')
      .addColumn('uid', 'text', (column) => column.notNull())
      .addColumn('occurrence', 'text', (column) => column.notNull())
      .addColumn('standalone', 'integer', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addColumn('fields', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('imports_key', ['uid', 'occurrence'])
      .execute();
  },
};
