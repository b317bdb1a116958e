import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { createAnnouncementStore } from './rows/announcements.ts';
import { createAudienceStore } from './rows/audiences.ts';
import { createAuditStore } from './rows/audit.ts';
import { createChannelStore } from './rows/channels.ts';
import { createDeliveryStore } from './rows/deliveries.ts';
import { createEventStore } from './rows/events.ts';
import { createForwardStore } from './rows/forwards.ts';
import { createHeartbeatStore } from './rows/heartbeats.ts';
import { createImportStore } from './rows/imports.ts';
import { createQuestionStore } from './rows/questions.ts';
import { createSignInStore } from './rows/sign-ins.ts';
import { createWatchStore } from './rows/watches.ts';
import { createSession, type Session } from './session.ts';
import { openSqlite } from './sqlite.ts';
import { toStoreError } from './store-error.ts';
import type { Records, Store } from './store.ts';

interface StoreOptions {
  /** The folder of the embedded database, which is used where there is no `databaseUrl`. */
  readonly dataDir: string;
  /** `postgres://…` or `postgresql://…`. */
  readonly databaseUrl?: string;
  readonly log: Log;
  readonly clock: Clock;
}

/**
 * Opens the database and brings its tables up to date; several programs may do so at once.
 *
 * @throws AppError `store` when it cannot be reached or written to, or was written by a newer version.
 */
export async function openStore({ dataDir, databaseUrl, log, clock }: StoreOptions): Promise<Store> {
  let database: Database | undefined;
  try {
    database = databaseUrl === undefined ? openSqlite(dataDir) : await connect(databaseUrl, log);
    await migrate(database);
  } catch (error) {
    await database?.db.destroy();
    throw toStoreError(
      error,
      `open ${databaseUrl === undefined ? 'assistant.db in DATA_DIR' : 'the database of DATABASE_URL'}`,
    );
  }
  const session = createSession(database);
  return {
    ...records(session, clock),
    transaction: (work) =>
      session.transaction(async (bound) => {
        await bound.query((db) => bound.takeTurn(db, 'alone'));
        return work(records(bound, clock));
      }),
    close: session.close,
  };
}

/** PostgreSQL's driver is loaded only where it is used. */
async function connect(databaseUrl: string, log: Log): Promise<Database> {
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(databaseUrl, log);
}

function records(session: Session, clock: Clock): Records {
  return {
    events: createEventStore(session),
    questions: createQuestionStore(session),
    audiences: createAudienceStore(session),
    channels: createChannelStore(session),
    announcements: createAnnouncementStore(session),
    deliveries: createDeliveryStore(session),
    audit: createAuditStore(session),
    watches: createWatchStore(session),
    signIns: createSignInStore(session, clock),
    heartbeats: createHeartbeatStore(session),
    forwards: createForwardStore(session),
    imports: createImportStore(session),
  };
}
