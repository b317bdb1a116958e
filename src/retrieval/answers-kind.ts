import { hasForm } from './evidence.ts';
import type { IndexedUnit } from './indexed-text.ts';
import { softCoverage, type Query } from './query.ts';
import type { Name } from './unit-names.ts';

/** From this likeness on a word stands for what the question counts. */
const leastLikeness = 0.5;

/** A number and what it counts have at most this many telling words between them: "250 representatives of 61 members". */
const countedReach = 4;

/** Tells whether a unit holds something of the kind that is asked for which the question does not say itself. */
export function answersKind(query: Query, unit: IndexedUnit): boolean {
  const { asks } = query.type;
  switch (asks) {
    case undefined:
      return true;
    case 'number':
      return holdsNumber(query, unit);
    case 'date':
      return unit.hasDate && unit.terms.some(({ isNumber, folded }) => isNumber && !asksFor(query, folded));
    case 'person':
      // Also the one whom the question names: then the person's office is the answer.
      return unit.people.length > 0;
    case 'agent':
      return unit.names.some((name) => (name.kind === undefined || canAct(query, name)) && isNew(query, name));
    case 'name':
      return unit.names.some((name) => isNew(query, name));
    case 'place':
      return (
        unit.names.some((name) => isPlace(name) && isNew(query, name)) ||
        (!query.type.asksPlaceName && hasForm('address', unit.unit.text, unit.folded))
      );
    case 'definition':
      return hasForm('definition', unit.unit.text, unit.folded) && beginsWithAsked(query, unit);
    default:
      return hasForm(asks, unit.unit.text, unit.folded);
  }
}

/** A number that the question does not say, near what is counted, where the question and the unit say what. */
function holdsNumber(query: Query, { quantities, terms, matches, stems, concepts }: IndexedUnit): boolean {
  const { counted } = query;
  const numbers = quantities.filter(({ value }) => !asksFor(query, value));
  if (counted === undefined) return numbers.length > 0;
  if (softCoverage(counted, stems, concepts) < leastLikeness) return false;
  const places = terms.flatMap(({ stem }, index) => {
    const here = matches.filter(({ start, end }) => start <= index && index < end).map(({ concept }) => concept);
    return softCoverage(counted, new Set([stem]), new Set(here)) >= leastLikeness ? [index] : [];
  });
  return numbers.some(({ index }) => places.some((place) => Math.abs(place - index) <= countedReach));
}

function asksFor({ clues }: Query, stem: string): boolean {
  return clues.some(({ exact }) => exact.has(stem));
}

/** Cities win, host and join in a network of cities; otherwise institutions act. */
function canAct({ predicate }: Query, { kind }: Name): boolean {
  return kind === 'institution' || (kind === 'place' && citiesDo.test(predicate?.term.folded ?? ''));
}

const citiesDo =
  /^(?:win|won|gan|guany|ganh|venc|gagn|remport|laureat|host|acog|accueil|acolh|acull|organi|join|entr|rejoi|adher|incorpor|uni|particip)/;

/** A city or a country may be what is named, unlike an institution or a continent ("European"). */
export function isPlace({ kind, concept }: Name): boolean {
  return kind === undefined || (kind === 'place' && !continents.test(concept ?? ''));
}

const continents = /^(?:europe|africa|asia|americas|latin-america|north-america|south-america)/;

/** Tells whether a name is none that the question says itself. */
export function isNew(query: Query, { concept, stems }: Name): boolean {
  if (
    concept !== undefined &&
    (query.commonConcepts.has(concept) || query.clues.some((clue) => clue.concept === concept))
  ) {
    return false;
  }
  return stems.some((stem) => !asksFor(query, stem));
}

/** What is defined stands at the beginning: "CLEARING HOUSE is a project …". */
function beginsWithAsked({ clues }: Query, { terms, firstConcept }: IndexedUnit): boolean {
  const [first, second] = terms;
  return clues.some(
    ({ exact, concept }) =>
      (concept !== undefined && concept === firstConcept) ||
      exact.has(first?.stem ?? '') ||
      exact.has(second?.stem ?? ''),
  );
}
