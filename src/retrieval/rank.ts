import { featureNames, type Features } from './features.ts';

/** Fitted on the training half of the public question sets; see docs/adr/0003-ranking.md. */
export const rankWeights: Readonly<Record<keyof Features, number>> = {
  bm25: 5.2,
  surfaces: 3.2,
  soft: 5.3,
  sentence: 3.4,
  twoSentences: 0.9,
  adjacency: 2.4,
  names: 1.8,
  evidence: 1.6,
  title: 1.3,
  heading: 0.6,
  focus: 3.8,
  document: 2.8,
  length: -2.8,
};

/** The rank score of a section: the sum of its features, each with its weight. */
export function rankScore(features: Features, weights: Readonly<Record<keyof Features, number>> = rankWeights): number {
  return featureNames.reduce((sum, name) => sum + weights[name] * features[name], 0);
}
