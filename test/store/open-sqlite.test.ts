import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { createDeliveryStore } from '../../src/store/rows/deliveries.ts';
import { createSession } from '../../src/store/session.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { delivery } from '../contract/store/test-database.ts';
import { openTestStore, testFolder } from '../fakes/test-store.ts';

const longText = 'x'.repeat(10_000);
const diskIsFull = 'Could not use the database: the disk is full.';
const row = { at: 1, personId: 'chat:u1', action: 'x', subject: 'a1', details: {} };

/** Root may write everywhere: then it is somebody else who has to try. */
const somebody = process.getuid?.() === 0 ? 65_534 : undefined;

async function openAsSomebody(folder: string): Promise<Store> {
  if (somebody !== undefined) process.seteuid?.(somebody);
  try {
    return await openTestStore({ folder });
  } finally {
    if (somebody !== undefined) process.seteuid?.(0);
  }
}

function giveAway(path: string, mode: number): void {
  if (somebody !== undefined) chownSync(path, somebody, somebody);
  chmodSync(path, mode);
}

/** Whether we may make a disk of our own, which takes a root that is allowed to mount. */
const canMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** A folder with room for one megabyte. */
function smallDisk(): string {
  const folder = testFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}

/** The database's own file, as another program would open it. */
function openFile(folder: string): DatabaseSync {
  const file = new DatabaseSync(join(folder, 'assistant.db'));
  onTestFinished(() => file.close());
  return file;
}

describe('openStore() on SQLite', () => {
  it('makes folders that are missing, and opens what is there again', async () => {
    const folder = join(testFolder(), 'a', 'b');
    const store = await openTestStore({ folder });
    await store.audit.append(row);
    await store.close();
    expect(await (await openTestStore({ folder })).audit.list({ limit: 9 })).toEqual([row]);
  });

  it('has every commit on the disk before it is acknowledged, and sees to what belongs together', async () => {
    const { db } = openSqlite(testFolder());
    onTestFinished(() => db.destroy());
    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map(async (name) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return rows[0]?.[name];
    });
    expect(await Promise.all(settings)).toEqual(['wal', 2, 1]);
  });

  it('refuses a database that a newer version has changed', async () => {
    const folder = testFolder();
    await (await openTestStore({ folder })).close();
    openFile(folder).exec(`insert into kysely_migration values ('0999-from-the-future', '2030-01-01T00:00:00.000Z')`);
    await expect(openTestStore({ folder })).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('newer version of the assistant: it has the migration “0999-from-the-future”'),
      hint: expect.stringContaining('backup'),
    });
  });

  it('refuses a file that is no database', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'assistant.db'), 'This is a letter to the secretariat. '.repeat(100));
    await expect(openTestStore({ folder })).rejects.toMatchObject({
      code: 'store',
      message: 'Could not open assistant.db in DATA_DIR: the file is no database.',
    });
  });

  it('refuses a folder whose name a file has', async () => {
    const file = join(testFolder(), 'data');
    writeFileSync(file, '');
    await expect(openTestStore({ folder: file })).rejects.toMatchObject({
      code: 'store',
      message: 'Could not make the folder of DATA_DIR: a file has its name.',
    });
    await expect(openTestStore({ folder: join(file, 'deeper') })).rejects.toMatchObject({
      code: 'store',
      message: 'Could not make the folder of DATA_DIR: a folder that it should be in is a file.',
    });
  });

  it('refuses a folder that may not be written to', async () => {
    const folder = testFolder();
    giveAway(folder, 0o555);
    await expect(openAsSomebody(folder)).rejects.toMatchObject({
      code: 'store',
      message: 'Could not open assistant.db in DATA_DIR: the file cannot be opened.',
    });
    await expect(openAsSomebody(join(folder, 'deeper'))).rejects.toMatchObject({
      code: 'store',
      message: 'Could not make the folder of DATA_DIR: it may not be written to.',
    });
  });

  it('refuses a database that may not be written to', async () => {
    const folder = testFolder();
    await (await openTestStore({ folder })).close();
    giveAway(folder, 0o755);
    giveAway(join(folder, 'assistant.db'), 0o444);
    await expect(openAsSomebody(folder)).rejects.toMatchObject({
      code: 'store',
      message: 'Could not open assistant.db in DATA_DIR: it may not be written to.',
    });
  });

  it('says so when the disk is full, and goes on when there is room again', async () => {
    const database = openSqlite(testFolder());
    await migrate(database);
    const session = createSession(database);
    onTestFinished(() => session.close());
    const deliveries = createDeliveryStore(session);
    const large = Array.from({ length: 50 }, (_, index) => delivery({ channel: `chat:${index}`, payload: longText }));
    await sql`pragma max_page_count = 60`.execute(database.db);
    await expect(deliveries.add(large)).rejects.toMatchObject({ code: 'store', message: diskIsFull });
    expect(await deliveries.counts('a1')).toEqual({});
    await sql`pragma max_page_count = 1000000`.execute(database.db);
    expect(await deliveries.add(large)).toBe(50);
  });

  if (canMount)
    it('says so when the disk is full from the beginning', async () => {
      const folder = smallDisk();
      await (await openTestStore({ folder })).close();
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(join(folder, 'large'), Buffer.alloc(bavail * bsize));
      await expect(openTestStore({ folder })).rejects.toMatchObject({
        code: 'store',
        message: expect.stringMatching(
          /^Could not open assistant\.db in DATA_DIR: the disk (?:is|failed or is) full\.$/,
        ),
      });
    });

  if (canMount)
    it('loses nothing when the disk fills up', async () => {
      const store = await openTestStore({ folder: smallDisk() });
      let acknowledged = 0;
      const fill = async (): Promise<void> => {
        for (;;) {
          await store.deliveries.add([delivery({ subject: 'a1', channel: `chat:${acknowledged}`, payload: longText })]);
          acknowledged += 1;
        }
      };
      await expect(fill()).rejects.toMatchObject({ code: 'store' });
      expect(acknowledged).toBeGreaterThan(10);
      expect(await store.deliveries.counts('a1')).toEqual({ pending: acknowledged });
    });
});
