import { answersKind, isNew, isPlace } from '../retrieval/answers-kind.ts';
import { askedCount } from '../retrieval/asked-count.ts';
import { countedForm } from '../retrieval/counted-forms.ts';
import { recurs, type EvidenceKind } from '../retrieval/evidence.ts';
import type { IndexedUnit } from '../retrieval/indexed-text.ts';
import { ordinalsIn, tellsOrdinal } from '../retrieval/ordinals.ts';
import { softCoverage, type Clue, type Query } from '../retrieval/query.ts';
import { askedStatements, states, type Statement } from '../retrieval/statements.ts';
import { fold } from '../retrieval/tokenize.ts';
import { holds, leastLikeness, quotedUnits, showing, withHeadings, type Quote } from './quote.ts';
import { leavesUnsaid } from './unsaid.ts';

/** A reason not to claim an answer: what the question names or asks for, and the excerpt or the section does not hold. */
export type Doubt =
  | 'year'
  | 'next'
  | 'name'
  | 'number'
  | 'kind'
  | 'nothing'
  | 'ordinal'
  | Statement
  | 'counted'
  | 'relation'
  | 'role'
  | 'named'
  | 'excluded'
  | 'list'
  | 'unsaid';

/** Kinds of things that show in the form of a text, so that their absence tells. */
const plainKinds: ReadonlySet<EvidenceKind> = new Set([
  'number',
  'money',
  'age',
  'date',
  'frequency',
  'duration',
  'person',
  'phone',
  'email',
  'link',
  'address',
]);

/** The quotes free of doubts; where each has some, all of them. */
export function undoubted(query: Query, quotes: readonly [Quote, ...Quote[]]): readonly [Quote, ...Quote[]] {
  const [first, ...others] = quotes.filter((quote) => doubtsOf(query, quote).length === 0);
  return first === undefined ? quotes : [first, ...others];
}

/**
 * Reasons to show sections without claiming that they answer, however similar the words are: the question names a year,
 * a name or a number that is not there, or asks for something that shows in the form of a text, such as a
 * figure, and none is quoted. One quote without doubts is enough.
 */
export function doubts(query: Query, quotes: readonly Quote[]): readonly Doubt[] {
  const telling = query.clues.filter(({ isLight }) => !isLight);
  if (telling.length === 0) return ['nothing'];
  // Among plain words, a single one that is only guessed says nothing sure.
  if (telling.length === 1 && telling[0]?.corrected === true && query.clues.length > 1) return ['nothing'];
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
    if ((!isName && !isNumber) || query.years.has(Number(folded)) || isCommon(query, clue)) continue;
    if (softCoverage(clue, indexed.stems, indexed.concepts) >= leastLikeness) continue;
    found.push(isNumber ? 'number' : 'name');
  }
  const { asks, asksNext } = query.type;
  if (!isContact(asks) && [...query.namedConcepts].some((concept) => !indexed.concepts.has(concept))) {
    found.push('named');
  }
  // Pages tell what was or was planned; what comes next they can only tell of what recurs.
  if (asksNext && !units.some(({ folded }) => recurs(folded))) found.push('next');
  const mustShow = asks !== undefined && (plainKinds.has(asks) || query.type.asksPlaceName);
  if (mustShow && !showing(query, quote).some((unit) => answersKind(query, unit, indexed))) found.push('kind');
  if (asks === 'topic' && lacksAttribute(query, quote, units)) found.push('kind');
  const count = askedCount(query.folded);
  if (count !== undefined && namedThings(query, units) < count) found.push('list');
  if (lacksOrdinal(query, quote, units)) found.push('ordinal');
  for (const asked of askedStatements(query.folded)) {
    if (!units.some(({ folded }) => states(asked, folded))) found.push(asked.statement);
  }
  const counted = asks === 'number' ? countedForm(query.folded) : undefined;
  if (counted !== undefined && !units.some(({ folded }) => counted.test(folded))) found.push('counted');
  if (lacksRelation(query, quote, units)) found.push('relation');
  if (lacksRole(query, quote, units)) found.push('role');
  if (excludes(query, units)) found.push('excluded');
  if (leavesUnsaid(query, quote)) found.push('unsaid');
  return found;
}

