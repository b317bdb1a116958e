import { expect, test } from 'vitest';
import { editDistance } from '../../../src/edit-distance.ts';
import { createRandom } from './random.ts';
import { withTypo } from './typo.ts';

test('withTypo() makes at most one edit, and the same one when the seed is the same', () => {
  const question = '¿Quién presidió la delegación en Bruselas?';
  const typed = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 200 }, () => withTypo(question, random));
  };
  expect(typed(1)).toEqual(typed(1));
  expect(typed(1)).not.toEqual(typed(2));
  const distances = typed(1).map((text) => editDistance(question, text));
  expect(Math.max(...distances)).toBe(1);
  expect(distances.filter((distance) => distance === 1).length).toBeGreaterThan(180);
});

test('withTypo() leaves a question alone when it has no long word', () => {
  expect(withTypo('Who is it? 2025', createRandom(1))).toBe('Who is it? 2025');
});
