import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL server of its own in a temporary folder, on loopback. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** The address of a database that is not there, for a user or a password. */
  address(database: string, credentials?: string): string;
  /** Runs a statement as the superuser, in a database or in the server's own. */
  run(statement: string, database?: string): Promise<readonly unknown[]>;
  /** Stops the server; `immediate` as after a crash. What it holds stays. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and removes its folder. */
  remove(): Promise<void>;
}

const patienceMs = 20_000;

/** The folder of PostgreSQL's programs; undefined where it is not installed. */
export function postgresBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Runs the server as its child and stops it at once when its own input ends: with us at the latest, however we end. */
const keeper = '"$@" & child=$!; read -r _; kill -QUIT $child 2>/dev/null; wait $child';

/**
 * Makes and starts a server. PostgreSQL refuses to run as root: then it runs as the user `postgres`. Nothing is forced
 * onto the disk unless `durable` is set.
 */
export async function startPostgres(binaries: string, options: { durable?: true } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'metropolis-postgres-'));
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const asUser = { ...user, cwd: folder };
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'boss\n');
  try {
    execFileSync(
      join(binaries, 'initdb'),
      ['--no-sync', '--auth=scram-sha-256', '--username=boss', `--pwfile=${passwordFile}`, '-D', data],
      { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const port = await freePort();
  let server: ChildProcess | undefined;
  let made = 0;

  const address = (database: string, credentials = 'boss:boss'): string =>
    `postgres://${credentials}@127.0.0.1:${port}/${database}`;

  async function run(statement: string, database = 'postgres'): Promise<readonly unknown[]> {
    const client = new Client({ connectionString: address(database) });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(statement);
      return rows;
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    if (options.durable !== true) settings.push('fsync=off');
    const program = [join(binaries, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    const started = spawn('sh', ['-c', keeper, 'sh', ...program], { ...asUser, stdio: ['pipe', 'ignore', 'ignore'] });
    server = started;
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        await run('select 1');
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      await setTimeout(20);
    }
  }

  async function stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    const running = server;
    server = undefined;
    if (running === undefined) return;
    const ended = once(running, 'exit');
    if (mode === 'fast') {
      const [pid = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGINT');
      while (existsSync(join(data, 'postmaster.pid'))) await setTimeout(20);
    }
    running.stdin?.end();
    await ended;
  }

  await start();
  return {
    address,
    run,
    start,
    stop,
    newDatabase: async () => {
      made += 1;
      await run(`create database test_${made}`);
      return address(`test_${made}`);
    },
    remove: async () => {
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresUser(): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  if (uid === undefined || gid === undefined) throw new Error('There is no user postgres to run PostgreSQL as.');
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
