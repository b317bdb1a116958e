import { describe, expect, it } from 'vitest';
import { nearestNames, similarNames } from '../../src/announcements/nearest-names.ts';

const names = ['Europe/Madrid', 'America/Bogota', 'Europe/Paris', 'America/Mexico_City'];

describe('nearestNames()', () => {
  it('nearestNames() gives every name, those most like the text first', () => {
    expect(nearestNames('europe/pari', names)).toEqual([
      'Europe/Paris',
      'Europe/Madrid',
      'America/Bogota',
      'America/Mexico_City',
    ]);
  });
});

describe('similarNames()', () => {
  it.each([
    ['Madird', ['Europe/Madrid']],
    ['Bogotá', ['America/Bogota']],
    ['mexico city', ['America/Mexico_City']],
    ['Lagos', []],
    ['', []],
    ['x'.repeat(100_000), []],
  ])('similarNames() of %.20j are %j', (text, expected) => {
    expect(similarNames(text, names, 3)).toEqual(expected);
  });
});
