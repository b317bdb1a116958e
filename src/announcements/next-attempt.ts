import { AppError, type DeliveryReason } from '../errors.ts';
import type { ClaimedDelivery, Settlement } from './delivery.ts';

/** How long and how often a delivery is tried. Durations in milliseconds. */
export interface RetryTiming {
  /** As many tries count before it is given up; what may have succeeded is looked for once more. */
  readonly maxTries: number;
  /** So long after the time for which it was meant it is given up, whatever the tries. */
  readonly windowMs: number;
  /** The longest wait before the second try; each later one may be four times as long. */
  readonly backoffMs: number;
  /** How long after a try that may have succeeded it is looked for; each later time four times as long. */
  readonly lookAgainMs: number;
  readonly maxBackoffMs: number;
  /** The wait where a platform throttles without saying for how long, or does not know us. */
  readonly pauseMs: number;
}

export const retryTiming: RetryTiming = {
  maxTries: 6,
  windowMs: 24 * 60 * 60_000,
  backoffMs: 5000,
  lookAgainMs: 5000,
  maxBackoffMs: 60 * 60_000,
  pauseMs: 60_000,
};

export interface FailedTry {
  readonly delivery: Pick<ClaimedDelivery, 'kind' | 'attempts' | 'degraded' | 'scheduledAt'>;
  readonly error: unknown;
  /** What failed was looking for the message of an earlier try: it may stand, so nothing may be sent unseen. */
  readonly unseen: boolean;
  readonly now: number;
  /** From 0 up to but not 1. */
  readonly random: () => number;
  readonly timing?: RetryTiming;
}

/**
 * What becomes of a delivery whose try failed, by the kind of the failure. Pure but for `random`. What an error does not
 * tell, or an error that nobody foresaw, may have happened.
 */
export function nextAttempt(failed: FailedTry): Settlement {
  const { delivery, error, unseen, now, random, timing = retryTiming } = failed;
  const { code, reason, retryAfterMs } = knownOf(error);
  const growth = 4 ** delivery.attempts;
  const isLast = now - delivery.scheduledAt >= timing.windowMs;
  const isLastCounted = isLast || delivery.attempts + 1 >= timing.maxTries;
  const lookAgainAt = now + Math.min(timing.maxBackoffMs, timing.lookAgainMs * growth);

  if (code === 'throttled' || code === 'unauthorized') {
    if (isLast) return { status: 'failed', reason: unseen ? 'unverified' : reason };
    const dueAt = now + (retryAfterMs ?? timing.pauseMs);
    return { status: unseen ? 'unknown' : 'pending', dueAt, reason, counts: false };
  }
  if (unseen) {
    if (isLastCounted) return { status: 'failed', reason: 'unverified' };
    return { status: 'unknown', dueAt: lookAgainAt, reason, counts: true };
  }
  const isPost = delivery.kind === 'post' || delivery.kind === 'reminder';
  switch (code) {
    case 'refused':
      return { status: reason === 'gone' && !isPost ? 'withdrawn' : 'failed', reason };
    case 'malformed':
      if (delivery.degraded || delivery.kind === 'remove') return { status: 'failed', reason };
      return { status: 'pending', dueAt: now, reason, counts: true, degraded: true };
    case 'unavailable': {
      if (isLastCounted) return { status: 'failed', reason };
      const waitMs = random() * Math.min(timing.maxBackoffMs, timing.backoffMs * growth);
      return { status: 'pending', dueAt: now + Math.round(waitMs), reason, counts: true };
    }
    case 'unknown':
      // A post is always looked for, also after the last try; editing and removing may be done twice unseen.
      if (isLastCounted && !isPost) return { status: 'failed', reason };
      return { status: 'unknown', dueAt: lookAgainAt, reason, counts: true };
  }
}

type FailureCode = 'throttled' | 'unauthorized' | 'refused' | 'malformed' | 'unavailable' | 'unknown';

/** The reason where an outlet gave none. */
const usualReasons: Readonly<Record<FailureCode, DeliveryReason>> = {
  throttled: 'throttled',
  unauthorized: 'unauthorized',
  refused: 'other',
  malformed: 'malformed',
  unavailable: 'unreachable',
  unknown: 'unreachable',
};

function knownOf(error: unknown): { code: FailureCode; reason: DeliveryReason; retryAfterMs: number | undefined } {
  if (!(error instanceof AppError)) return { code: 'unknown', reason: 'other', retryAfterMs: undefined };
  const code = isFailureCode(error.code) ? error.code : 'unknown';
  return { code, reason: error.reason ?? usualReasons[code], retryAfterMs: error.retryAfterMs };
}

function isFailureCode(code: AppError['code']): code is FailureCode {
  return code in usualReasons;
}
