import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../src/knowledge/glossary.ts';
import { analyze, indexTerms } from '../../src/retrieval/analyze.ts';
import { createForeignMatcher, createStemMatcher } from '../../src/retrieval/concepts.ts';
import type { QuestionLanguage } from '../../src/retrieval/stop-words.ts';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';

const { concepts } = parseGlossary(
  'glossary.md',
  `${glossaryHead}| board | junta | conseil | | | |
| Board of Directors | Junta Directiva | Conseil d’administration | Junta Directiva | Conselho de Administração | BoD |
| mayor | alcalde; alcaldesa | maire | alcalde; alcaldessa | prefeito | |
| director | director | directeur | | | |
| World Metropolitan Day | Día Mundial Metropolitano | Journée mondiale des métropoles | | | WMD |
`,
);

const found = (text: string, language: QuestionLanguage) =>
  createStemMatcher(
    concepts,
    language,
  )(indexTerms(text, language).stems).map(({ concept, start, end }) => `${concept} ${start}-${end}`);

const foundForeign = (text: string, language: QuestionLanguage) =>
  createForeignMatcher(concepts)(analyze(text, language)).map(({ concept }) => concept);

describe('createStemMatcher()', () => {
  test.each([
    ['en', 'the mayors of Europe', ['mayor 0-1']],
    ['es', 'las alcaldesas de Europa', ['mayor 0-1']],
    ['fr', 'les maires d’Europe', ['mayor 0-1']],
    ['ca', 'l’alcaldessa', ['mayor 0-1']],
    ['pt', 'o prefeito', ['mayor 0-1']],
    ['en', 'World Metropolitan Day of 2025', ['world-metropolitan-day 0-3']],
    ['es', 'el dia mundial metropolitano', ['world-metropolitan-day 0-3']],
    ['en', 'when is WMD', ['world-metropolitan-day 0-1']],
    ['fr', 'quand est WMD', ['world-metropolitan-day 0-1']],
    ['en', 'the treasurer', []],
    // A form of one language is none in another: "mayor" is Spanish for "greater".
    ['es', 'la ciudad mayor', []],
    ['en', 'metropolitan world', []],
  ] as const)('createStemMatcher() finds in %s in "%s" %j', (language, text, expected) => {
    expect(found(text, language)).toEqual(expected);
  });

  test('createStemMatcher() finds a form of several words and those that begin later inside it', () => {
    expect(found('the Board of Directors met', 'en')).toEqual(
      expect.arrayContaining(['board-of-directors 0-2', 'director 1-2']),
    );
  });

  test('createStemMatcher() does not take a part of a form for the whole', () => {
    expect(found('the board met', 'en')).toEqual(['board 0-1']);
  });

  test('createStemMatcher() finds every place where a form stands', () => {
    expect(found('mayor after mayor', 'en')).toHaveLength(2);
  });
});

describe('createForeignMatcher()', () => {
  test.each([
    ['en', 'the alcaldesa of Montevideo', 'mayor'],
    ['es', 'los miembros del Board of Directors', 'board-of-directors'],
    ['fr', 'la Junta Directiva', 'board-of-directors'],
  ] as const)('createForeignMatcher() finds in a question in %s, "%s", %s', (language, text, concept) => {
    expect(foundForeign(text, language)).toContain(concept);
  });

  test('createForeignMatcher() finds nothing when no language has the words', () => {
    expect(foundForeign('the treasurer of Lima', 'en')).toEqual([]);
  });
});
