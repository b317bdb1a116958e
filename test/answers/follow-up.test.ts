import { describe, expect, test } from 'vitest';
import { isFragment, joinQuestions, leansOnPrevious } from '../../src/answers/follow-up.ts';

describe('leansOnPrevious()', () => {
  test.each([
    ['en', 'and how many countries?'],
    ['en', 'What about Seoul?'],
    ['en', 'When did it start?'],
    ['en', 'Who lives there?'],
    ['en', 'Who is their treasurer?'],
    ['es', '¿y en 2025?'],
    ['es', '¿Y cuántos países?'],
    ['fr', 'et à Bruxelles ?'],
    ['fr', 'Où se trouve-t-elle ?'],
    ['ca', 'i quants països?'],
    ['pt', 'e em Seul?'],
  ] as const)('is true in %s for "%s"', (language, question) => {
    expect(leansOnPrevious(question, language)).toBe(true);
  });

  test.each([
    ['en', 'Who is the treasurer?'],
    ['en', 'I want to join'],
    ['en', 'How many members are there?'],
    ['en', 'By how much did Avantia exceed its goal?'],
    ['es', '¿Quién es el tesorero?'],
    ['fr', 'Combien de membres y a-t-il ?'],
    ['fr', 'En quelle année Metropolis a-t-elle été fondée ?'],
    ['fr', 'Le secrétariat est-il à Barcelone ?'],
    ['ca', 'Quants membres hi ha?'],
    ['en', 'And which of the many cities of the association organised the general assembly of members in autumn?'],
  ] as const)('is false in %s for "%s"', (language, question) => {
    expect(leansOnPrevious(question, language)).toBe(false);
  });
});

describe('isFragment()', () => {
  test.each(['and in Seoul?', '¿y en 2025?', 'et à Bruxelles ?', 'What about Dakar?'])(
    'is true for "%s"',
    (question) => {
      expect(isFragment(question)).toBe(true);
    },
  );

  test.each(['and how many countries?', '¿y quién es?', 'et qui est-ce ?', 'When did it start?'])(
    'is false for "%s"',
    (question) => {
      expect(isFragment(question)).toBe(false);
    },
  );
});

describe('joinQuestions()', () => {
  test('puts the new words before the old ones, each once', () => {
    expect(joinQuestions('How many people came to Brussels?', 'and how many countries?')).toEqual([
      'and how many countries. people came to Brussels',
    ]);
  });

  test('lets a year take the place of the old one', () => {
    expect(joinQuestions('¿Cuántas personas fueron al congreso de 2023?', '¿y en 2025?')).toEqual([
      'y en 2025. Cuántas personas fueron al congreso de',
    ]);
  });

  test('lets the name of a fragment take the place of the old one before it keeps both', () => {
    expect(joinQuestions('Who is the mayor of Dakar?', 'and of Barcelona?')).toEqual([
      'and of Barcelona. Who is the mayor',
      'and of Barcelona. Who is the mayor Dakar',
    ]);
  });

  test('keeps a name in capitals, which is the subject', () => {
    expect(joinQuestions('How many countries take part in CLEARING HOUSE?', 'and cities in Asia?')[0]).toContain(
      'CLEARING HOUSE',
    );
  });
});
