import { describe, expect, test } from 'vitest';
import { createPauses } from '../../src/dispatcher/pauses.ts';
import { dispatcherTiming } from '../../src/dispatcher/timing.ts';
import { AppError } from '../../src/errors.ts';
import { silentLog } from '../fakes/test-store.ts';

const minute = 60_000;
const unauthorized = new AppError('unauthorized', 'Who are you?');

const throttled = (retryAfterMs: number) => new AppError('throttled', 'Slower.', { retryAfterMs, scope: 'platform' });

function openPauses() {
  let now = 0;
  const pauses = createPauses({ clock: () => now, log: silentLog, timing: dispatcherTiming });
  return { pauses, at: (instant: number) => void (now = instant) };
}

describe('createPauses()', () => {
  test('a platform that does not know us waits a minute, then twice as long each time, up to ten minutes', () => {
    const { pauses, at } = openPauses();
    const lengths: number[] = [];
    let now = 0;
    for (let time = 0; time < 6; time += 1) {
      pauses.note('fake', unauthorized);
      const [{ until } = { until: 0 }] = pauses.list();
      lengths.push((until - now) / minute);
      now = until;
      at(now);
    }
    expect(lengths).toEqual([1, 2, 4, 8, 10, 10]);
  });

  test('many failures at once make one pause', () => {
    const { pauses } = openPauses();
    for (let time = 0; time < 50; time += 1) pauses.note('fake', unauthorized);
    expect(pauses.list()).toEqual([{ platform: 'fake', reason: 'unauthorized', until: minute }]);
    expect(pauses.places('fake')).toBe(0);
    expect(pauses.places('other')).toBe(Infinity);
  });

  test('after the pause one post tries the platform; when it gets through, everything is as before', () => {
    const { pauses, at } = openPauses();
    pauses.note('fake', unauthorized);
    pauses.clear('fake');
    expect(pauses.places('fake')).toBe(0);
    at(minute);
    expect(pauses.list()).toEqual([]);
    expect(pauses.places('fake')).toBe(1);
    pauses.clear('fake');
    expect(pauses.places('fake')).toBe(Infinity);
    pauses.note('fake', unauthorized);
    expect(pauses.list()).toMatchObject([{ until: 2 * minute }]);
  });

  test('a platform that throttles as a whole waits as long as it says; what comes later does not shorten it', () => {
    const { pauses, at } = openPauses();
    pauses.note('fake', throttled(7000));
    pauses.note('fake', throttled(3000));
    expect(pauses.list()).toEqual([{ platform: 'fake', reason: 'throttled', until: 7000 }]);
    at(7000);
    expect(pauses.places('fake')).toBe(Infinity);
  });

  test.each([
    ['a channel that is throttled', new AppError('throttled', 'Slower.', { retryAfterMs: 7000 })],
    ['a refusal', new AppError('refused', 'No.')],
    ['an unforeseen error', new TypeError('No.')],
  ])('%s pauses nothing', (_name, error) => {
    const { pauses } = openPauses();
    pauses.note('fake', error);
    expect(pauses.list()).toEqual([]);
  });
});
