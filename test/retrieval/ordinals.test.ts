import { describe, expect, test } from 'vitest';
import { ordinalsIn, ordinalValue, tellsOrdinal } from '../../src/retrieval/ordinals.ts';

describe('ordinalsIn()', () => {
  test.each([
    ['the second bridge', [2]],
    ['el segundo puente', [2]],
    ['le deuxieme pont', [2]],
    ['a terceira ponte', [3]],
    ['la sisena edicio', [6]],
    ['the 2nd, 3rd and 14th bridges', [2, 3, 14]],
    ['el 14.o puente y la 6.a', [6, 14]],
    ['le 6e pont, le 1er et la 2eme', [1, 2, 6]],
    ['bridge no 3', [3]],
    ['the first bridge', [1]],
    ['for the first time', []],
    ['pour la premiere fois', []],
    ['2 bridges of 2023', []],
    ['onze ponts, nove pontes', []],
    ['3 a 5 puentes', []],
  ])('ordinalsIn() finds in "%s" %j', (text, values) => {
    expect([...ordinalsIn(text)].toSorted((a, b) => a - b)).toEqual(values);
  });
});

describe('ordinalValue()', () => {
  test.each([
    ['third', 3],
    ['cuarta', 4],
    ['nove', undefined],
    ['bridge', undefined],
  ])('ordinalValue() of "%s" is %j', (word, value) => {
    expect(ordinalValue(word)).toBe(value);
  });
});

describe('tellsOrdinal()', () => {
  test.each([
    ['the third bridge', 3, true],
    ['the third bridge', 2, false],
    ['3 bridges', 3, false],
    ['the inaugural meeting', 1, true],
    ['the inaugural meeting', 2, false],
  ])('tellsOrdinal() tells whether "%s" speaks of %i: %j', (text, value, expected) => {
    expect(tellsOrdinal(text, value)).toBe(expected);
  });
});
