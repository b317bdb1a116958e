import { describe, expect, test } from 'vitest';
import { keepingRecent } from '../../src/retrieval/keeping-recent.ts';

describe('keepingRecent()', () => {
  test('keepingRecent() makes a value once and again after others were asked for', () => {
    const made: string[] = [];
    const recent = keepingRecent<string>(2);
    const get = (key: string) =>
      recent(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    expect([get('a'), get('b'), get('a'), get('c'), get('a'), get('b')]).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    // What was asked for least recently, `b`, made room for `c`.
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
