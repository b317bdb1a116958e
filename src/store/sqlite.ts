import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { toFolderError } from './store-error.ts';

/** While opening, before anything else runs, we may stand still for another program that opens the same file. */
const openingPatienceMs = 5_000;

/** The name of the embedded database in DATA_DIR. */
export const databaseFile = 'assistant.db';

/**
 * Opens `assistant.db` in a folder; both are made where they are missing. What was acknowledged outlives a power cut:
 * every commit is on the disk before it returns (`synchronous = full`).
 *
 * @throws AppError `store` when the folder cannot be made; what SQLite itself says is thrown as it is.
 */
export function openSqlite(dataDir: string): Database {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw toFolderError(error);
  }
  const file = new DatabaseSync(join(dataDir, databaseFile), { timeout: openingPatienceMs });
  try {
    file.exec('pragma journal_mode = wal');
    file.exec('pragma synchronous = full');
    file.exec('pragma foreign_keys = on');
    file.exec('pragma busy_timeout = 0');
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    kind: 'sqlite',
    db: new Kysely<Schema>({ dialect: sqliteDialect(file) }),
    skipsLocked: false,
    // Whoever has begun a transaction is alone already.
    takeTurn: async () => {},
  };
}
