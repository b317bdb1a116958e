import { describe, expect, test } from 'vitest';
import { detectLanguage, nearestLanguage } from '../../src/retrieval/detect-language.ts';
import type { Language } from '../../src/language.ts';

const nothingKnown = () => 0;

describe('detectLanguage()', () => {
  test.each([
    ['en', 'Who is the treasurer?'],
    ['en', 'how many member cities'],
    ['en', 'what is care'],
    ['es', '¿Quién es la tesorera?'],
    ['es', 'quien es la tesorera'],
    ['es', 'cuantas ciudades hay'],
    ['es', 'donde esta la sede'],
    ['es', 'ciudades de la red'],
    ['fr', 'Qui est la trésorière ?'],
    ['fr', 'qui est la tresoriere'],
    ['fr', 'combien de villes membres'],
    ['fr', 'quand a été fondée Metropolis'],
    ['fr', 'villes du réseau'],
    ['pt', 'Quem é a tesoureira?'],
    ['pt', 'quem e a tesoureira'],
    ['pt', 'quantas cidades há'],
    ['pt', 'onde fica a sede'],
    ['ca', 'Qui és la tresorera?'],
    ['ca', 'quantes ciutats hi ha'],
    ['ca', 'on és la seu'],
    ['ca', 'Quins són els membres'],
    // The words that hold the sentence together tell, not the names in it.
    ['es', 'Cuántos member cities hay en la red'],
    ['fr', 'qui est le treasurer'],
    ['en', 'What is the Junta Directiva?'],
    ['en', 'WHO IS THE TREASURER?'],
    // Plain words have their diacritics in other languages than English.
    ['fr', 'déclaration forêts urbaines'],
  ] as const)('detectLanguage() says %s of "%s"', (language, question) => {
    expect(detectLanguage(question, undefined, nothingKnown).language).toBe(language);
  });

  test.each(['Metropolis', '2023', '谁是财务主管？', 'qui es la tresorera', 'que es el cuidado'])(
    'detectLanguage() is in doubt about "%s"',
    (question) => {
      expect(detectLanguage(question, undefined, nothingKnown).others).not.toEqual([]);
    },
  );

  test.each(['Who is the treasurer of the association?', '¿Quién es la tesorera?', 'Qui est la trésorière ?'])(
    'detectLanguage() is in no doubt about "%s"',
    (question) => {
      expect(detectLanguage(question, undefined, nothingKnown).others).toEqual([]);
    },
  );

  test.each(['en', 'es', 'fr'] as const)(
    'detectLanguage() follows the locale %s where the words do not tell',
    (locale) => {
      expect(detectLanguage('Metropolis 2023', locale, nothingKnown).language).toBe(locale);
    },
  );

  test('detectLanguage() lets the words win over the locale', () => {
    expect(detectLanguage('Who is the treasurer?', 'fr', nothingKnown).language).toBe('en');
  });

  test('detectLanguage() goes by the words of the knowledge when the question has no others', () => {
    const known: Readonly<Record<string, Language>> = { tesorera: 'es', asociacion: 'es', tresoriere: 'fr' };
    const frequencyOf = (word: string, language: Language) => (known[word] === language ? 3 : 0);
    expect(detectLanguage('tesorera asociacion', 'en', frequencyOf).language).toBe('es');
    expect(detectLanguage('tresoriere', 'en', frequencyOf).language).toBe('fr');
  });
});

describe('nearestLanguage()', () => {
  test.each([
    ['en', 'en'],
    ['es', 'es'],
    ['fr', 'fr'],
    ['pt', 'es'],
    ['ca', 'es'],
  ] as const)('nearestLanguage() of %s is %s', (asked, expected) => {
    expect(nearestLanguage(asked)).toBe(expected);
  });
});
