import type { Db } from './schema.ts';

/** An open database, with what differs between the two kinds. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Db;
  /** Whether rows that another connection holds can be passed over (`for update skip locked`). */
  readonly skipsLocked: boolean;
  /**
   * Inside a transaction: waits for its turn and keeps it until the transaction ends. `alone` is held by one
   * transaction at a time, of all programs on the database; `together` by many, while nobody is `alone`.
   */
  readonly takeTurn: (db: Db, turn: 'alone' | 'together') => Promise<void>;
}
