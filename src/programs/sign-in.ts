import { systemClock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/open-store.ts';
import { createSignIns } from './sign-ins.ts';
import { storageOf } from './backup.ts';
import type { World } from './world.ts';

/**
 * Prints a link that lets a person of the secretariat into the web page, once, within 15 minutes.
 * @throws AppError `configuration` when the name is not of the form that is wanted
 */
export async function signIn({ config, stdout, stderr }: World, names: readonly string[]): Promise<number> {
  const [name = ''] = names;
  if (names.length !== 1 || !/^[a-z][a-z0-9.-]{0,39}$/.test(name)) {
    throw new AppError(
      'configuration',
      'A name of lower-case letters, digits, dots and hyphens is wanted, for the record of who did what.',
      {
        hint: 'For instance: npm run sign-in -- ana',
      },
    );
  }
  const store = await openStore({
    ...storageOf(config),
    log: createLog('silent', stderr),
    clock: systemClock,
  });
  try {
    const token = await createSignIns(store, systemClock).invite(name);
    const address = config.publicUrl ?? `http://${config.host}:${config.port}`;
    stdout.write(`${new URL(`/sign-in?token=${token}`, address).href}\n`);
    stdout.write('Open it within 15 minutes; it works once. The web page must be running (npm start).\n');
    return 0;
  } finally {
    await store.close();
  }
}
