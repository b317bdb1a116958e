import { describe, expect, test } from 'vitest';
import { phoneticKey, soundsLikeFunctionWord } from '../../src/retrieval/phonetic-key.ts';

describe('phoneticKey()', () => {
  test.each([
    ['hurbano', 'urbano'],
    ['nobiembre', 'noviembre'],
    ['edision', 'edicion'],
    ['yave', 'llabe'],
    ['ke', 'que'],
    ['kien', 'quien'],
    ['fotografia', 'photographia'],
    ['comision', 'comission'],
    ['enbajada', 'embajada'],
    ['jente', 'gente'],
  ])('phoneticKey() is the same for %s and %s', (one, other) => {
    expect(phoneticKey(one)).toBe(phoneticKey(other));
  });

  test.each([
    ['puerto', 'puerta'],
    ['chico', 'sico'],
    ['bar', 'par'],
  ])('phoneticKey() differs for %s and %s', (one, other) => {
    expect(phoneticKey(one)).not.toBe(phoneticKey(other));
  });
});

describe('soundsLikeFunctionWord()', () => {
  test.each([
    ['asta', 'es', true],
    ['ay', 'es', true],
    ['ke', 'fr', true],
    ['puerto', 'es', false],
    ['hasta', 'es', false],
    ['asta', 'en', false],
  ] as const)('soundsLikeFunctionWord() of %s in %s is %j', (word, language, expected) => {
    expect(soundsLikeFunctionWord(word, language)).toBe(expected);
  });
});
