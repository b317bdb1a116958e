import { retryTiming, type RetryTiming } from '../announcements/next-attempt.ts';

/** How the dispatcher keeps time. Durations in milliseconds. */
export interface DispatcherTiming extends RetryTiming {
  /**
   * When nobody has delivered for longer than this, or for the time of two signs of life where that is more, what was
   * missed by more than this waits for its author.
   */
  readonly graceMs: number;
  /**
   * A claim that nobody renews for so long is free for others; after a crash they wait for it. It is lengthened when a
   * third of it is over, and nothing is sent when half of it is: that half is longer than any outlet's request takes.
   */
  readonly leaseMs: number;
  /** How long the store is left alone when nothing is due; another instance may have added something. */
  readonly idleMs: number;
  readonly beatMs: number;
  /** A platform that does not know us is tried again after `pauseMs`, each time twice as late, up to this. */
  readonly maxPauseMs: number;
  /** The waits after failures of the store, each twice as long as the one before. */
  readonly storeBackoffMs: number;
  readonly maxStoreBackoffMs: number;
  /** How long deliveries under way may take when the dispatcher stops. */
  readonly stopMs: number;
  /** And how long writing down what became of those that took longer. */
  readonly lastWordMs: number;
}

export const dispatcherTiming: DispatcherTiming = {
  ...retryTiming,
  graceMs: 15 * 60_000,
  leaseMs: 20_000,
  idleMs: 1000,
  beatMs: 5000,
  maxPauseMs: 10 * 60_000,
  storeBackoffMs: 250,
  maxStoreBackoffMs: 10_000,
  stopMs: 8000,
  lastWordMs: 1500,
};
