import { setTimeout } from 'node:timers/promises';

interface Patience {
  readonly patienceMs?: number;
  /** How often it is looked; what costs much to look at is looked at less often. */
  readonly everyMs?: number;
}

/** Waits until something is so; fails with what was waited for when that takes longer than ten seconds, or as given. */
export async function waitUntil(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  { patienceMs = 10_000, everyMs = 5 }: Patience = {},
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await setTimeout(everyMs);
  }
}
