import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { AppError } from '../errors.ts';
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
  const database = join(dataDir, 'assistant.db');
  if (!existsSync(database)) {
    throw new AppError('store', 'Could not back up: DATA_DIR holds no assistant.db.', {
      hint: 'Give this command where the assistant runs, with the same DATA_DIR.',
    });
  }
  let source: DatabaseSync | undefined;
  try {
    source = new DatabaseSync(database, { readOnly: true });
    await backup(source, file);
  } catch (error) {
    throw toStoreError(error, `back up assistant.db of DATA_DIR to ${file}`);
  } finally {
    source?.close();
  }
}

/**
 * Puts a backup in the place of the embedded database, which must not be there any more. Whoever opens it next has to
 * call `doubtDue` before anything is delivered.
 * @throws AppError `store` when there is a database already, or the file is no undamaged database
 */
export function putBack(file: string, dataDir: string): void {
  const target = join(dataDir, 'assistant.db');
  const inTheWay = ['', '-wal', '-shm'].map((ending) => `${target}${ending}`).filter((path) => existsSync(path));
  if (inTheWay.length > 0) {
    throw new AppError('store', `Could not restore: DATA_DIR still holds ${inTheWay.length} file(s) of a database.`, {
      hint: 'Stop the assistant and move assistant.db, assistant.db-wal and assistant.db-shm away first; do not delete them yet.',
    });
  }
  try {
    const source = new DatabaseSync(file, { readOnly: true });
    try {
      source.prepare('pragma quick_check').get();
      source.prepare('select count(*) from deliveries').get();
    } finally {
      source.close();
    }
  } catch (error) {
    throw toStoreError(error, `read the backup ${file}`);
  }
  try {
    mkdirSync(dataDir, { recursive: true });
    copyFileSync(file, target);
  } catch (error) {
    throw toFolderError(error);
  }
}
