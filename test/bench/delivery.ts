import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { NewDelivery } from '../../src/announcements/delivery.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresBinaries, startPostgres } from '../fakes/postgres.ts';

// How fast the store takes announcements in and gives deliveries out, and how much memory it takes. Every delivery has a
// channel of its own, so that no pause between posts plays a part; nothing is posted. Times say something about this
// machine alone: what to compare are the ratios of one run.

const { values: options } = parseArgs({
  options: {
    databases: { type: 'string', default: 'sqlite,postgres' },
    dispatchers: { type: 'string', default: '1,3' },
    destinations: { type: 'string', default: '10,1000,10000' },
    /** Of each kind at least so many deliveries, as many announcements as that takes. */
    deliveries: { type: 'string', default: '3000' },
  },
});

const program = join(import.meta.dirname, 'dispatch-worker.ts');
const payload = JSON.stringify({ text: 'The general assembly meets in Barcelona. '.repeat(25) });
const megabyte = 1024 * 1024;

interface Target {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

interface Result {
  readonly database: string;
  readonly dispatchers: number;
  readonly destinations: number;
  readonly commandsPerSecond: number;
  readonly deliveriesPerSecond: number;
  readonly rssBefore: number;
  readonly rssAfter: number;
}

const numbers = (list: string): number[] => list.split(',').map(Number);
const perSecond = (count: number, since: number): number => count / ((performance.now() - since) / 1_000);

function deliveriesOf(subject: string, count: number, now: number): NewDelivery[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${subject}x${index}`,
    subject,
    revision: 1,
    kind: 'post',
    slot: '',
    channel: `chat:${subject}-${index}`,
    language: 'en',
    payload,
    plainPayload: payload,
    status: 'pending',
    scheduledAt: now,
    dueAt: now,
  }));
}

/** Drafts and confirms announcements; gives how many commands a second were acknowledged, two each. */
async function announce(target: Target, announcements: number, destinations: number): Promise<number> {
  const log = createLog('error', { write: (line) => process.stderr.write(line) });
  const store = await openStore({ ...target, log, clock: Date.now });
  const texts = { en: { title: 'General assembly', body: 'The general assembly meets in Barcelona.' } };
  const content = { texts, audience: 'all', zone: 'Europe/Madrid', reminders: [], pings: false };
  const since = performance.now();
  for (let number = 0; number < announcements; number += 1) {
    const id = `a${number}`;
    const now = Date.now();
    await store.announcements.create({ id, content, author: 'chat:u1', now });
    await store.transaction(async (records) => {
      await records.announcements.move(id, ['draft'], 'confirmed', now, 1);
      await records.deliveries.add(deliveriesOf(id, destinations, now));
      await records.audit.append({
        at: now,
        personId: 'chat:u1',
        action: 'announcement.confirm',
        subject: id,
        details: {},
      });
    });
  }
  const rate = perSecond(announcements * 2, since);
  await store.close();
  return rate;
}

interface Dispatched {
  readonly deliveries: number;
  readonly rssBefore: number;
  readonly rssAfter: number;
}

async function dispatch(
  target: Target,
  dispatchers: number,
): Promise<Omit<Dispatched, 'deliveries'> & { deliveriesPerSecond: number; deliveries: number }> {
  const workers = Array.from({ length: dispatchers }, () => {
    const child = spawn(process.execPath, [program, JSON.stringify(target)], { stdio: ['pipe', 'pipe', 'inherit'] });
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
  });
  const ended = workers.map(({ child }) => once(child, 'exit'));
  await Promise.all(workers.map(({ lines }) => lines.next()));
  const since = performance.now();
  const results = await Promise.all(
    workers.map(async ({ child, lines }) => {
      child.stdin.write('go\n');
      const dispatched: Dispatched = JSON.parse(String((await lines.next()).value));
      return dispatched;
    }),
  );
  const deliveries = results.reduce((sum, result) => sum + result.deliveries, 0);
  const deliveriesPerSecond = perSecond(deliveries, since);
  await Promise.all(ended);
  return {
    deliveries,
    deliveriesPerSecond,
    rssBefore: Math.max(...results.map(({ rssBefore }) => rssBefore)),
    rssAfter: Math.max(...results.map(({ rssAfter }) => rssAfter)),
  };
}

async function measure(newTarget: () => Promise<Target>, database: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const dispatchers of numbers(options.dispatchers)) {
    for (const destinations of numbers(options.destinations)) {
      const announcements = Math.max(1, Math.ceil(Number(options.deliveries) / destinations));
      const target = await newTarget();
      const commandsPerSecond = await announce(target, announcements, destinations);
      const { deliveries, ...dispatched } = await dispatch(target, dispatchers);
      if (deliveries !== announcements * destinations) throw new Error(`${deliveries} deliveries were claimed.`);
      results.push({ database, dispatchers, destinations, commandsPerSecond, ...dispatched });
    }
  }
  return results;
}

function print(results: readonly Result[]): void {
  const rows = results.map((result) => {
    const alike = results.filter(({ destinations }) => destinations === result.destinations);
    const alone = alike.find(({ database, dispatchers }) => database === result.database && dispatchers === 1);
    const first = alike[0];
    const ratio = (to: Result | undefined): string =>
      to === undefined ? '' : (result.deliveriesPerSecond / to.deliveriesPerSecond).toFixed(2);
    return {
      database: result.database,
      dispatchers: result.dispatchers,
      destinations: result.destinations,
      'commands/s': Math.round(result.commandsPerSecond),
      'deliveries/s': Math.round(result.deliveriesPerSecond),
      '÷ one dispatcher': ratio(alone),
      '÷ first row alike': ratio(first),
      'RSS MB before': Math.round(result.rssBefore / megabyte),
      'RSS MB after': Math.round(result.rssAfter / megabyte),
    };
  });
  console.table(rows);
}

const folder = mkdtempSync(join(tmpdir(), 'metropolis-bench-'));
const binaries = postgresBinaries();
const results: Result[] = [];
try {
  if (options.databases.includes('sqlite')) {
    results.push(...(await measure(async () => ({ dataDir: mkdtempSync(join(folder, 'data-')) }), 'sqlite')));
  }
  if (options.databases.includes('postgres') && binaries !== undefined) {
    const server = await startPostgres(binaries, { durable: true });
    try {
      const newTarget = async () => ({ dataDir: folder, databaseUrl: await server.newDatabase() });
      results.push(...(await measure(newTarget, 'postgres')));
    } finally {
      await server.remove();
    }
  }
  print(results);
  if (binaries === undefined) console.log('PostgreSQL is not installed: it was not measured.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
