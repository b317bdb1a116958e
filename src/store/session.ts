import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '../errors.ts';
import type { Database } from './database.ts';
import type { Db } from './schema.ts';
import { toStoreError } from './store-error.ts';

/** The way from the stores to the database. What the database says comes out as AppError `store`. */
export interface Session extends Pick<Database, 'skipsLocked' | 'takeTurn'> {
  /** Runs statements of which each may happen without the others. */
  readonly query: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Runs statements that all happen or none; inside a transaction they become part of it. */
  readonly atomically: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

interface RootSession extends Session {
  /** What the work throws is passed on as it is. */
  readonly transaction: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  /** Lets what is under way finish; a second call does nothing. */
  readonly close: () => Promise<void>;
}

interface Transacting {
  readonly session: Session;
  over: boolean;
}

/**
 * The session outside transactions, and the way into one. What is called in the course of a transaction's work, on
 * whatever session, takes part in that transaction: with a single connection it would wait for ever otherwise.
 */
export function createSession(database: Database): RootSession {
  const { db, skipsLocked, takeTurn } = database;
  const transacting = new AsyncLocalStorage<Transacting>();
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  function inside(): Session | undefined {
    const current = transacting.getStore();
    return current === undefined || current.over ? undefined : current.session;
  }

  async function outside<T>(work: () => Promise<T>, final?: ReadonlySet<unknown>): Promise<T> {
    if (closing !== undefined) throw new AppError('store', 'The database was used after it had been closed.');
    const promise = translated(work, final);
    underWay.add(promise);
    try {
      return await promise;
    } finally {
      underWay.delete(promise);
    }
  }

  async function transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const current = inside();
    if (current !== undefined) return work(current);
    // Failures of the work itself are passed on as they are: what its statements met has been translated by then.
    const failures = new Set<unknown>();
    const run = async (bound: Db): Promise<T> => {
      const inner: Transacting = { session: boundSession(bound), over: false };
      try {
        return await transacting.run(inner, work, inner.session);
      } catch (error) {
        failures.add(error);
        throw error;
      } finally {
        inner.over = true;
      }
    };
    return outside(() => db.transaction().execute(run), failures);
  }

  function boundSession(bound: Db): Session {
    const run = <T>(work: (bound: Db) => Promise<T>): Promise<T> => translated(() => work(bound));
    return { skipsLocked, takeTurn, query: run, atomically: run };
  }

  async function close(): Promise<void> {
    await Promise.allSettled(underWay);
    await db.destroy();
  }

  return {
    skipsLocked,
    takeTurn,
    query: (work) => inside()?.query(work) ?? outside(() => work(db)),
    atomically: (work) => transaction((session) => session.query(work)),
    transaction,
    close: () => (closing ??= close()),
  };
}

async function translated<T>(work: () => Promise<T>, final?: ReadonlySet<unknown>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw final?.has(error) === true ? error : toStoreError(error);
  }
}
