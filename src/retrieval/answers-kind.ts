import { hasForm } from './evidence.ts';
import type { IndexedText, IndexedUnit } from './indexed-text.ts';
import type { Term } from './analyze.ts';
import { softCoverage, type Clue, type Query } from './query.ts';
import type { Name } from './unit-names.ts';

/** From this likeness on a word stands for what the question counts. */
const leastLikeness = 0.5;

/** A number and what it counts have at most this many telling words between them: "250 representatives of 61 members". */
const countedReach = 4;

/**
 * Tells whether a unit holds something of the kind that is asked for which the question does not say itself.
 * @param indexed the section of the unit, whose headings and keywords may say what its figures count
 */
export function answersKind(query: Query, unit: IndexedUnit, indexed?: IndexedText): boolean {
  const { asks } = query.type;
  switch (asks) {
    case undefined:
      return true;
    case 'number':
      return holdsNumber(query, unit, indexed);
    case 'date':
      return unit.hasDate && unit.terms.some(({ isNumber, folded }) => isNumber && !asksFor(query, folded));
    case 'duration':
      return unit.hasDate || duration.test(unit.folded);
    case 'person':
      // Also the one whom the question names: then the person's office is the answer.
      return unit.people.length > 0 || beginsWithPerson(unit);
    case 'agent':
      return (
        unit.names.some((name) => (name.kind === undefined || canAct(query, name)) && isNew(query, name)) ||
        isActOfOurs(query, unit)
      );
    case 'name':
      return unit.names.some((name) => isNew(query, name));
    case 'place':
      return (
        unit.names.some((name) => isPlace(name) && isNew(query, name) && !isOfPerson(name, unit)) ||
        (!query.type.asksPlaceName && hasForm('address', unit.unit.text, unit.folded))
      );
    case 'definition':
      return hasForm('definition', unit.unit.text, unit.folded) && beginsWithAsked(query, unit);
    default:
      return hasForm(asks, unit.unit.text, unit.folded);
  }
}

const duration =
  /(?:\d|\b(?:one|two|three|un|une|dos|tres|deux|trois)\b)[- ](?:years?|months?|weeks?|days?|hours?|minutes?|anos?|mes(?:es)?|semanas?|dias?|horas?|minutos?|ans?|mois|semaines?|jours?|heures?)(?!\p{L})/u;

/** An item of a list of people: "Oh Se-hoon, mayor of Seoul". */
const person = /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)+(?:,| \()/u;

function beginsWithPerson({ unit, matches }: IndexedUnit): boolean {
  return unit.kind !== 'sentence' && person.test(unit.text) && !matches.some(({ start }) => start === 0);
}

function isOfPerson({ kind, stems }: Name, { people }: IndexedUnit): boolean {
  return kind === undefined && people.some((parts) => stems.every((stem) => parts.includes(stem)));
}

/** A number that the question does not say, near what is counted, where the question and the unit say what. */
function holdsNumber(
  query: Query,
  { unit, quantities, terms, matches, stems, concepts }: IndexedUnit,
  indexed: IndexedText | undefined,
): boolean {
  const { counted, folded } = query;
  const counts = countingWords.test(folded);
  const numbers = quantities.filter(
    ({ value, index }) =>
      !asksFor(query, value) &&
      !(counts && isPercentage(terms[index], unit.text)) &&
      (counted === undefined || countsOrNothing(counted, terms[index + 1])),
  );
  if (counted === undefined) return numbers.length > 0;
  if (isOneThing(query, counted) && !speaksOf(counted, concepts, indexed)) return false;
  if (softCoverage(counted, stems, concepts) < leastLikeness) {
    return (
      numbers.length > 0 &&
      indexed !== undefined &&
      !counted.corrected &&
      softCoverage(counted, indexed.titleStems, indexed.titleConcepts) >= leastLikeness
    );
  }
  const places = terms.flatMap(({ stem }, index) => {
    const here = matches.filter(({ start, end }) => start <= index && index < end).map(({ concept }) => concept);
    return softCoverage(counted, new Set([stem]), new Set(here)) >= leastLikeness ? [index] : [];
  });
  return numbers.some(({ index }) => places.some((place) => Math.abs(place - index) <= countedReach));
}

/** "Cities joined" counts other cities than those of which the text gives a number. */
function isOneThing({ clues }: Query, { concept }: Clue): boolean {
  return concept !== undefined && clues.filter((clue) => clue.concept === concept).length > 1;
}

function speaksOf({ concept = '' }: Clue, concepts: ReadonlySet<string>, indexed: IndexedText | undefined): boolean {
  return concepts.has(concept) || (indexed?.titleConcepts.has(concept) ?? false);
}

/** A share is no answer to "how many". */
const countingWords = /\b(?:how many|cuant[oa]s|combien d(?:e|es)?|quant[oa]s|quants|quantes)\b/;

function isPercentage(term: Term | undefined, text: string): boolean {
  return (
    term !== undefined &&
    [`${term.raw}%`, `${term.raw} %`, `${term.raw}\u00a0%`, `${term.raw}\u202f%`].some((form) => text.includes(form))
  );
}

/** A figure before one of these counts nothing else: "a 3-year project". */
const measures =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|anos?|mes(?:es)?|semanas?|dias?|horas?|minutos?|ans?|annees?|mois|semaines?|jours?|heures?|km|metres?|metros?|kilomet\w+|percent|cent|ciento|euros?|dollars?|dolares)$/;

function countsOrNothing(counted: Clue, next: Term | undefined): boolean {
  return (
    next === undefined || !measures.test(next.folded) || softCoverage(counted, new Set([next.stem]), new Set()) > 0
  );
}

function asksFor({ clues }: Query, stem: string): boolean {
  return clues.some(({ exact }) => exact.has(stem));
}

/** "Metropolis leads …", asked without the name. */
function isActOfOurs({ commonConcepts, clues }: Query, { firstConcept }: IndexedUnit): boolean {
  return (
    firstConcept !== undefined &&
    commonConcepts.has(firstConcept) &&
    !clues.some(({ concept }) => concept === firstConcept)
  );
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
