import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { backUp, putBack } from '../store/backup.ts';
import { openStore } from '../store/open-store.ts';
import { databaseFile } from '../store/sqlite.ts';
import type { World } from './world.ts';

/**
 * Copies the embedded database to a new file while the assistant runs.
 * @throws AppError `configuration` for PostgreSQL, which has tools of its own; `store` when it fails
 */
export async function backupTo({ config, stdout }: World, files: readonly string[]): Promise<number> {
  const file = onlyFile(files, 'backup');
  if (config.databaseUrl !== undefined) {
    throw new AppError('configuration', 'DATABASE_URL is set: what is stored is in PostgreSQL.', {
      hint: 'Back it up with pg_dump.',
    });
  }
  await backUp(config.dataDir, file);
  stdout.write(`Everything that is stored is now also in ${file}.\n`);
  return 0;
}

/**
 * Puts a backup in its place (not for PostgreSQL, where that has been done with its own tools), and doubts everything
 * that was due: it may have been posted after the backup, so it is looked for before it is sent.
 * @throws AppError `configuration` for wrong arguments; `store` when it fails
 */
export async function restoreFrom(world: World, files: readonly string[]): Promise<number> {
  const { config, stdout, stderr } = world;
  if (config.databaseUrl === undefined) putBack(onlyFile(files, 'restore'), config.dataDir);
  else if (files.length > 0) {
    throw new AppError('configuration', 'DATABASE_URL is set: what is stored is in PostgreSQL.', {
      hint: 'Restore it with pg_restore or psql, then give this command without a file.',
    });
  }
  const store = await openStore({ ...storageOf(config), log: createLog('silent', stderr), clock: systemClock });
  try {
    const doubted = await store.deliveries.doubtDue(systemClock());
    stdout.write(
      `Restored. Deliveries that were due: ${doubted}; each is looked for on its platform before anything is sent.\n` +
        'What was only planned after the backup is not known any more: please announce it again.\n',
    );
    return 0;
  } finally {
    await store.close();
  }
}

/** Where everything is stored, as the store wants to know it. */
export function storageOf({ dataDir, databaseUrl }: Config) {
  return { dataDir, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
}

/** Whether there may be something stored. */
export function isStored({ dataDir, databaseUrl }: Config): boolean {
  return databaseUrl !== undefined || existsSync(join(dataDir, databaseFile));
}

function onlyFile(files: readonly string[], command: string): string {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new AppError(
      'configuration',
      `The name of one file is wanted, for instance: npm run ${command} -- backup.db`,
    );
  }
  return file;
}
