import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';

// A program of its own on a database: `node worker.ts <what it does> <where the database is, as JSON>`. Says on its
// standard output, a line each, what has been acknowledged to it.

const tasks: Readonly<Record<string, (store: Store) => Promise<void>>> = {
  open: async () => say('open'),
  claim: claimEverything,
  write: writeForEver,
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Claims and settles until nothing is left; says the id of each delivery that it claimed. */
async function claimEverything(store: Store): Promise<void> {
  const now = Date.now();
  for (;;) {
    const claimed = await store.deliveries.claim({ now, leaseMs: 600_000, limit: 50, perSecond: { chat: 1_000_000 } });
    if (claimed.length === 0) return;
    for (const { id, fence } of claimed) {
      await store.deliveries.settle(id, fence, { status: 'failed', reason: 'other' });
      say(id);
    }
  }
}

/** Writes two rows that belong together, again and again; says the number of each pair. */
async function writeForEver(store: Store): Promise<void> {
  const first = (await store.audit.list({ limit: 1 }))[0]?.at ?? 0;
  for (let number = first + 1; ; number += 1) {
    await store.transaction(async ({ audit, events }) => {
      await events.begin(`e${number}`, number, 1);
      await audit.append({ at: number, personId: 'chat:u1', action: 'write', subject: 'a1', details: {} });
    });
    say(String(number));
  }
}

const [task = '', database = ''] = process.argv.slice(2);
const log = createLog('error', { write: (line) => process.stderr.write(line) });
const store = await openStore({ ...JSON.parse(database), log, clock: Date.now });
await tasks[task]?.(store);
await store.close();
