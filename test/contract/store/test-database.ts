import { onTestFinished } from 'vitest';
import type { NewDelivery } from '../../../src/announcements/delivery.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { silentLog } from '../../fakes/test-store.ts';

/** Where a database is; what `openStore` needs to find it. */
export interface TestDatabase {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

/** Makes a new, empty database. */
export type NewDatabase = () => Promise<TestDatabase>;

/** A store on a database, closed after the test. */
export async function openOn(database: TestDatabase): Promise<Store> {
  const store = await openStore({ ...database, log: silentLog, clock: () => 0 });
  onTestFinished(() => store.close());
  return store;
}

/** An instant long after everything that the tests schedule. */
export const now = 1_800_000_000_000;

/** Bounds that stand in nobody's way. */
export const unbounded = { chat: 100_000, web: 100_000 };

/** A post of the announcement `a1` in one channel, due at `now`, with an id made of all that tells it apart. */
export function delivery(changes: Partial<NewDelivery> = {}): NewDelivery {
  const given = { subject: 'a1', revision: 1, kind: 'post', slot: '', channel: 'chat:one', ...changes } as const;
  return {
    id: [given.subject, given.revision, given.kind, given.slot, given.channel].join('.'),
    language: 'en',
    payload: '{"text":"Hello"}',
    plainPayload: 'Hello',
    status: 'pending',
    scheduledAt: now,
    dueAt: given.scheduledAt ?? now,
    ...given,
  };
}