const outside = /\bnot part of|\bno forma(?:n)? parte de|\bn[e’'] ?(?:fait|font) pas partie d/;
const asksWhetherPart = /\b(?:part|parte|partie|belongs?|pertenece|appartient)\b/;

/** Of a text that says what it is not part of ("not part of CLEARING HOUSE"), nothing can be claimed for that. */
function excludes({ folded, clues }: Query, units: readonly IndexedUnit[]): boolean {
  if (asksWhetherPart.test(folded)) return false;
  const parts = units.filter((unit) => outside.test(unit.folded));
  if (parts.length === 0 || parts.length < units.length) return false;
  return parts.every((unit) => {
    const after = unit.folded.slice(unit.folded.search(outside));
    return clues.some(({ term }) => term.isName && after.includes(term.folded));
  });
}

/** Metropolis itself and the like, of which most sections speak without naming it. */
function isCommon({ commonConcepts }: Query, { concept }: Clue): boolean {
  return concept !== undefined && commonConcepts.has(concept);
}

/** How many things the quote names: the items of a list, or names that the question does not say. */
function namedThings(query: Query, units: readonly IndexedUnit[]): number {
  const items = units.filter(({ unit }) => unit.kind !== 'sentence').length;
  const names = new Set(
    units.flatMap(({ names: all }) =>
      all
        .filter((name) => isNew(query, name) && (!query.type.asksPlaceName || isPlace(name)))
        .map(({ concept, stems }) => concept ?? stems.join(' ')),
    ),
  );
  return Math.max(items, names.size);
}

/** An address or telephone number is often that of somebody else, who answers for what is named. */
function isContact(asks: EvidenceKind | undefined): boolean {
  return asks === 'email' || asks === 'phone' || asks === 'address';
}

/** "The third webinar": heading or quote speak of the third of something, or number what is counted ("webinar 3"). */
function lacksOrdinal(query: Query, { hit: { indexed } }: Quote, units: readonly IndexedUnit[]): boolean {
  const asked = ordinalsIn(query.folded);
  if (asked.size === 0) return false;
  const told = [fold(indexed.text.heading), ...units.map(({ folded }) => folded)];
  const texts = [{ terms: indexed.headingTerms, matches: indexed.headingMatches }, ...units];
  return [...asked].some(
    (value) =>
      !told.some((text) => tellsOrdinal(text, value)) && !texts.some((text) => numbersWhatIsAsked(query, text, value)),
  );
}

/** "Webinar 3": the number stands after a word of the question. */
function numbersWhatIsAsked(
  { clues }: Query,
  { terms, matches }: Pick<IndexedUnit, 'terms' | 'matches'>,
  value: number,
): boolean {
  return terms.some(({ folded, position }, index) => {
    const before = terms[index - 1];
    if (before === undefined || folded !== String(value) || position - before.position > 1) return false;
    const concepts = new Set(matches.filter(({ end }) => end === index).map(({ concept }) => concept));
    return clues.some((clue) => softCoverage(clue, new Set([before.stem]), concepts) >= leastLikeness);
  });
}

/** "The seat of the World Bank": one quoted unit speaks of both. */
function lacksRelation(query: Query, quote: Quote, units: readonly IndexedUnit[]): boolean {
  const { asks } = query.type;
  if (asks !== 'person' && asks !== 'place') return false;
  return query.relations.some(
    ([of, name]) => !units.some((unit) => holds(of, unit, quote, false) && holds(name, unit, quote, true)),
  );
}

/** "What was the theme of …?": the theme is spoken of in the quote or in the headings. */
function lacksAttribute({ attribute }: Query, { hit: { indexed } }: Quote, units: readonly IndexedUnit[]): boolean {
  return attribute !== undefined && !units.some((unit) => withHeadings(attribute, unit, indexed) >= leastLikeness);
}

/** "Who wrote …?": one quoted unit speaks of writing, and of whom or what is named. */
function lacksRole(query: Query, quote: Quote, units: readonly IndexedUnit[]): boolean {
  const { predicate, clues } = query;
  if (predicate === undefined) return false;
  const names = clues.filter((clue) => clue.term.isName && !isCommon(query, clue));
  return !units.some(
    (unit) => holds(predicate, unit, quote, true) && names.every((name) => holds(name, unit, quote, true)),
  );
}
