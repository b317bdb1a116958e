import { describe, expect, test } from 'vitest';
import { editDistance } from '../src/edit-distance.ts';

describe('editDistance()', () => {
  test.each([
    ['', '', 0],
    ['city', 'city', 0],
    ['abc', '', 3],
    ['', 'abc', 3],
    ['treasurer', 'tresurer', 1],
    ['congres', 'congress', 1],
    ['ciudda', 'ciudad', 1],
    ['qaundo', 'cuando', 2],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    // A pair that was swapped is not edited further: the restricted distance.
    ['ca', 'abc', 3],
  ])('editDistance() of %j and %j is %i, either way round', (one, other, expected) => {
    expect(editDistance(one, other)).toBe(expected);
    expect(editDistance(other, one)).toBe(expected);
  });
});
