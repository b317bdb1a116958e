import { describe, expect, test } from 'vitest';
import { featureNames, type Features } from '../../src/retrieval/features.ts';
import { rankHits, rankScore, rankWeights } from '../../src/retrieval/rank.ts';

const none: Features = {
  bm25: 0,
  surfaces: 0,
  soft: 0,
  sentence: 0,
  twoSentences: 0,
  adjacency: 0,
  names: 0,
  evidence: 0,
  title: 0,
  focus: 0,
  document: 0,
  length: 0,
};

const hit = (name: string, score: number, evidence: number) => ({ name, score, features: { ...none, evidence } });

const namesOf = (hits: readonly { readonly name: string }[]) => hits.map(({ name }) => name);

describe('rankScore()', () => {
  test('rankScore() is nothing when no feature is there', () => {
    expect(rankScore(none)).toBe(0);
  });

  test.each(featureNames)('rankScore() adds %s with its weight', (name) => {
    expect(rankScore({ ...none, [name]: 1 })).toBeCloseTo(rankWeights[name]);
    const others = Object.fromEntries(featureNames.map((each) => [each, each === name ? 3 : 0]));
    expect(rankScore({ ...none, [name]: 0.5 }, { ...rankWeights, ...others })).toBeCloseTo(1.5);
  });
});

describe('rankHits()', () => {
  test('rankHits() puts the highest score first', () => {
    expect(namesOf(rankHits([hit('b', 2, 1), hit('a', 10, 1), hit('c', 1, 1)]))).toEqual(['a', 'b', 'c']);
  });

  test('rankHits() prefers a near hit that holds what is asked for', () => {
    expect(namesOf(rankHits([hit('a', 10, 0), hit('b', 9.9, 0), hit('c', 9.8, 1)]))).toEqual(['c', 'a', 'b']);
  });

  test('rankHits() leaves the first where it is when what is asked for stands far behind', () => {
    expect(namesOf(rankHits([hit('a', 10, 0), hit('b', 1, 1)]))).toEqual(['a', 'b']);
  });

  test('rankHits() leaves the first where it is when it holds what is asked for itself', () => {
    expect(namesOf(rankHits([hit('a', 10, 1), hit('b', 9.9, 1)]))).toEqual(['a', 'b']);
  });

  test('rankHits() leaves the list that it was given as it was, and gives none for none', () => {
    const hits = [hit('b', 1, 1), hit('a', 2, 1)];
    rankHits(hits);
    expect(namesOf(hits)).toEqual(['b', 'a']);
    expect(rankHits([])).toEqual([]);
  });
});
