import { describe, expect, test } from 'vitest';
import { askedCount } from '../../src/retrieval/asked-count.ts';

describe('askedCount()', () => {
  test.each([
    ['which two rivers meet here', 2],
    ['name the 12 rivers', 12],
    ['que tres rios se juntan', 3],
    ['cuales son los 40 rios', 40],
    ['quelles deux rivieres se rejoignent', 2],
    ['quels sont les cinq ports', 5],
    ['quais os dois rios', 2],
    ['quins son els quatre rius', 4],
    ['names of the two rivers', 2],
    ['nombres de los dos rios', 2],
    ['noms des deux rivieres', 2],
    ['which one river is it', undefined],
    ['which rivers meet here', undefined],
    ['which of the two rivers', undefined],
    ['how many rivers are there', undefined],
  ])('askedCount() of "%s" is %j', (question, count) => {
    expect(askedCount(question)).toBe(count);
  });
});
