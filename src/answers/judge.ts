import type { Hit } from '../retrieval/retriever.ts';
import { answersKind } from '../retrieval/features.ts';
import { softCoverage, type Query } from '../retrieval/query.ts';

/** What the judge looks at; every value lies between 0 and about 1. */
export interface JudgeFeatures {
  readonly bm25: number;
  readonly soft: number;
  readonly sentence: number;
  readonly adjacency: number;
  readonly heading: number;
  /** Share of the question's weight in words that nothing in the knowledge resembles. */
  readonly unknown: number;
  /** The weight of the most telling word that the section lacks, beside the most telling of the question. */
  readonly missing: number;
  /** The same for the excerpt with its headings. */
  readonly missingInExcerpt: number;
  /** How far the nearest section is ahead of the next. */
  readonly margin: number;
  /** Share of the question's weight in words that were taken for misspellings. */
  readonly corrected: number;
  /** Number of telling words, 1 from six on. */
  readonly terms: number;
  /** Share of the question's weight that the excerpt holds with its headings. */
  readonly excerpt: number;
  readonly focus: number;
  readonly names: number;
  /** 1 where the question asks for a particular kind of thing and the excerpt holds one. */
  readonly kind: number;
}

export const judgeFeatureNames = [
  'bm25',
  'soft',
  'sentence',
  'adjacency',
  'heading',
  'unknown',
  'missing',
  'missingInExcerpt',
  'margin',
  'corrected',
  'terms',
  'excerpt',
  'focus',
  'names',
  'kind',
] as const satisfies readonly (keyof JudgeFeatures)[];

/** Fitted by `npm run eval:fit`; see docs/adr/0004-honest-answers.md. */
export const judgeWeights: Readonly<Record<keyof JudgeFeatures, number>> & { readonly bias: number } = {
  bias: -6.4,
  bm25: 3.1,
  soft: 6.5,
  sentence: 2.1,
  adjacency: 1.2,
  heading: 1,
  unknown: -1,
  missing: -1.2,
  missingInExcerpt: -1.2,
  margin: 2.3,
  corrected: -0.5,
  terms: 1.7,
  excerpt: 0,
  focus: 0,
  names: 0,
  kind: 0,
};

/** From this confidence on the nearest section is quoted, or at least shown; see docs/adr/0004-honest-answers.md. */
export const thresholds = { answered: 0.5, suggested: 0.15 } as const;

export type Verdict = 'answered' | 'suggested' | 'abstained';

/** What the judge looks at for the nearest section and the excerpt taken from it. */
export function judgeFeatures(query: Query, hits: readonly [Hit, ...Hit[]], quoted: readonly number[]): JudgeFeatures {
  const [hit, second] = hits;
  const { clues, totalWeight } = query;
  const { indexed } = hit;
  const share = (of: (clue: Query['clues'][number]) => boolean) =>
    totalWeight === 0 ? 0 : clues.filter(of).reduce((sum, { weight }) => sum + weight, 0) / totalWeight;
  const heaviest = Math.max(...clues.map(({ weight }) => weight), Number.EPSILON);
  const units = indexed.units.filter(({ unit }) => quoted.includes(unit.index));
  const inSection = (clue: Query['clues'][number]) => softCoverage(clue, indexed.stems, indexed.concepts);
  const inExcerpt = (clue: Query['clues'][number]) =>
    Math.max(
      softCoverage(clue, indexed.titleStems, indexed.titleConcepts),
      ...units.map(({ stems, concepts }) => softCoverage(clue, stems, concepts)),
    );
  const missing = (of: (clue: Query['clues'][number]) => number) =>
    Math.max(0, ...clues.map((clue) => (clue.weight / heaviest) * (1 - of(clue))));
  return {
    bm25: hit.features.bm25,
    soft: hit.features.soft,
    sentence: hit.features.sentence,
    adjacency: hit.features.adjacency,
    heading: hit.features.heading,
    unknown: share(({ known }) => !known),
    missing: missing(inSection),
    missingInExcerpt: missing(inExcerpt),
    margin: Math.min(1, (hit.score - (second?.score ?? 0)) / Math.max(hit.score, 1)),
    corrected: share(({ corrected }) => corrected),
    terms: Math.min(1, clues.length / 6),
    excerpt: totalWeight === 0 ? 0 : clues.reduce((sum, clue) => sum + clue.weight * inExcerpt(clue), 0) / totalWeight,
    focus: hit.features.focus,
    names: hit.features.names,
    kind: query.type.asks !== undefined && units.some((unit) => answersKind(query, unit)) ? 1 : 0,
  };
}

/** The probability that the excerpt answers, by logistic regression. */
export function confidence(features: JudgeFeatures): number {
  const sum = judgeFeatureNames.reduce((total, name) => total + judgeWeights[name] * features[name], judgeWeights.bias);
  return 1 / (1 + Math.exp(-sum));
}

export type Doubt = 'year' | 'name' | 'number' | 'kind' | 'counted';

/**
 * Reasons to show the section without claiming that it answers, however similar the words are: the question names a
 * year, a name or a number that neither section nor source holds, or asks for a kind of thing that the excerpt lacks.
 */
export function doubts(query: Query, { indexed }: Hit, quoted: readonly number[]): Doubt[] {
  const { asks } = query.type;
  const units = indexed.units.filter(({ unit }) => quoted.includes(unit.index));
  const found: Doubt[] = [];
  if ([...query.years].some((year) => !indexed.years.has(year))) found.push('year');
  for (const clue of query.clues) {
    const { term } = clue;
    if (!term.isName && !term.isNumber) continue;
    if (softCoverage(clue, indexed.stems, indexed.concepts) >= 0.5 || query.years.has(Number(term.folded))) continue;
    found.push(term.isNumber ? 'number' : 'name');
  }
  if (asks !== undefined && !kindsOfAnyForm.has(asks) && !units.some((unit) => answersKind(query, unit)))
    found.push('kind');
  const { counted } = query;
  if (
    counted !== undefined &&
    !units.some(({ stems, concepts }) => softCoverage(counted, stems, concepts) >= 0.5) &&
    softCoverage(counted, indexed.headingStems, indexed.headingConcepts) < 0.5
  ) {
    found.push('counted');
  }
  return found;
}

/** Kinds that do not show in the form of a text reliably enough to doubt an answer. */
const kindsOfAnyForm: ReadonlySet<string> = new Set(['place', 'agent', 'definition']);

export function verdict(probability: number, doubted: boolean): Verdict {
  if (probability < thresholds.suggested) return 'abstained';
  return probability < thresholds.answered || doubted ? 'suggested' : 'answered';
}
