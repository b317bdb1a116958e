import { answersKind } from './answers-kind.ts';
import { areNeighbours, hasPair, type IndexedText, type IndexedUnit } from './indexed-text.ts';
import { coverage, softCoverage, type Query } from './query.ts';
import { announces } from './question-type.ts';

/** What ranking knows about one section for one question; every value lies between 0 and about 1. */
export interface Features {
  /** BM25 divided by the highest that the question's terms could reach. */
  readonly bm25: number;
  /** Shares of the question's weight that the section holds: as written, and as stems with resembling words. */
  readonly surfaces: number;
  readonly soft: number;
  /** Share that the best sentence holds by itself, and the best two neighbours together; headings count half. */
  readonly sentence: number;
  readonly twoSentences: number;
  /** Share of the question's neighbouring terms that are neighbours here too. */
  readonly adjacency: number;
  /** Share of the question's names and numbers that are here; 1 where it has none. */
  readonly names: number;
  /** The best sentence holds something of the kind that is asked for, besides what the question says itself. */
  readonly evidence: number;
  /** Share that the headings hold. */
  readonly title: number;
  /** Share of the heading's terms that the question holds: a heading that says more is about something else. */
  readonly focus: number;
  /** How well the other sections of the same document do. */
  readonly document: number;
  /** Logarithm of the number of terms, 1 at about 400. */
  readonly length: number;
}

export const featureNames = [
  'bm25',
  'surfaces',
  'soft',
  'sentence',
  'twoSentences',
  'adjacency',
  'names',
  'evidence',
  'title',
  'focus',
  'document',
  'length',
] as const satisfies readonly (keyof Features)[];

/** A question for several things is half answered by a section without a list of at least this length. */
const leastList = 3;
const withoutList = 0.5;

/** How much a heading that holds a term helps the sentences under it. */
const headingHelp = 0.5;

/** @param scores the normalised BM25 of the section, and the mean of the other candidates of its document */
export function features(query: Query, indexed: IndexedText, scores: { bm25: number; document: number }): Features {
  const { clues } = query;
  const share = (of: (clue: (typeof clues)[number]) => number) => weightedShare(query, clues.map(of));
  const unitShares = indexed.units.map((unit) => clues.map((clue) => unitCoverage(clue, unit, indexed)));
  const singles = unitShares.map((shares) => weightedShare(query, shares));
  const best = singles.length === 0 ? -1 : singles.indexOf(Math.max(...singles));
  return {
    bm25: Math.min(1, scores.bm25),
    surfaces: share(({ term }) => (indexed.surfaces.has(term.folded) ? 1 : 0)),
    soft: share((clue) => softCoverage(clue, indexed.stems, indexed.concepts)),
    sentence: singles[best] ?? 0,
    twoSentences: Math.max(
      0,
      ...unitShares.map((shares, index) => weightedShare(query, higher(shares, unitShares[index + 1]))),
    ),
    adjacency: adjacency(query, indexed),
    names: nameShare(query, indexed),
    evidence: evidence(query, indexed, best),
    title: share((clue) => softCoverage(clue, indexed.titleStems, indexed.titleConcepts)),
    focus: focus(query, indexed),
    document: scores.document,
    length: Math.log(1 + indexed.length) / 6,
  };
}

function unitCoverage(clue: Query['clues'][number], unit: IndexedUnit, indexed: IndexedText): number {
  const own = softCoverage(clue, unit.stems, unit.concepts);
  return own >= headingHelp
    ? own
    : Math.max(own, headingHelp * coverage(clue, indexed.titleStems, indexed.titleConcepts));
}

function weightedShare({ clues, totalWeight }: Query, shares: readonly number[]): number {
  if (totalWeight === 0) return 0;
  return clues.reduce((sum, { weight }, index) => sum + weight * (shares[index] ?? 0), 0) / totalWeight;
}

function higher(first: readonly number[], second: readonly number[] | undefined): readonly number[] {
  return second === undefined ? first : first.map((share, index) => Math.max(share, second[index] ?? 0));
}

function adjacency({ clues }: Query, indexed: IndexedText): number {
  let possible = 0;
  let found = 0;
  for (const [index, { term }] of clues.entries()) {
    const next = clues[index + 1]?.term;
    if (next === undefined || !areNeighbours(term, next)) continue;
    possible += 1;
    if (hasPair(indexed, term.stem, next.stem)) found += 1;
  }
  return possible === 0 ? 0 : found / possible;
}

function nameShare({ clues }: Query, indexed: IndexedText): number {
  const names = clues.filter(({ term }) => term.isName || term.isNumber);
  if (names.length === 0) return 1;
  return names.filter((clue) => coverage(clue, indexed.stems, indexed.concepts) > 0).length / names.length;
}

function focus({ clues, type }: Query, { headingTerms, headingMatches }: IndexedText): number {
  if (headingTerms.length === 0) return 0;
  const asked = new Set(clues.flatMap(({ exact }) => [...exact.keys()]));
  const concepts = new Set(clues.map(({ concept }) => concept));
  const covered = headingTerms.filter(
    ({ stem, folded }, index) =>
      asked.has(stem) ||
      announces(folded, type.asks) ||
      headingMatches.some(({ concept, start, end }) => start <= index && index < end && concepts.has(concept)),
  );
  return covered.length / headingTerms.length;
}

/** 1 when nothing particular is asked for, so that only questions of a kind tell sections apart. */
function evidence(query: Query, indexed: IndexedText, best: number): number {
  const { asks, wantsList } = query.type;
  const hasList = indexed.units.filter(({ unit }) => unit.kind !== 'sentence').length >= leastList;
  const fit = wantsList && !hasList ? withoutList : 1;
  if (asks === undefined) return fit;
  // What an introduction does not name, its list or table does.
  const answering = indexed.units.filter((unit, index) => index === best || unit.unit.lead === best);
  return answering.some((unit) => answersKind(query, unit, indexed)) ? fit : 0;
}
