import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { AppError } from '../errors.ts';
import { databaseFile } from './sqlite.ts';
import { toFolderError, toStoreError } from './store-error.ts';

/**
 * Copies the embedded database into a new file, whole and consistent, while the assistant runs.
 * @throws AppError `store` when there is no database, the file exists already or cannot be written
 */
export async function backUp(dataDir: string, file: string): Promise<void> {
  if (existsSync(file)) {
    throw new AppError('store', `Could not back up to ${file}: it exists already.`, {
      hint: 'Give the name of a new file, for instance with the date in it.',
    });
  }
  const database = join(dataDir, databaseFile);
  if (!existsSync(database)) {
    throw new AppError('store', 'Could not back up: DATA_DIR holds no assistant.db.', {
      hint: 'Give this command where the assistant runs, with the same DATA_DIR.',
    });
  }
  let source: DatabaseSync | undefined;
  try {
    source = new DatabaseSync(database, { readOnly: true });
    await backup(source, file);
    inOneFile(file);
  } catch (error) {
    throw toStoreError(error, `back up assistant.db of DATA_DIR to ${file}`);
  } finally {
    source?.close();
  }
}

/** Without its log of changes, a database needs no other files beside it. */
function inOneFile(file: string): void {
  const copy = new DatabaseSync(file);
  try {
    copy.exec('pragma journal_mode = delete');
  } finally {
    copy.close();
  }
}

/**
 * Puts a backup in the place of the embedded database, which must not be there any more. Whoever opens it next has to
 * call `doubtDue` before anything is delivered.
 * @throws AppError `store` when there is a database already, or the file is no undamaged database
 */
export function putBack(file: string, dataDir: string): void {
  const target = join(dataDir, databaseFile);
  const inTheWay = ['', '-wal', '-shm'].map((ending) => `${target}${ending}`).filter((path) => existsSync(path));
  if (inTheWay.length > 0) {
    throw new AppError('store', 'Could not restore: DATA_DIR still holds a database.', {
      hint: 'Stop the assistant and move assistant.db, assistant.db-wal and assistant.db-shm away first; do not delete them yet.',
    });
  }
  if (!existsSync(file)) {
    throw new AppError('store', `Could not restore: there is no file ${file}.`, { hint: 'Correct its name.' });
  }
  checkBackup(file);
  try {
    mkdirSync(dataDir, { recursive: true });
    copyFileSync(file, target);
  } catch (error) {
    throw toFolderError(error);
  }
}

/** Throws AppError `store` when the file is not an undamaged database of ours. */
function checkBackup(file: string): void {
  let source: DatabaseSync | undefined;
  let result: unknown;
  try {
    source = new DatabaseSync(file, { readOnly: true });
    result = source.prepare('pragma quick_check(1)').get()?.['quick_check'];
    source.prepare('select count(*) from deliveries').get();
  } catch (error) {
    throw toStoreError(error, `read the backup ${file}`);
  } finally {
    source?.close();
  }
  if (result === 'ok') return;
  throw new AppError('store', `Could not restore: the backup ${file} is damaged.`, { hint: 'Take an older backup.' });
}
