import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode } from '../../src/errors.ts';
import { limits } from './limits.ts';

/** Failures after which something that is the same when done twice may be done again. */
export const whenHarmless: readonly ErrorCode[] = ['unavailable', 'throttled', 'unknown'];
/** Failures after which nothing has happened. */
export const whenNothingHappened: readonly ErrorCode[] = ['unavailable', 'throttled'];

/** Tries a few times, waiting in between, while it fails in one of these ways; then fails as the last try did. */
export async function retrying<Result>(
  codes: readonly ErrorCode[],
  attempt: () => Promise<Result>,
  longestWaitMs: number = limits.replyThrottleMs,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AppError) || !codes.includes(error.code) || tried === limits.replyTries) throw error;
      const wait = error.retryAfterMs ?? limits.replyWaitMs * 2 ** (tried - 1);
      if (wait > longestWaitMs) throw error;
      await sleep(wait);
    }
  }
}
