import { createServer, connect, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/store/postgres.ts';
import { toStoreError } from '../../src/store/store-error.ts';
import { describePostgres } from '../contract/describe-postgres.ts';
import { openOn } from '../contract/store/test-database.ts';
import { silentLog } from '../fakes/test-store.ts';

const open = (databaseUrl: string) => openOn({ dataDir: '/nowhere', databaseUrl });
const row = { at: 1, personId: 'chat:u1', action: 'x', subject: 'a1', details: {} };
const opening = 'Could not open the database of DATABASE_URL';

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return expect.unreachable(String(await work));
  } catch (error) {
    return error;
  }
}

describe('openStore() with an address', () => {
  it.each(['postgres://user:s3cr%et@db/name', 'https://db/name', 's3cr%20et', 'postgres://db:s3cr3t/name'])(
    'refuses %s',
    async (address) => {
      const failure = await failureOf(open(address));
      expect(failure).toMatchObject({
        code: 'store',
        message: 'DATABASE_URL is no address of a PostgreSQL database.',
        hint: expect.stringContaining('postgres://'),
      });
      expect(inspect(failure, { depth: 9 })).not.toContain('s3cr');
    },
  );

  it.each([
    ['postgres://user:s3cr3t@127.0.0.1:1/name', 'nothing listens there'],
    ['postgres://user:s3cr3t@no-such-host.invalid/name', 'its host (?:is not known|cannot be looked up now)'],
  ])('says why %s cannot be reached, and keeps the password to itself', async (address, why) => {
    const failure = await failureOf(open(address));
    expect(failure).toMatchObject({ code: 'store', message: expect.stringMatching(`^${opening}: ${why}\\.$`) });
    expect(inspect(failure, { depth: 9 })).not.toContain('s3cr3t');
  });
});

describePostgres('openStore() on PostgreSQL', (server) => {
  let address: string;
  beforeEach(async () => {
    address = await server().newDatabase();
  });

  it.each([
    ['a wrong password', 'postgres', 'boss:s3cr3t', 'it refused the user or the password'],
    ['an unknown user', 'postgres', 'nobody:s3cr3t', 'it refused the user or the password'],
    ['an unknown database', 'nowhere', undefined, 'there is no such database'],
  ])('says so when it meets %s', async (_what, database, credentials, why) => {
    const failure = await failureOf(open(server().address(database, credentials)));
    expect(failure).toMatchObject({ code: 'store', message: `${opening}: ${why}.` });
    expect(inspect(failure, { depth: 9 })).not.toContain('s3cr3t');
  });

  it('says so when its user may not make tables, or may only read', async () => {
    await server()
      .run(`create user guest password 'guest'`)
      .catch(() => {});
    const guest = new URL(address);
    guest.username = 'guest';
    guest.password = 'guest';
    const name = guest.pathname.slice(1);
    await expect(open(guest.href)).rejects.toMatchObject({ message: `${opening}: the user lacks a right.` });
    await server().run(`alter database ${name} set default_transaction_read_only = on`);
    await expect(open(address)).rejects.toMatchObject({ message: `${opening}: it may only be read.` });
  });

  it('refuses a database that a newer version has changed', async () => {
    await (await open(address)).close();
    const name = new URL(address).pathname.slice(1);
    await server().run(
      `insert into kysely_migration values ('0999-from-the-future', '2030-01-01T00:00:00.000Z')`,
      name,
    );
    await expect(open(address)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('newer version'),
    });
  });

  it('fails while the server is down and goes on when it is back', async () => {
    const store = await open(address);
    await store.audit.append(row);
    await server().stop('immediate');
    await expect(store.audit.append(row)).rejects.toMatchObject({ code: 'store' });
    await expect(store.transaction((records) => records.audit.append(row))).rejects.toMatchObject({ code: 'store' });
    await server().start();
    await store.audit.append({ ...row, at: 2 });
    expect((await store.audit.list({ limit: 9 })).map(({ at }) => at)).toEqual([2, 1]);
  });

  it('rolls back and goes on when a connection breaks in a transaction', async () => {
    const store = await open(address);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(address).pathname.slice(1)}'`;
    const work = store.transaction(async (records) => {
      await records.audit.append(row);
      await server().run(cut);
      await records.audit.append(row);
    });
    await expect(work).rejects.toMatchObject({ name: 'AppError', code: 'store' });
    expect(await store.audit.list({ limit: 9 })).toEqual([]);
  });

  it('gives up a connection on which nothing is heard any more, and makes another', async () => {
    const line = await muteableLine(Number(new URL(address).port));
    const muted = new URL(address);
    muted.port = String(line.port);
    const { db } = openPostgres(muted.href, silentLog, 200);
    onTestFinished(() => db.destroy());
    const query = sql`select 1`;
    await query.execute(db);
    line.mute(true);
    const failure = await failureOf(query.execute(db));
    expect(toStoreError(failure)).toMatchObject({ message: 'Could not use the database: it did not answer in time.' });
    line.mute(false);
    expect(await query.execute(db)).toBeDefined();
  });
});

/** A way to a server that can fall silent without closing, as when a router in between forgets it. */
async function muteableLine(port: number): Promise<{ port: number; mute(mute: boolean): void }> {
  let muted = false;
  const sockets = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => (muted ? undefined : to.write(data)));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const address = line.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return { port: address.port, mute: (mute) => (muted = mute) };
}
