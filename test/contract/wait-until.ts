import { setTimeout } from 'node:timers/promises';

const patienceMs = 10_000;

/** Waits until something is so; fails with what was waited for when that takes longer than ten seconds. */
export async function waitUntil(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await setTimeout(5);
  }
}
