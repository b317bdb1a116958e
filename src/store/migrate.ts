import { Migrator, type Migration } from 'kysely/migration';
import { AppError } from '../errors.ts';
import type { Database } from './database.ts';
import type { Db } from './schema.ts';
import { forwardsMigration } from './migrations/forwards.ts';
import { firstMigration } from './migrations/first-tables.ts';
import { importsMigration } from './migrations/imports.ts';
import { missedMigration } from './migrations/missed.ts';

/**
 * Every migration ever released, by its name. Names sort in the order of release; a released one is never changed.
 */
function migrationsFor(kind: Database['kind']): Readonly<Record<string, Migration>> {
  return {
    '0001-first-tables': firstMigration(kind),
    '0002-forwards': forwardsMigration,
    '0003-missed': missedMigration,
    '0004-imports': importsMigration,
  };
}

/**
 * Brings the tables up to date, in one transaction. Programs that start together do it one after the other.
 *
 * @throws AppError `store` when the database has seen a migration that this program does not know; what the database
 *   itself says is thrown as it is.
 */
export async function migrate({ db, kind }: Database): Promise<void> {
  const migrations = migrationsFor(kind);
  const unknown = (await migrationsRun(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw tooNew(unknown);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await proveWritable(db);
}

/** Changes nothing, but has to be written: a full disk or a database that may only be read is seen before we serve. */
async function proveWritable(db: Db): Promise<void> {
  await db
    .withTables<{ kysely_migration_lock: { is_locked: number } }>()
    .updateTable('kysely_migration_lock')
    .set({ is_locked: 0 })
    .execute();
}

async function migrationsRun(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}

function tooNew(unknown: readonly string[]): AppError {
  return new AppError(
    'store',
    `The database was written by a newer version of the assistant: it has the migration “${unknown.join('”, “')}”, which this version does not know.`,
    { hint: 'Start the newer version again, or put a backup from before the update in place.' },
  );
}
