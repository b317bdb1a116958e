import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One start of the program: milliseconds until it serves, and the memory that it takes then, where that can be seen. */
export interface StartResult {
  readonly readyMs: number;
  readonly rss: number | undefined;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const readyLimitMs = 60_000;

/**
 * Starts the program on any free port, waits for the address that it prints, and stops it. Throws when it ends, or
 * stays silent for a minute, before that.
 */
export async function measureStart(): Promise<StartResult> {
  // As `npm start` does it, without npm.
  const { scripts }: { scripts: { start: string } } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const [, ...args] = scripts.start.split(' ');
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const tooLate = setTimeout(() => child.kill('SIGKILL'), readyLimitMs);
  try {
    await addressPrinted(child.stdout);
    const readyMs = performance.now() - started;
    return { readyMs, rss: await residentBytes(child.pid) };
  } finally {
    clearTimeout(tooLate);
    child.kill('SIGTERM');
    await ended;
  }
}

async function addressPrinted(output: AsyncIterable<Buffer>): Promise<void> {
  let printed = '';
  for await (const part of output) {
    printed += part.toString();
    if (printed.includes('http://')) return;
  }
  throw new Error(`The program ended before it was ready. It printed: ${printed}`);
}

/** As Linux counts it; other systems do not show the memory of another process without their own tools. */
async function residentBytes(pid: number | undefined): Promise<number | undefined> {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
