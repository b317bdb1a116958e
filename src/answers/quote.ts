import type { IndexedText, IndexedUnit } from '../retrieval/indexed-text.ts';
import { softCoverage, type Clue, type Query } from '../retrieval/query.ts';
import type { Hit } from '../retrieval/retriever.ts';
import type { Excerpt } from './excerpt.ts';

/** A section with what is quoted of it. */
export interface Quote {
  readonly hit: Hit;
  readonly excerpt: Excerpt;
}

/** A word, name or number of the question counts as held from this likeness on. */
export const leastLikeness = 0.5;

/** Of list items and table rows, those that hold at least this share of what the best one holds answer as well. */
const nearlyBest = 0.95;

export function quotedUnits({ hit, excerpt }: Quote): IndexedUnit[] {
  return hit.indexed.units.filter(({ unit }) => excerpt.units.includes(unit.index));
}

/** Sentences belong together; of items and rows only those answer that hold about as much of the question as any. */
export function answering(query: Query, quote: Quote): readonly IndexedUnit[] {
  const units = quotedUnits(quote);
  const shares = units.map(({ stems, concepts }) => heldShare(query, (clue) => softCoverage(clue, stems, concepts)));
  const shareOf = (isSentence: boolean) =>
    Math.max(0, ...shares.filter((_, index) => (units[index]?.unit.kind === 'sentence') === isSentence));
  const best = shareOf(false);
  // Where the introduction holds as much as any item, the list as a whole is the answer.
  if (units.every(({ unit }) => unit.kind === 'sentence') || shareOf(true) >= best) return units;
  return units.filter(({ unit }, index) => unit.kind !== 'sentence' && (shares[index] ?? 0) >= nearlyBest * best);
}

/** Kinds that the sentence before a list may say for all of its items: "The winners, which received 100,000 euros, are:". */
const introducedKinds: ReadonlySet<string> = new Set(['money', 'date', 'frequency']);

/** The units that answer and, for what is said of a whole list at once, the sentences that introduce them. */
export function showing(query: Query, quote: Quote): readonly IndexedUnit[] {
  const units = answering(query, quote);
  if (!introducedKinds.has(query.type.asks ?? '')) return units;
  const leads = units.flatMap(({ unit: { lead } }) => (lead === undefined ? [] : [quote.hit.indexed.units[lead]]));
  return [...units, ...leads.filter((lead) => lead !== undefined)];
}

/** How well a unit holds a word of the question, with what stands in the headings above it. */
export function withHeadings(
  clue: Clue,
  { stems, concepts }: IndexedUnit,
  { titleStems, titleConcepts }: IndexedText,
): number {
  return Math.max(softCoverage(clue, titleStems, titleConcepts), softCoverage(clue, stems, concepts));
}

/** The share of the question's weight that is held, as `of` tells for each of its words. */
export function heldShare({ clues, totalWeight }: Query, of: (clue: Clue) => number): number {
  return totalWeight === 0 ? 0 : clues.reduce((sum, clue) => sum + clue.weight * of(clue), 0) / totalWeight;
}

/** A unit is read with the sentence that introduces it and with the headings above it. */
export function holds(clue: Clue, unit: IndexedUnit, { hit: { indexed } }: Quote, withKeywords: boolean): boolean {
  if (softCoverage(clue, unit.stems, unit.concepts) >= leastLikeness) return true;
  for (let { lead } = unit.unit; lead !== undefined; lead = indexed.units[lead]?.unit.lead) {
    const introduction = indexed.units[lead];
    if (introduction === undefined) break;
    if (softCoverage(clue, introduction.stems, introduction.concepts) >= leastLikeness) return true;
  }
  if (withKeywords) return softCoverage(clue, indexed.titleStems, indexed.titleConcepts) >= leastLikeness;
  const heading = new Set(indexed.headingTerms.map(({ stem }) => stem));
  const concepts = new Set(indexed.headingMatches.map(({ concept }) => concept));
  return softCoverage(clue, heading, concepts) >= leastLikeness;
}
