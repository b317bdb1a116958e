import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language.ts';
import {
  conceptTerm,
  createSectionIndex,
  surfaceTerm,
  type IndexedDocument,
  type IndexedFields,
} from '../../src/retrieval/section-index.ts';

const nothing: IndexedFields = { heading: [], keywords: [], context: [], body: [], surface: [] };

const documents: readonly IndexedDocument[] = [
  { en: ['tree', 'citi'], es: ['arbol'], concepts: ['seoul'] },
  { en: ['congress', 'citi', 'citi'], es: ['congres'], concepts: [] },
  { en: ['budget', 'citi', 'member', 'plan', 'street', 'road'], es: ['presupuest'], concepts: [] },
].map(({ en, es, concepts }, id) => ({
  id,
  concepts,
  fields: { en: { ...nothing, body: en, surface: ['trees'].slice(id) }, es: { ...nothing, heading: es }, fr: nothing },
}));

const index = createSectionIndex(languages);
documents.forEach(index.add);

const find = (language: 'en' | 'es' | 'fr', terms: readonly (readonly [string, number])[], limit = 10) =>
  index.search(language, new Map(terms), limit).map(({ id }) => id);

const findBoth = (tree: number, congress: number) =>
  find('en', [
    ['tree', tree],
    ['congress', congress],
  ]);

const scoreOf = (terms: readonly string[]) => index.search('en', new Map(terms.map((term) => [term, 1])), 1)[0]?.score;

describe('createSectionIndex()', () => {
  test.each([
    ['en', 'tree', [0]],
    ['es', 'arbol', [0]],
    ['es', 'congres', [1]],
    // In the texts of one language only.
    ['fr', 'tree', []],
    ['en', 'arbol', []],
    ['en', 'dragon', []],
  ] as const)('search() finds in %s for %s the documents %j', (language, term, ids) => {
    expect(find(language, [[term, 1]])).toEqual(ids);
  });

  test('search() keeps words as written and concepts apart from stems', () => {
    expect(find('en', [[surfaceTerm('trees'), 1]])).toEqual([0]);
    expect(find('en', [['trees', 1]])).toEqual([]);
    expect(find('en', [['seoul', 1]])).toEqual([]);
  });

  test.each(languages)('search() finds concepts in %s, in whatever language they are written', (language) => {
    expect(find(language, [[conceptTerm('seoul'), 1]])).toEqual([0]);
  });

  test('search() puts the document first that holds a word more often among fewer', () => {
    expect(find('en', [['citi', 1]])).toEqual([1, 0, 2]);
  });

  test('search() lets the heavier term decide', () => {
    expect(findBoth(5, 1)[0]).toBe(0);
    expect(findBoth(1, 5)[0]).toBe(1);
  });

  test('search() gives no more than the limit, and nothing for no terms', () => {
    expect(find('en', [['citi', 1]], 2)).toHaveLength(2);
    expect(find('en', [])).toEqual([]);
  });

  test('search() scores a document the same whether or not another term is not found', () => {
    expect(scoreOf(['tree', 'dragon'])).toBeCloseTo(scoreOf(['tree']) ?? 0);
  });
});
