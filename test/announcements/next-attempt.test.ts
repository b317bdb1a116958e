import { describe, expect, test } from 'vitest';
import type { Settlement } from '../../src/announcements/delivery.ts';
import { nextAttempt, retryTiming, type FailedTry } from '../../src/announcements/next-attempt.ts';
import { AppError } from '../../src/errors.ts';

const now = Date.UTC(2027, 9, 7, 10);

function after(error: unknown, change: Partial<FailedTry['delivery']> & { unseen?: boolean } = {}): Settlement {
  const { unseen = false, ...delivery } = change;
  return nextAttempt({
    delivery: { kind: 'post', attempts: 0, degraded: false, scheduledAt: now - 1000, ...delivery },
    error,
    unseen,
    now,
    random: () => 0.5,
  });
}

const unavailable = new AppError('unavailable', 'Nobody listens.', { reason: 'unreachable' });
const throttled = new AppError('throttled', 'Too fast.', { reason: 'throttled', retryAfterMs: 7000 });
const unknown = new AppError('unknown', 'No answer.', { reason: 'unreachable' });
const unauthorized = new AppError('unauthorized', 'Who are you?', { reason: 'unauthorized' });
const malformed = new AppError('malformed', 'Not like this.', { reason: 'malformed' });
const tooLarge = new AppError('malformed', 'Too long.', { reason: 'tooLarge' });
const refused = new AppError('refused', 'Not here.', { reason: 'archived' });
const gone = new AppError('refused', 'Not there any more.', { reason: 'gone' });
const yesterday = { scheduledAt: now - retryTiming.windowMs };

describe('nextAttempt() decides by the kind of failure', () => {
  test.each<[string, Settlement, Settlement]>([
    [
      'throttled: exactly when the platform says, and the try does not count',
      after(throttled, { attempts: 5 }),
      { status: 'pending', dueAt: now + 7000, reason: 'throttled', counts: false },
    ],
    [
      'throttled for longer than the window: given up',
      after(throttled, yesterday),
      { status: 'failed', reason: 'throttled' },
    ],
    [
      'throttled without a time: a minute',
      after(new AppError('throttled', 'Too fast.')),
      { status: 'pending', dueAt: now + 60_000, reason: 'throttled', counts: false },
    ],
    [
      'unavailable: any moment up to 5 seconds at first',
      after(unavailable),
      { status: 'pending', dueAt: now + 2500, reason: 'unreachable', counts: true },
    ],
    [
      'unavailable: up to four times as long each time',
      after(unavailable, { attempts: 3 }),
      { status: 'pending', dueAt: now + 160_000, reason: 'unreachable', counts: true },
    ],
    [
      'unavailable for the sixth time: given up',
      after(unavailable, { attempts: 5 }),
      { status: 'failed', reason: 'unreachable' },
    ],
    [
      'unavailable after the window: given up',
      after(unavailable, yesterday),
      { status: 'failed', reason: 'unreachable' },
    ],
    [
      'unknown: looked for after 5 seconds',
      after(unknown),
      { status: 'unknown', dueAt: now + 5000, reason: 'unreachable', counts: true },
    ],
    [
      'unknown: looked for later each time',
      after(unknown, { attempts: 2 }),
      { status: 'unknown', dueAt: now + 80_000, reason: 'unreachable', counts: true },
    ],
    [
      'unknown for the sixth time: looked for once more',
      after(unknown, { attempts: 5 }),
      { status: 'unknown', dueAt: now + 3_600_000, reason: 'unreachable', counts: true },
    ],
    [
      'an edit that is unknown for the sixth time: given up, and no copy is in doubt',
      after(unknown, { kind: 'edit', attempts: 5 }),
      { status: 'failed', reason: 'unreachable' },
    ],
    [
      'an error that nobody foresaw: it may have happened',
      after(new TypeError('undefined is not a function')),
      { status: 'unknown', dueAt: now + 5000, reason: 'other', counts: true },
    ],
    [
      'something thrown that is no error: it may have happened',
      after('oops'),
      { status: 'unknown', dueAt: now + 5000, reason: 'other', counts: true },
    ],
    [
      'an error of the store within an outlet: it may have happened',
      after(new AppError('store', 'The disk is full.')),
      { status: 'unknown', dueAt: now + 5000, reason: 'unreachable', counts: true },
    ],
    ['refused: not tried again', after(refused), { status: 'failed', reason: 'archived' }],
    ['refused without a reason', after(new AppError('refused', 'No.')), { status: 'failed', reason: 'other' }],
    ['an edit of what is gone: nothing to do', after(gone, { kind: 'edit' }), { status: 'withdrawn', reason: 'gone' }],
    ['a post refused as gone: failed', after(gone), { status: 'failed', reason: 'gone' }],
    [
      'malformed: once more at once, as plain text',
      after(malformed),
      { status: 'pending', dueAt: now, reason: 'malformed', counts: true, degraded: true },
    ],
    [
      'too large: once more at once, as plain text',
      after(tooLarge, { attempts: 5 }),
      { status: 'pending', dueAt: now, reason: 'tooLarge', counts: true, degraded: true },
    ],
    [
      'malformed as plain text too: given up',
      after(tooLarge, { degraded: true }),
      { status: 'failed', reason: 'tooLarge' },
    ],
    ['a removal has no plain form', after(malformed, { kind: 'remove' }), { status: 'failed', reason: 'malformed' }],
    [
      'unauthorized: waits, and the try does not count',
      after(unauthorized, { attempts: 5 }),
      { status: 'pending', dueAt: now + 60_000, reason: 'unauthorized', counts: false },
    ],
    [
      'unauthorized for longer than the window: given up',
      after(unauthorized, yesterday),
      { status: 'failed', reason: 'unauthorized' },
    ],
  ])('%s', (_name, settlement, expected) => {
    expect(settlement).toEqual(expected);
  });

  test('waits no longer than an hour', () => {
    const long = { ...retryTiming, maxTries: 100 };
    const delivery = { kind: 'post', attempts: 50, degraded: false, scheduledAt: now } as const;
    const settlement = nextAttempt({ delivery, error: unknown, unseen: false, now, random: () => 1, timing: long });
    expect(settlement).toMatchObject({ dueAt: now + retryTiming.maxBackoffMs });
  });
});

describe('nextAttempt() never has something sent while an earlier try may stand unseen', () => {
  test.each([
    ['unavailable', unavailable, 5000],
    ['unknown', unknown, 5000],
    ['refused', refused, 5000],
    ['malformed', malformed, 5000],
    ['throttled', throttled, 7000],
    ['unauthorized', unauthorized, 60_000],
    ['unforeseen', new RangeError('No.'), 5000],
  ])('looking was %s', (_name, error, waitMs) => {
    expect(after(error, { unseen: true })).toMatchObject({ status: 'unknown', dueAt: now + waitMs });
    expect(after(error, { unseen: true, ...yesterday })).toEqual({ status: 'failed', reason: 'unverified' });
  });
});
