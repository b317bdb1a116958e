import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { isBusy } from './store-error.ts';

/** How long we wait while another program writes: the usual steps, and five seconds in all. */
const busyDelaysMs = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, ...Array.from({ length: 48 }, () => 100)];

/** Statements are few, since values are parameters; lists of different lengths make more of them. */
const keptStatements = 200;

const nothingToDo = async (): Promise<void> => {};

/**
 * Kysely's dialect for one connection of Node's own SQLite. Transactions begin as writers, so that what was read in one
 * is still so when it writes. Waiting for another program never blocks this one.
 */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => sqliteDriver(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createAdapter: () => ({
      supportsCreateIfNotExists: true,
      supportsMultipleConnections: false,
      // Migrations run in one transaction, which is also what keeps two programs from running them at once.
      supportsTransactionalDdl: true,
      supportsReturning: true,
      supportsOutput: false,
      acquireMigrationLock: nothingToDo,
      releaseMigrationLock: nothingToDo,
    }),
  };
}

function sqliteDriver(database: DatabaseSync): Driver {
  const connection = sqliteConnection(database);
  return {
    init: nothingToDo,
    acquireConnection: async () => connection,
    beginTransaction: () => whenNotBusy(() => database.exec('begin immediate')),
    commitTransaction: () => whenNotBusy(() => database.exec('commit')),
    rollbackTransaction: async () => {
      // A full disk and some other failures have ended the transaction already.
      if (database.isTransaction) database.exec('rollback');
    },
    releaseConnection: nothingToDo,
    destroy: async () => database.close(),
  };
}

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const statements = new Map<string, StatementSync>();

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    if (statements.size >= keptStatements) statements.clear();
    statements.set(sql, statement);
    return statement;
  }

  return {
    executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
      whenNotBusy(() => run<R>(prepared(query.sql), query.parameters)),
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      yield run<R>(prepared(query.sql), query.parameters);
    },
  };
}

function run<R>(statement: StatementSync, parameters: readonly unknown[]): QueryResult<R> {
  const values = parameters.map(toInputValue);
  // Kysely's own types say what a row looks like; the driver cannot know.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
  const { changes, lastInsertRowid } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

function toInputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`A ${typeof value} cannot be stored.`);
}

async function whenNotBusy<T>(work: () => T): Promise<T> {
  for (const delayMs of busyDelaysMs) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await setTimeout(delayMs);
  }
  return work();
}
