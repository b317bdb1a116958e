import type { Root, RootContent } from 'mdast';
import type { Unit } from '../knowledge/section.ts';
import { answersKind } from '../retrieval/answers-kind.ts';
import type { IndexedText, IndexedUnit } from '../retrieval/indexed-text.ts';
import { softCoverage, type Query } from '../retrieval/query.ts';

/** The part of a section that is quoted. */
export interface Excerpt {
  readonly body: Root;
  /** The quoted units, by their position in the section. */
  readonly units: readonly number[];
  /** How many list items or table rows of those asked for found no room. */
  readonly left: number;
}

/** An answer has at most this many characters of quoted text. */
export const excerptLimit = 600;

/** A section that is no longer than this is quoted whole: its sentences belong together. */
const wholeLimit = 330;

/** A list that is no longer than this with its introduction is quoted whole. */
const wholeListLimit = 400;

// Set on the public question sets; see docs/adr/0003-ranking.md.
const weights = { stems: 5.6, surfaces: 1.4, evidence: 2, previous: 1.4, next: 0.6, year: 2 } as const;

/** Units that score at least this share of the best one are quoted with it, when they are of its kind. */
const closeShare = 0.85;

/** Chooses what to quote of a section: the sentence, item or row that answers, with what it needs to be understood alone. */
export function chooseExcerpt(query: Query, indexed: IndexedText): Excerpt {
  const { units } = indexed;
  const all = units.map(({ unit }) => unit.index);
  if (units.length === 0) return toExcerpt(indexed, [], 0);
  const isProse = units.every(({ unit }) => unit.kind === 'sentence');
  if (isProse && lengthOf(indexed, all) <= wholeLimit) return toExcerpt(indexed, all, 0);
  const scores = units.map((unit, position) => unitScore(query, unit, units[position - 1], units[position + 1]));
  const best = units[scores.indexOf(Math.max(...scores))];
  if (best === undefined) return toExcerpt(indexed, [], 0);
  const members = listOf(units, best.unit);
  const leads = introduced(units, best.unit);
  const isShort = lengthOf(indexed, [...leads, ...members]) <= wholeListLimit;
  if (members.length > 0 && (query.type.wantsList || best.unit.kind === 'sentence' || isShort)) {
    return fitted(indexed, leads, members, scores);
  }
  const chosen = best.unit.kind === 'sentence' ? neighbours(query, units, scores, best) : likewise(units, scores, best);
  return fitted(indexed, best.unit.kind === 'sentence' ? [] : leads, chosen, scores);
}

/**
 * The same excerpt in the section's version in another language. Twins have their units in the same order; where one
 * divides its sentences otherwise, the section is quoted from its beginning.
 */
export function twinExcerpt(excerpt: Excerpt, from: IndexedText, to: IndexedText): Excerpt {
  if (from === to) return excerpt;
  const areTwins =
    from.units.length === to.units.length &&
    from.units.every(({ unit }, index) => unit.kind === to.units[index]?.unit.kind);
  if (areTwins) return toExcerpt(to, excerpt.units, excerpt.left);
  return fitted(
    to,
    [],
    to.units.map(({ unit }) => unit.index),
    [],
  );
}

/** How well one unit answers, by what it says itself and what it adds to its neighbours. */
export function unitScore(query: Query, unit: IndexedUnit, previous?: IndexedUnit, next?: IndexedUnit): number {
  const { clues, totalWeight } = query;
  if (totalWeight === 0) return 0;
  const own = clues.map((clue) => softCoverage(clue, unit.stems, unit.concepts));
  const gain = (other: IndexedUnit | undefined) =>
    other === undefined
      ? 0
      : sum(clues, (clue, index) => Math.max(0, softCoverage(clue, other.stems, other.concepts) - (own[index] ?? 0))) /
        totalWeight;
  const years = [...query.years];
  return (
    weights.stems * (sum(clues, (_, index) => own[index] ?? 0) / totalWeight) +
    weights.surfaces * (sum(clues, ({ term }) => (unit.surfaces.has(term.folded) ? 1 : 0)) / totalWeight) +
    weights.evidence * (query.type.asks !== undefined && answersKind(query, unit) ? 1 : 0) +
    weights.year * (years.length > 0 && years.every((year) => unit.years.has(year)) ? 1 : 0) +
    weights.previous * gain(previous) +
    weights.next * gain(next)
  );
}

function sum(clues: Query['clues'], of: (clue: Query['clues'][number], index: number) => number): number {
  return clues.reduce((total, clue, index) => total + clue.weight * of(clue, index), 0);
}

