import { describe, expect, test } from 'vitest';
import { isEverydayWord } from '../../src/retrieval/everyday-words.ts';
import { tokenize } from '../../src/retrieval/tokenize.ts';

function isEveryday(word: string, language: 'en' | 'es' | 'fr' | 'pt' | 'ca'): boolean {
  return tokenize(word).every((token) => isEverydayWord(token, language));
}

describe('isEverydayWord()', () => {
  test.each([
    ['en', 'obtain'],
    ['en', 'carrying'],
    ['en', 'stood'],
    ['es', 'pedir'],
    ['es', 'dieron'],
    ['fr', 'montrer'],
    ['fr', 'montrait'],
    ['pt', 'deixou'],
    ['ca', 'demanar'],
  ] as const)('isEverydayWord() is true in %s for %s', (language, word) => {
    expect(isEveryday(word, language)).toBe(true);
  });

  test.each([
    ['en', 'treasurer'],
    ['en', 'forest'],
    ['es', 'tesorero'],
    ['fr', 'trésorier'],
    ['pt', 'tesoureiro'],
    ['ca', 'tresorer'],
  ] as const)('isEverydayWord() is false in %s for %s', (language, word) => {
    expect(isEveryday(word, language)).toBe(false);
  });
});
