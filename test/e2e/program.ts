import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** As `npm start` does it: hundreds of starts need not compile everything again. */
const compileCache = new URL('../../src/compile-cache.js', import.meta.url).href;

/** The knowledge that members are given. */
export const realKnowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));

interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  /** Where the program is started; an empty folder by default. */
  readonly cwd?: string;
}

export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The exit code, or the signal that ended the program. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** An empty folder, removed after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the real program with no more of this machine's environment than it needs to run; it ends with the test. */
export async function spawnProgram(args: readonly string[], { env = {}, cwd }: Setting = {}): Promise<Program> {
  const data = await emptyFolder();
  const child = spawn(process.execPath, ['--import', compileCache, main, ...args], {
    cwd: cwd ?? data,
    env: { PATH: process.env['PATH'], DATA_DIR: join(data, 'data'), LANG: 'C.UTF-8', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  // The program may end before it has read what it is given.
  child.stdin.on('error', () => undefined);
  return { child, stdout: () => text.stdout, stderr: () => text.stderr, ended };
}

/** Runs the program to its end, with `input` on its standard input. */
export async function runProgram(
  args: readonly string[],
  { input = '', ...setting }: Setting & { readonly input?: string } = {},
): Promise<{ readonly code: number | NodeJS.Signals | null; readonly stdout: string; readonly stderr: string }> {
  const program = await spawnProgram(args, setting);
  program.child.stdin.end(input);
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

export interface Running extends Program {
  readonly address: string;
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
}

/** Starts the web page on a free port and waits until it is served. */
export async function startProgram({ env = {}, ...setting }: Setting = {}): Promise<Running> {
  const program = await spawnProgram(['start'], {
    env: { PORT: '0', KNOWLEDGE_DIR: realKnowledge, ...env },
    ...setting,
  });
  const address = () => /http:\/\/\S+/.exec(program.stdout())?.[0];
  const isOver = () => program.child.exitCode !== null;
  await waitUntil('the program to start', () => program.stdout().endsWith('\n\n') || isOver(), {
    patienceMs: 30_000,
  });
  const found = address();
  if (found === undefined) throw new Error(`The program did not start: ${program.stderr()}`);
  return { ...program, address: found, log: () => parseLines(program.stderr()) };
}

/** JSON objects, one a line; fails when a line is anything else. */
export function parseLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null) throw new TypeError(`No object: ${line}`);
      return Object.fromEntries(Object.entries(value));
    });
}

/** A trace of calls, or what Node prints above one: nothing for people to read. */
export const stackTrace = /^\s+at |node:internal|\.ts:\d+/m;
