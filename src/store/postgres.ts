import { Socket } from 'node:net';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

const connectionPatienceMs = 10_000;

/** Nothing of ours takes long; what does stands in the way of everything else. */
const statementPatienceMs = 30_000;

/** A server that says nothing for longer than any statement may take is gone, whatever the network believes. */
const longestSilenceMs = statementPatienceMs + 10_000;

/** Names our turn among the advisory locks of the database; any number that nobody else uses. */
const turn = 7_163_402_981;

/**
 * A pool of connections, none of which is made yet. A connection that breaks is replaced by the next query.
 *
 * @throws AppError `store` when the address cannot be read.
 */
export function openPostgres(databaseUrl: string, log: Log, silenceMs = longestSilenceMs): Database {
  if (!isAddress(databaseUrl)) {
    throw new AppError('store', 'DATABASE_URL is no address of a PostgreSQL database.', {
      hint: 'Write it as postgres://user:password@host:5432/name, with special characters percent-encoded.',
    });
  }
  const pool = new Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectionPatienceMs,
    statement_timeout: statementPatienceMs,
    keepAlive: true,
    stream: () => new Socket().setTimeout(silenceMs, endSilence),
    application_name: 'metropolis-assistant',
    // The driver gives these as text, but ours are instants and counts, which a number holds exactly.
    types: { getTypeParser: (id, format) => (id === types.builtins.INT8 ? Number : types.getTypeParser(id, format)) },
  });
  pool.on('error', (error) => log.warn({ error: error.message }, 'a connection to the database was lost'));
  // A connection that breaks while it is in use fails its query as well, which is where that is dealt with.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    kind: 'postgres',
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    skipsLocked: true,
    takeTurn: async (db, how) => {
      const lock = how === 'alone' ? sql`pg_advisory_xact_lock(${turn})` : sql`pg_advisory_xact_lock_shared(${turn})`;
      await sql`select ${lock}`.execute(db);
    },
  };
}

function isAddress(text: string): boolean {
  try {
    decodeURIComponent(text);
  } catch {
    return false;
  }
  return /^postgres(?:ql)?:$/.test(URL.parse(text)?.protocol ?? '');
}

function endSilence(this: Socket): void {
  this.destroy(new Error('the server timed out'));
}
