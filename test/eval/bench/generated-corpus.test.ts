import { expect, test } from 'vitest';
import { tokenize } from '../../../src/retrieval/tokenize.ts';
import { generateQuestions, generateSections } from './generated-corpus.ts';

const vocabulary = (size: number) => {
  const words = generateSections(size, 1)
    .flatMap(({ texts }) => texts.en?.units ?? [])
    .flatMap(({ text }) => tokenize(text).map(({ folded }) => folded));
  return { words: words.length, different: new Set(words).size };
};

test('generateSections() makes as many sections as asked for, the same when the seed is the same', () => {
  expect(generateSections(37, 5)).toHaveLength(37);
  expect(generateSections(37, 5)).toEqual(generateSections(37, 5));
  expect(generateSections(37, 5)).not.toEqual(generateSections(37, 6));
});

test('generateSections() keeps bringing new words, ever fewer, when the corpus grows', () => {
  const small = vocabulary(200);
  const large = vocabulary(2000);
  const exponent = Math.log(large.different / small.different) / Math.log(large.words / small.words);
  expect(exponent).toBeGreaterThan(0.45);
  expect(exponent).toBeLessThan(0.85);
});

test('generateQuestions() asks in words of one section when there are many', () => {
  const sections = generateSections(50, 1);
  const texts = sections.map(({ texts: { en } }) => en?.units.map(({ text }) => text.toLowerCase()).join(' ') ?? '');
  for (const question of generateQuestions(sections, 20, 2)) {
    const words = tokenize(question.slice('What is the '.length))
      .map(({ folded }) => folded)
      .filter((word) => word !== 'of' && word !== 'the');
    expect(words.length).toBeGreaterThan(0);
    expect(texts.some((text) => words.every((word) => text.includes(word)))).toBe(true);
  }
});