/** The items or rows that a sentence introduces, or those of the list to which an item belongs. */
function listOf(units: readonly IndexedUnit[], unit: Unit): number[] {
  const lead = unit.kind === 'sentence' ? unit.index : unit.lead;
  return units
    .filter(
      ({ unit: other }) =>
        other.kind !== 'sentence' && (lead === undefined ? other.block === unit.block : other.lead === lead),
    )
    .map(({ unit: other }) => other.index);
}

function introduced(units: readonly IndexedUnit[], unit: Unit): number[] {
  return unit.kind === 'sentence' ? [unit.index] : leadsOf(units, unit);
}

/** The sentence before a list, and for an inner item the outer one too. */
function leadsOf(units: readonly IndexedUnit[], unit: Unit): number[] {
  const leads: number[] = [];
  for (let { lead } = unit; lead !== undefined; lead = units[lead]?.unit.lead) leads.unshift(lead);
  return leads;
}

/** The best sentence, and the neighbour that adds most of what the question says and the best sentence does not. */
function neighbours(
  query: Query,
  units: readonly IndexedUnit[],
  scores: readonly number[],
  best: IndexedUnit,
): number[] {
  const { index } = best.unit;
  const around = [units[index - 1], units[index + 1]].filter(
    (unit) => unit !== undefined && unit.unit.kind === 'sentence' && unit.unit.block === best.unit.block,
  );
  const close = around.filter(
    (unit) => (scores[unit?.unit.index ?? -1] ?? 0) >= closeShare * (scores[index] ?? 0) || adds(query, best, unit),
  );
  const chosen = close.map((unit) => unit?.unit.index ?? index);
  return [...new Set([index, ...chosen])].toSorted((a, b) => a - b);
}

function adds(query: Query, best: IndexedUnit, other: IndexedUnit | undefined): boolean {
  if (other === undefined || query.totalWeight === 0) return false;
  const gained = sum(query.clues, (clue) =>
    Math.max(0, softCoverage(clue, other.stems, other.concepts) - softCoverage(clue, best.stems, best.concepts)),
  );
  return gained / query.totalWeight >= 0.15 || (!answersKind(query, best) && answersKind(query, other));
}

/** Items or rows that answer about as well as the best. */
function likewise(units: readonly IndexedUnit[], scores: readonly number[], best: IndexedUnit): number[] {
  const least = 0.95 * (scores[best.unit.index] ?? 0);
  return units
    .filter(
      ({ unit }) =>
        unit.block === best.unit.block && unit.kind === best.unit.kind && (scores[unit.index] ?? 0) >= least,
    )
    .map(({ unit }) => unit.index);
}

/** Takes as many of the chosen units as there is room for, the best first, and puts them into the section's order. */
function fitted(
  indexed: IndexedText,
  leads: readonly number[],
  chosen: readonly number[],
  scores: readonly number[],
): Excerpt {
  const taken = new Set(leads);
  const byScore = chosen.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  let left = 0;
  for (const index of byScore) {
    if (taken.size === leads.length || lengthOf(indexed, [...taken, index]) <= excerptLimit) taken.add(index);
    else left += 1;
  }
  return toExcerpt(
    indexed,
    [...taken].toSorted((a, b) => a - b),
    left,
  );
}

/** How many characters an excerpt quotes. */
export function excerptLength({ units }: Excerpt, indexed: IndexedText): number {
  return lengthOf(indexed, units);
}

function lengthOf(indexed: IndexedText, units: readonly number[]): number {
  return units.reduce((total, index) => total + (indexed.units[index]?.unit.text.length ?? 0) + 2, 0);
}

/** Neighbouring sentences become one paragraph again, items one list, rows one table. */
function toExcerpt(indexed: IndexedText, units: readonly number[], left: number): Excerpt {
  const children: RootContent[] = [];
  let block = -1;
  for (const index of units) {
    const unit = indexed.units[index]?.unit;
    if (unit === undefined) continue;
    const last = children.at(-1);
    const joined = last !== undefined && unit.block === block ? join(last, unit.node) : undefined;
    if (joined === undefined) children.push(unit.node);
    else children[children.length - 1] = joined;
    block = unit.block;
  }
  return { body: { type: 'root', children }, units, left };
}

function join(first: RootContent, second: RootContent): RootContent | undefined {
  if (first.type === 'paragraph' && second.type === 'paragraph') {
    return { ...first, children: [...first.children, { type: 'text', value: ' ' }, ...second.children] };
  }
  if (first.type === 'list' && second.type === 'list')
    return { ...first, children: [...first.children, ...second.children] };
  if (first.type === 'table' && second.type === 'table')
    return { ...first, children: [...first.children, ...second.children.slice(1)] };
  return undefined;
}
