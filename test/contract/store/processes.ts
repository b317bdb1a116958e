import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { waitUntil } from '../wait-until.ts';
import { delivery, openOn, type NewDatabase, type TestDatabase } from './test-database.ts';

const program = join(import.meta.dirname, 'worker.ts');
const rows = 3_000;
const kills = 3;

interface Worker {
  readonly lines: readonly string[];
  /** Ends it as a crash would, and waits until it has ended. */
  kill(): Promise<void>;
  /** Its exit code, once it has ended by itself; fails with what it complained about. */
  ended(): Promise<void>;
}

function startWorker(task: 'open' | 'claim' | 'write', database: TestDatabase): Worker {
  const child = spawn(process.execPath, [program, task, JSON.stringify(database)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = exitOf(child);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  return {
    lines,
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
    ended: async () => {
      expect([await exit, complaints.join('')]).toEqual([0, '']);
    },
  };
}

/** When the program has ended and all that it wrote has been read. */
async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code]: readonly unknown[] = await once(child, 'close');
  return code;
}

export function describeProcesses(newDatabase: NewDatabase): void {
  describe('several programs on one database', () => {
    it('may start together on an empty one', async () => {
      const database = await newDatabase();
      const workers = Array.from({ length: 3 }, () => startWorker('open', database));
      await Promise.all(workers.map((worker) => worker.ended()));
      expect(workers.map(({ lines }) => lines)).toEqual([['open'], ['open'], ['open']]);
    });

    it('claim 3,000 deliveries and none twice', async () => {
      const database = await newDatabase();
      const store = await openOn(database);
      const channels = Array.from({ length: rows }, (_, index) => `chat:${index}`);
      await store.deliveries.add(channels.map((channel) => delivery({ channel, scheduledAt: 1 })));
      const workers = Array.from({ length: 3 }, () => startWorker('claim', database));
      await Promise.all(workers.map((worker) => worker.ended()));
      const claimed = workers.flatMap(({ lines }) => lines);
      expect(claimed).toHaveLength(rows);
      expect(new Set(claimed).size).toBe(rows);
      expect(await store.deliveries.counts('a1')).toEqual({ failed: rows });
    });

    it('lose nothing that was acknowledged when one is killed, and keep no half of anything', async () => {
      const database = await newDatabase();
      for (let kill = 1; kill <= kills; kill += 1) {
        const worker = startWorker('write', database);
        await waitUntil('forty acknowledged writes', () => worker.lines.length >= 40);
        await worker.kill();
        const last = Number(worker.lines.at(-1));
        const store = await openOn(database);
        const written = await store.audit.list({ limit: 100_000 });
        // What was under way when it was killed may have been written as well.
        expect([last, last + 1]).toContain(written.length);
        expect(written.map(({ at }) => at)).toEqual(written.map((_, index) => written.length - index));
        expect(await store.events.begin(`e${written.length}`, 0, 1)).toBe('inHand');
        expect(await store.events.begin(`e${written.length + 1}`, 0, 1)).toBe('new');
        expect(await store.events.forgetBefore(1)).toBe(1);
        await store.close();
      }
    });
  });
}
