import { answersKind } from '../retrieval/answers-kind.ts';
import { recurs, type EvidenceKind } from '../retrieval/evidence.ts';
import type { IndexedText, IndexedUnit } from '../retrieval/indexed-text.ts';
import { softCoverage, type Clue, type Query } from '../retrieval/query.ts';
import type { Excerpt } from './excerpt.ts';
import type { Hit } from '../retrieval/retriever.ts';

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
  soft: 0.9,
  sentence: 3.3,
  unit: 1.5,
  unknown: 0.2,
  missing: -0.8,
  margin: 2.4,
  names: 2.5,
  kind: 0.6,
  kindLacking: -3.7,
  attributeLacking: -0.4,
  terms: 1.2,
} as const satisfies Record<keyof JudgeFeatures, number>;

const bias = -6.5;

export const judgeFeatureNames = [
  'soft',
  'sentence',
  'unit',
  'unknown',
  'missing',
  'margin',
  'names',
  'kind',
  'kindLacking',
  'attributeLacking',
  'terms',
] as const satisfies readonly (keyof JudgeFeatures)[];

/** From this confidence on the nearest section is quoted, or at least shown; see docs/adr/0004-honest-answers.md. */
export const thresholds = { answered: 0.75, suggested: 0.15 } as const;

export type Verdict = 'answered' | 'suggested' | 'abstained';

/** A reason not to claim an answer: what the question names or asks for, and the excerpt or the section does not hold. */
export type Doubt = 'year' | 'next' | 'name' | 'number' | 'kind' | 'nothing';

/** Kinds of things that show in the form of a text, so that their absence tells. */
const plainKinds: ReadonlySet<EvidenceKind> = new Set([
  'number',
  'money',
  'age',
  'date',
  'frequency',
  'person',
  'phone',
  'email',
  'link',
  'address',
]);

/** Kinds that are said in too many forms to be missed. */
const freeKinds: ReadonlySet<EvidenceKind> = new Set(['definition', 'reason', 'topic']);

/** A section with what is quoted of it. */
export interface Quote {
  readonly hit: Hit;
  readonly excerpt: Excerpt;
}

/** A name or number of the question counts as held from this likeness on. */
const leastLikeness = 0.5;

/** Of list items and table rows, those that hold at least this share of what the best one holds answer as well. */
const nearlyBest = 0.95;

/** What the judge looks at for the nearest section and what is quoted of it and of those as near. */
export function judgeFeatures(
  query: Query,
  [hit, second]: readonly [Hit, ...Hit[]],
  quotes: readonly Quote[],
): JudgeFeatures {
  const { clues, totalWeight, type, attribute } = query;
  const { indexed, features, score } = hit;
  const heaviest = Math.max(...clues.map(({ weight }) => weight), Number.EPSILON);
  const unknown = clues.filter(({ known }) => !known).reduce((sum, { weight }) => sum + weight, 0);
  const quoted = quotes.flatMap((quote) => quotedUnits(quote).map((unit) => ({ unit, indexed: quote.hit.indexed })));
  const showsKind = quotes.some((quote) => answering(query, quote).some((unit) => answersKind(query, unit)));
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
    margin: second === undefined ? 0 : Math.max(0, (score - second.score) / Math.max(score, 1)),
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

/**
 * Reasons to show sections without claiming that they answer, however similar the words are: the question names a year,
 * a name or a number that is not there, or asks for something that shows in the form of a text, such as a
 * figure, and none is quoted. One quote without doubts is enough.
 */
export function doubts(query: Query, quotes: readonly Quote[]): readonly Doubt[] {
  if (query.clues.every(({ isLight }) => isLight)) return ['nothing'];
  const found = quotes.map((quote) => doubtsOf(query, quote));
  return found.find((list) => list.length === 0) ?? found[0] ?? [];
}

function doubtsOf(query: Query, quote: Quote): Doubt[] {
  const { indexed } = quote.hit;
  const units = quotedUnits(quote);
  const found: Doubt[] = [];
  if ([...query.years].some((year) => !indexed.titleYears.has(year) && !units.some(({ years }) => years.has(year)))) {
    found.push('year');
  }
  for (const clue of query.clues) {
    const { isName, isNumber, folded } = clue.term;
    if ((!isName && !isNumber) || query.years.has(Number(folded))) continue;
    if (softCoverage(clue, indexed.stems, indexed.concepts) >= leastLikeness) continue;
    found.push(isNumber ? 'number' : 'name');
  }
  const { asks, asksNext } = query.type;
  // Pages tell what was or was planned; what comes next they can only tell of what recurs.
  if (asksNext && !units.some(({ folded }) => recurs(folded))) found.push('next');
  const mustShow = asks !== undefined && plainKinds.has(asks);
  if (mustShow && !answering(query, quote).some((unit) => answersKind(query, unit))) found.push('kind');
  return found;
}

/** Answers only what is probable and free of doubts; shows what is near. */
export function verdict(probability: number, doubted: boolean): Verdict {
  if (probability < thresholds.suggested) return 'abstained';
  return probability < thresholds.answered || doubted ? 'suggested' : 'answered';
}

/** Sentences belong together; of items and rows only those answer that hold about as much of the question as any. */
function answering(query: Query, quote: Quote): readonly IndexedUnit[] {
  const units = quotedUnits(quote);
  const shares = units.map(({ stems, concepts }) => heldShare(query, (clue) => softCoverage(clue, stems, concepts)));
  const shareOf = (isSentence: boolean) =>
    Math.max(0, ...shares.filter((_, index) => (units[index]?.unit.kind === 'sentence') === isSentence));
  const best = shareOf(false);
  // Where the introduction holds as much as any item, the list as a whole is the answer.
  if (units.every(({ unit }) => unit.kind === 'sentence') || shareOf(true) >= best) return units;
  return units.filter(({ unit }, index) => unit.kind !== 'sentence' && (shares[index] ?? 0) >= nearlyBest * best);
}

function quotedUnits({ hit, excerpt }: Quote): IndexedUnit[] {
  return hit.indexed.units.filter(({ unit }) => excerpt.units.includes(unit.index));
}

function withHeadings(
  clue: Clue,
  { stems, concepts }: IndexedUnit,
  { titleStems, titleConcepts }: IndexedText,
): number {
  return Math.max(softCoverage(clue, titleStems, titleConcepts), softCoverage(clue, stems, concepts));
}

function heldShare({ clues, totalWeight }: Query, of: (clue: Clue) => number): number {
  return totalWeight === 0 ? 0 : clues.reduce((sum, clue) => sum + clue.weight * of(clue), 0) / totalWeight;
}
