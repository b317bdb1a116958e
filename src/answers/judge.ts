import { answersKind } from '../retrieval/answers-kind.ts';
import type { EvidenceKind } from '../retrieval/evidence.ts';
import { softCoverage, type Query } from '../retrieval/query.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { heldShare, leastLikeness, quotedUnits, showing, withHeadings, type Quote } from './quote.ts';

/** What the judge looks at; every value lies between 0 and about 1. */
export interface JudgeFeatures {
  /** Share of the question's weight that the section holds, resembling words counting as far as they resemble. */
  readonly soft: number;
  /** Share that its best sentence holds; headings count half. */
  readonly sentence: number;
  /** Share that the best quoted sentence, item or row holds with the headings. */
  readonly unit: number;
  /** Share in words that neither knowledge nor glossary holds. */
  readonly unknown: number;
  /** The weight of the most telling word that the section lacks, beside the most telling of the question. */
  readonly missing: number;
  /** How far the nearest section is ahead of the next. */
  readonly margin: number;
  /** How far the nearest section is ahead of the first that is not quoted with it. */
  readonly lead: number;
  /** Share of the question's names and numbers that the section holds. */
  readonly names: number;
  /** 1 where the question asks for a particular kind of thing and what is quoted holds one. */
  readonly kind: number;
  /** 1 where it asks for one and nothing quoted holds it. */
  readonly kindLacking: number;
  /** 1 where the property that is asked for ("What is the age of …?") is neither quoted nor in the headings. */
  readonly attributeLacking: number;
  /** Number of telling words, 1 at six. */
  readonly terms: number;
}

/** Fitted by `npm run eval:fit`; see docs/adr/0004-honest-answers.md. */
export const judgeWeights = {
  soft: 2.6,
  sentence: 2.6,
  unit: 2.5,
  unknown: -0.8,
  missing: -1.2,
  margin: 2.3,
  lead: 2.1,
  names: 2.0,
  kind: 1.3,
  kindLacking: -2.8,
  attributeLacking: -0.9,
  terms: 1.6,
} as const satisfies Record<keyof JudgeFeatures, number>;

const bias = -7.7;

export const judgeFeatureNames = [
  'soft',
  'sentence',
  'unit',
  'unknown',
  'missing',
  'margin',
  'lead',
  'names',
  'kind',
  'kindLacking',
  'attributeLacking',
  'terms',
] as const satisfies readonly (keyof JudgeFeatures)[];

/** From this confidence on the nearest section is quoted, or at least shown; see docs/adr/0004-honest-answers.md. */
export const thresholds = { answered: 0.65, suggested: 0.1 } as const;

export type Verdict = 'answered' | 'suggested' | 'abstained';

/** Kinds that are said in too many forms to be missed. */
const freeKinds: ReadonlySet<EvidenceKind> = new Set(['definition', 'reason', 'topic']);

/** What the judge looks at for the nearest section and what is quoted of it and of those as near. */
export function judgeFeatures(
  query: Query,
  [hit, ...others]: readonly [Hit, ...Hit[]],
  quotes: readonly Quote[],
): JudgeFeatures {
  const { clues, totalWeight, type, attribute } = query;
  const { indexed, features, score } = hit;
  const heaviest = Math.max(...clues.map(({ weight }) => weight), Number.EPSILON);
  const unknown = clues.filter(({ known }) => !known).reduce((sum, { weight }) => sum + weight, 0);
  const aheadOf = (other: Hit | undefined) =>
    other === undefined ? 0 : Math.max(0, (score - other.score) / Math.max(score, 1));
  const quoted = quotes.flatMap((quote) => quotedUnits(quote).map((unit) => ({ unit, indexed: quote.hit.indexed })));
  const showsKind = quotes.some((quote) =>
    showing(query, quote).some((unit) => answersKind(query, unit, quote.hit.indexed)),
  );
  const showsAttribute =
    attribute === undefined ||
    quoted.some(({ unit, indexed: text }) => withHeadings(attribute, unit, text) >= leastLikeness);
  return {
    soft: features.soft,
    sentence: features.sentence,
    unit: Math.max(
      0,
      ...quoted.map(({ unit, indexed: text }) => heldShare(query, (clue) => withHeadings(clue, unit, text))),
    ),
    unknown: totalWeight === 0 ? 0 : unknown / totalWeight,
    missing: Math.max(
      0,
      ...clues.map((clue) => (clue.weight / heaviest) * (1 - softCoverage(clue, indexed.stems, indexed.concepts))),
    ),
    margin: aheadOf(others[0]),
    lead: aheadOf(others.find((other) => quotes.every((quote) => quote.hit !== other))),
    names: features.names,
    kind: type.asks !== undefined && showsKind ? 1 : 0,
    kindLacking: type.asks !== undefined && !freeKinds.has(type.asks) && !showsKind ? 1 : 0,
    attributeLacking: showsAttribute ? 0 : 1,
    terms: Math.min(1, clues.length / 6),
  };
}

/** The probability that the excerpt answers, by logistic regression. */
export function confidence(features: JudgeFeatures): number {
  const sum = judgeFeatureNames.reduce((total, name) => total + judgeWeights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Answers only what is probable and free of doubts; shows what is near. */
export function verdict(probability: number, doubted: boolean): Verdict {
  if (probability < thresholds.suggested) return 'abstained';
  return probability < thresholds.answered || doubted ? 'suggested' : 'answered';
}
