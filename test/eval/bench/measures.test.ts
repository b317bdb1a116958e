import { describe, expect, test } from 'vitest';
import { areaUnderCurve, hitAt, meanReciprocalRank, quantile } from './measures.ts';

describe('hitAt()', () => {
  test('counts ranks below k and no missing ones when some are not found', () => {
    expect(hitAt([0, 2, 3, -1], 1)).toBe(0.25);
    expect(hitAt([0, 2, 3, -1], 3)).toBe(0.5);
  });
});

describe('meanReciprocalRank()', () => {
  test('counts nothing beyond k when the passage comes later', () => {
    expect(meanReciprocalRank([0, 1, 10, -1], 10)).toBe(1.5 / 4);
  });
});

describe('quantile()', () => {
  test('returns the middle and the high end when values are not sorted', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 0.99)).toBe(3);
  });
});

describe('areaUnderCurve()', () => {
  test('is 1, 0 and a half when all are above, all are below and all are equal', () => {
    expect(areaUnderCurve([0.8, 0.9], [0.1, 0.2, 0.3])).toBe(1);
    expect(areaUnderCurve([0.1], [0.8, 0.9])).toBe(0);
    expect(areaUnderCurve([0.5, 0.5], [0.5])).toBe(0.5);
  });

  test('counts the pairs in the right order when values mix', () => {
    // Of the six pairs four are in order and one is a tie.
    expect(areaUnderCurve([0.3, 0.9], [0.1, 0.3, 0.5])).toBeCloseTo(4.5 / 6, 12);
  });

  test('is undefined when there is nothing to compare with', () => {
    expect(areaUnderCurve([0.5], [])).toBeUndefined();
  });
});
