import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backUp, putBack } from '../../src/store/backup.ts';
import { delivery } from '../contract/store/test-database.ts';
import { openTestStore, testFolder } from '../fakes/test-store.ts';

const notes = (count: number) =>
  Array.from({ length: count }, (_, index) => delivery({ channel: `chat:${index}`, payload: 'x'.repeat(5_000) }));

describe('backUp()', () => {
  it('copies everything that was acknowledged, while the store is written to', async () => {
    const folder = testFolder();
    const store = await openTestStore({ folder });
    await store.deliveries.add(notes(500));
    const file = join(testFolder(), 'backup.db');
    const later = Array.from({ length: 50 }, (_, index) =>
      store.deliveries.add([delivery({ subject: 'a2', channel: `chat:${index}` })]),
    );
    await Promise.all([backUp(folder, file), ...later]);
    const target = join(testFolder(), 'data');
    putBack(file, target);
    const restored = await openTestStore({ folder: target });
    expect(await restored.deliveries.counts('a1')).toEqual({ pending: 500 });
    expect(await store.deliveries.counts('a2')).toEqual({ pending: 50 });
  });

  it('keeps what was imported from calendar files, so that nothing is drafted twice', async () => {
    const folder = testFolder();
    const store = await openTestStore({ folder });
    const record = { uid: 'e1', occurrence: '', standalone: false, subject: 'a1', sequence: 1, modifiedAt: 0, at: 1 };
    await store.imports.put({ ...record, fields: { title: 'Assembly' } });
    const file = join(testFolder(), 'backup.db');
    await backUp(folder, file);
    const target = join(testFolder(), 'data');
    putBack(file, target);
    const restored = await openTestStore({ folder: target });
    expect(await restored.imports.of('e1')).toEqual([{ ...record, fields: { title: 'Assembly' } }]);
  });

  it('leaves one file, which needs no other', async () => {
    const folder = testFolder();
    await openTestStore({ folder });
    const backups = testFolder();
    await backUp(folder, join(backups, 'backup.db'));
    expect(readdirSync(backups)).toEqual(['backup.db']);
  });

  it('replaces nothing', async () => {
    const folder = testFolder();
    const store = await openTestStore({ folder });
    const file = join(testFolder(), 'backup.db');
    await backUp(folder, file);
    await store.deliveries.add([delivery()]);
    await expect(backUp(folder, file)).rejects.toMatchObject({
      code: 'store',
      message: `Could not back up to ${file}: it exists already.`,
      hint: expect.stringContaining('new file'),
    });
  });

  it('refuses where there is no database, and makes none', async () => {
    const folder = testFolder();
    await expect(backUp(folder, join(folder, 'backup.db'))).rejects.toMatchObject({
      code: 'store',
      message: 'Could not back up: DATA_DIR holds no assistant.db.',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says so when the file cannot be written', async () => {
    const folder = testFolder();
    await openTestStore({ folder });
    await expect(backUp(folder, join(folder, 'nowhere', 'backup.db'))).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('Could not back up assistant.db of DATA_DIR to '),
    });
  });
});

describe('putBack()', () => {
  it.each(['assistant.db', 'assistant.db-wal', 'assistant.db-shm'])('leaves alone a folder that holds %s', (name) => {
    const folder = testFolder();
    writeFileSync(join(folder, name), '');
    expect(() => putBack(join(folder, 'backup.db'), folder)).toThrow(
      expect.objectContaining({ code: 'store', hint: expect.stringContaining('do not delete them yet') }),
    );
  });

  it('refuses what is no backup, and puts nothing in its place', async () => {
    const folder = testFolder();
    const target = join(folder, 'data');
    const text = join(folder, 'text.db');
    writeFileSync(text, 'This is a letter to the secretariat. '.repeat(100));
    const other = join(folder, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('create table recipes (name text)');
    database.close();
    const nothing = join(folder, 'nothing.db');
    expect(() => putBack(nothing, target)).toThrow(
      expect.objectContaining({ code: 'store', message: `Could not restore: there is no file ${nothing}.` }),
    );
    for (const file of [text, other]) {
      expect(() => putBack(file, target)).toThrow(
        expect.objectContaining({ code: 'store', message: expect.stringContaining(`read the backup ${file}`) }),
      );
    }
    expect(existsSync(target)).toBe(false);
  });

  it('refuses a backup that is damaged', async () => {
    const folder = testFolder();
    const store = await openTestStore({ folder });
    await store.deliveries.add(notes(200));
    const file = join(testFolder(), 'backup.db');
    await backUp(folder, file);
    const damaged = join(testFolder(), 'damaged.db');
    damage(file, damaged);
    const target = join(testFolder(), 'data');
    expect(() => putBack(damaged, target)).toThrow(expect.objectContaining({ code: 'store' }));
    expect(existsSync(join(target, 'assistant.db'))).toBe(false);
  });
});

/** A copy whose pages in the middle are overwritten, as a failing disk would. */
function damage(file: string, copy: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0xa5, middle, middle + 40_000);
  writeFileSync(copy, bytes);
}
