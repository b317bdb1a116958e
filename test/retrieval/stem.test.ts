import { describe, expect, test } from 'vitest';
import { stem } from '../../src/retrieval/stem.ts';

describe('stem()', () => {
  test.each([
    ['en', 'members', 'member'],
    ['en', 'cities', 'city'],
    ['en', 'attended', 'attending'],
    ['es', 'miembros', 'miembro'],
    ['es', 'elecciones', 'elección'],
    ['fr', 'villes', 'ville'],
    ['fr', 'métropoles', 'métropole'],
    ['pt', 'cidades', 'cidade'],
    ['pt', 'presidentes', 'presidente'],
    ['ca', 'biblioteques', 'biblioteque'],
  ] as const)('stem() is the same in %s for %s and %s', (language, one, other) => {
    expect(stem(one, language)).toBe(stem(other, language));
  });

  test.each([
    ['en', 'treasurer', 'treasury'],
    ['es', 'ciudad', 'cuidado'],
    ['fr', 'ville', 'village'],
    ['en', 'interns', 'international'],
    ['es', 'nueve', 'nuevo'],
    ['es', 'casas', 'casos'],
  ] as const)('stem() differs in %s for %s and %s', (language, one, other) => {
    expect(stem(one, language)).not.toBe(stem(other, language));
  });

  test.each([
    ['en', '2023', '2023'],
    ['en', '35.3', '35.3'],
    ['en', 'c40', 'c40'],
    ['es', 'y', 'y'],
    ['fr', 'à', 'a'],
    ['en', '谁', '谁'],
    ['en', 'constructor', 'constructor'],
  ] as const)('stem() leaves in %s %s as %s', (language, word, expected) => {
    expect(stem(word, language)).toBe(expected);
  });

  test.each(['en', 'es', 'fr', 'pt', 'ca'] as const)('stem() has no diacritics in %s', (language) => {
    for (const word of ['élection', 'administração', 'género', 'bogotá', 'són']) {
      expect(stem(word, language)).toMatch(/^[a-z]+$/);
    }
  });

  test('stem() gives the same when asked again and after many other words', () => {
    const first = stem('metropolises', 'en');
    for (let number = 0; number < 21_000; number += 1) stem(`w${number}`, 'en');
    expect(stem('metropolises', 'en')).toBe(first);
  });
});
