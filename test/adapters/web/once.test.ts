import { describe, expect, test } from 'vitest';
import { createOnce } from '../../../adapters/web/once.ts';

describe('createOnce()', () => {
  test('gives who comes again what the first one got, also while that is under way', async () => {
    const once = createOnce<number>(2);
    let done = 0;
    const work = async () => (done += 1);
    expect(await Promise.all([once('a', work), once('a', work), once('b', work)])).toEqual([1, 1, 2]);
    expect(await once('a', work)).toBe(1);
  });

  test('forgets the oldest when there are more than it may keep', async () => {
    const once = createOnce<string>(2);
    for (const key of ['a', 'b', 'c']) await once(key, async () => 'first');
    expect(await once('a', async () => 'second')).toBe('second');
    expect(await once('c', async () => 'second')).toBe('first');
  });

  test('lets work that failed be done again', async () => {
    const once = createOnce<string>(2);
    await expect(once('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await once('a', async () => 'up')).toBe('up');
  });
});
