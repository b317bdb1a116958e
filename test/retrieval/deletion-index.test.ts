import { describe, expect, test } from 'vitest';
import { createDeletionIndex } from '../../src/retrieval/deletion-index.ts';

const index = createDeletionIndex(['clima', 'climat', 'lima', 'plan', 'aa', '']);

describe('createDeletionIndex()', () => {
  test.each([
    ['clima', ['clima', 'climat']],
    ['lima', ['clima', 'lima']],
    ['limat', ['climat']],
    ['pan', ['plan']],
    ['a', ['aa']],
    ['', ['']],
    ['planes', []],
  ])('wordsUnder() finds under %j what holds it with at most one letter more: %j', (key, words) => {
    expect(index.wordsUnder(key)).toEqual(words);
  });

  test('wordsUnder() tells apart strings that have one hash', () => {
    // FNV-1a gives these two the same 32 bits.
    const both = createDeletionIndex(['costarring', 'liquid']);
    expect(both.wordsUnder('costarring')).toEqual(['costarring']);
    expect(both.wordsUnder('liquid')).toEqual(['liquid']);
  });

  test('wordsUnder() finds nothing when there are no words', () => {
    expect(createDeletionIndex([]).wordsUnder('clima')).toEqual([]);
  });
});
