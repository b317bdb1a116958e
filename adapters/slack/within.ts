import { setTimeout } from 'node:timers/promises';

/** What the work gives, or undefined when it takes longer than `ms`; the work goes on. */
export async function within<Result>(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  const timer = new AbortController();
  const late = setTimeout(ms, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
