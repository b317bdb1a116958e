import { featureNames, type Features } from './features.ts';

/** Fitted on the training half of the public question sets; see docs/adr/0003-ranking.md. */
export const rankWeights: Readonly<Record<keyof Features, number>> = {
  bm25: 3.4,
  surfaces: 2.7,
  soft: 5.5,
  sentence: 4.3,
  twoSentences: 0.9,
  adjacency: 2.3,
  names: 1.4,
  evidence: 2.5,
  title: 1.6,
  focus: 5.0,
  document: 2.5,
  length: -1,
};

/** The rank score of a section: the sum of its features, each with its weight. */
export function rankScore(features: Features, weights: Readonly<Record<keyof Features, number>> = rankWeights): number {
  return featureNames.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

/** A section that lacks what is asked for stays first only if no other comes nearer than this share of its score. */
const nearShare = 0.9;

/**
 * Hits by their score, best first. Where the first lacks the kind of thing that is asked for, such as any figure for "how
 * many", the best of those that have it goes before, if it comes near.
 */
export function rankHits<T extends { readonly features: Features; readonly score: number }>(hits: readonly T[]): T[] {
  const ranked = hits.toSorted((a, b) => b.score - a.score);
  const [first] = ranked;
  if (first === undefined || first.features.evidence > 0) return ranked;
  const fitting = ranked.find(({ features, score }) => features.evidence > 0 && score >= nearShare * first.score);
  return fitting === undefined ? ranked : [fitting, ...ranked.filter((hit) => hit !== fitting)];
}
