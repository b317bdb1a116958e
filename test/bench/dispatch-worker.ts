import { once } from 'node:events';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';

// A dispatcher that posts nowhere: opens the database, says `ready`, waits for a line, then claims and settles until
// nothing is left, and says what it did as JSON.

const batch = 50;

const database: { dataDir: string; databaseUrl?: string } = JSON.parse(process.argv[2] ?? '');
const log = createLog('error', { write: (line) => process.stderr.write(line) });
const store = await openStore({ ...database, log, clock: Date.now });
process.stdout.write('ready\n');
await once(process.stdin, 'data');

const rssBefore = process.memoryUsage.rss();
let deliveries = 0;
for (;;) {
  const claimed = await store.deliveries.claim({
    now: Date.now(),
    leaseMs: 600_000,
    limit: batch,
    perSecond: { chat: 10_000_000 },
  });
  if (claimed.length === 0) break;
  await Promise.all(
    claimed.map(({ id, fence }) =>
      store.deliveries.settle(id, fence, { status: 'sent', message: { messageId: id }, at: Date.now() }),
    ),
  );
  deliveries += claimed.length;
}
process.stdout.write(`${JSON.stringify({ deliveries, rssBefore, rssAfter: process.memoryUsage.rss() })}\n`);
process.stdin.destroy();
await store.close();
