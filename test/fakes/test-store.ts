import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { createLog, type Log } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

/** A log that nobody reads. */
export const silentLog: Log = createLog('silent', { write: () => {} });

/** A new folder of the test's own, removed after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'metropolis-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A real store on SQLite, empty, closed and removed after the test; call it in a test or a `beforeEach`. Without a
 * clock no time passes for it, so that no sign-in expires by itself. With `folder` several stores share one database.
 */
export async function openTestStore(options: { clock?: Clock; folder?: string } = {}): Promise<Store> {
  const store = await openStore({
    dataDir: options.folder ?? testFolder(),
    log: silentLog,
    clock: options.clock ?? (() => 0),
  });
  onTestFinished(() => store.close());
  return store;
}
