import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** As `npm start` does it: hundreds of starts need not compile everything again. */
const compileCache = new URL('../../src/compile-cache.js', import.meta.url).href;
const killAt = new URL('kill-at.ts', import.meta.url).href;
/** On a busy machine, on which others start at the same time. */
const startMs = 60_000;

export interface Instance {
  readonly address: string;
  /** What the program wrote when it ended by itself, for people who look for the reason. */
  readonly complaint: () => string;
  readonly ended: Promise<void>;
  isRunning(): boolean;
  kill(): void;
}

export type Environment = Readonly<Record<string, string>>;

/**
 * Starts the real program and waits until it says where its web page is; undefined when it was killed before.
 * @param step `step:n`: it is killed the n-th time that it reaches this step of delivering
 */
export async function startInstance(env: Environment, step?: string): Promise<Instance | undefined> {
  const child = spawn(process.execPath, ['--import', compileCache, '--import', killAt, main, 'start'], {
    env: { PATH: process.env['PATH'], ...env, ...(step === undefined ? {} : { KILL_AT: step }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint = `${complaint}${chunk}`.slice(-4000)));
  const ended = once(child, 'close').then(() => undefined);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const deadline = Date.now() + startMs;
  const addressOf = () => /http:\/\/\S+/.exec(printed)?.[0];
  while (!printed.endsWith('\n\n') && isRunning()) {
    if (Date.now() > deadline) throw new Error(`The program did not start in time: ${printed}${complaint}`);
    await Promise.race([ended, setTimeout(20)]);
  }
  const address = addressOf();
  if (child.signalCode === 'SIGKILL') return undefined;
  if (address === undefined) throw new Error(`The program did not start: ${complaint}`);
  return { address, complaint: () => complaint, ended, isRunning, kill: () => void child.kill('SIGKILL') };
}

/** Runs another command of the program to its end and gives what it printed. */
export async function runCommand(args: readonly string[], env: Environment): Promise<string> {
  const child = spawn(process.execPath, ['--import', compileCache, main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} failed: ${printed}`);
  return printed;
}
