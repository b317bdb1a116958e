import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/retrieval/analyze.ts';
import { createVocabularyBuilder, inverseFrequency, type Vocabulary } from '../../src/retrieval/vocabulary.ts';

function vocabularyOf(
  documents: readonly (readonly { readonly stem: string; readonly folded: string }[])[],
): Vocabulary {
  const builder = createVocabularyBuilder();
  for (const terms of documents) {
    builder.add([{ stems: terms.map(({ stem }) => stem), folded: terms.map(({ folded }) => folded) }]);
  }
  return builder.build();
}

const vocabulary = vocabularyOf(
  [
    'The treasurer of the association keeps the climate budget.',
    'The association attended the congress in Brussels.',
    'Members of the association have housing and mobility plans in 2023.',
    'Les élections de l’association, mobilité comprise.',
  ].map((text) => analyze(text, 'en')),
);

describe('createVocabularyBuilder()', () => {
  test.each([
    ['tresurer', 'treasur'],
    ['treasuerr', 'treasur'],
    ['asociation', 'associ'],
    ['assoziation', 'associ'],
    ['congres', 'congress'],
    ['brusels', 'brussel'],
    ['mobiltiy', 'mobil'],
    ['clmate', 'climat'],
    ['plnas', 'plan'],
  ])('corrections() takes %s for a misspelling of %s', (word, stem) => {
    expect(vocabulary.corrections(word)).toContain(stem);
  });

  test.each(['lima', 'plow', 'flan', 'dog', '2032', 'photosynthesis', 'castle', ''])(
    'corrections() takes %j for no word',
    (word) => {
      expect(vocabulary.corrections(word)).toEqual([]);
    },
  );

  test('corrections() gives at most three words', () => {
    const many = vocabularyOf([
      ['bater', 'cater', 'dater', 'hater', 'later'].map((word) => ({ stem: word, folded: word })),
    ]);
    expect(many.corrections('water')).toHaveLength(3);
  });

  test.each(['lima', 'lime'])('corrections() keeps %s apart from "clima" and "limo", words of four letters', (word) => {
    const spanish = vocabularyOf([['clima', 'limo'].map((known) => ({ stem: known, folded: known }))]);
    expect(spanish.corrections(word)).toEqual([]);
  });

  test('has(), frequencyOf() and stemOfFolded() know the words of the corpus and no others', () => {
    expect(vocabulary.has('treasur')).toBe(true);
    expect(vocabulary.has('dragon')).toBe(false);
    expect(vocabulary.frequencyOf('association')).toBe(4);
    expect(vocabulary.frequencyOf('dragons')).toBe(0);
    expect(vocabulary.stemOfFolded('elections')).toBeDefined();
    expect(vocabulary.stemOfFolded('dragons')).toBeUndefined();
  });

  test('idf() is the higher the rarer a word is, and the highest for an unknown one', () => {
    expect(vocabulary.idf('treasur')).toBeGreaterThan(vocabulary.idf('associ'));
    expect(vocabulary.idf('dragon')).toBeGreaterThan(vocabulary.idf('treasur'));
    expect(vocabulary.idf('associ')).toBeGreaterThan(0);
  });

  test('similar() finds words that share many letters in a row, and never the word itself', () => {
    const similar = vocabulary.similar('attendance');
    expect([...similar.keys()]).toContain('attend');
    expect(vocabulary.similar('attend').has('attend')).toBe(false);
    expect([...similar.values()].every((likeness) => likeness > 0 && likeness <= 1)).toBe(true);
  });

  test.each(['abc', '2023', 'dragon'])('similar() finds nothing for %s', (word) => {
    expect(vocabulary.similar(word).size).toBe(0);
  });
});

describe('inverseFrequency()', () => {
  test('inverseFrequency() falls with every document that holds the word and stays above 0', () => {
    const values = [0, 1, 5, 10].map((count) => inverseFrequency(count, 10));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(new Set(values).size).toBe(4);
    expect(values.at(-1)).toBeGreaterThan(0);
  });
});
