import { isLanguage } from '../language.ts';
import { howClue } from '../retrieval/asked-clues.ts';
import { asksWhether } from '../retrieval/asked-whether.ts';
import type { EvidenceKind } from '../retrieval/evidence.ts';
import type { IndexedUnit } from '../retrieval/indexed-text.ts';
import type { Clue, Query } from '../retrieval/query.ts';
import { holds, leastLikeness, quotedUnits, withHeadings, type Quote } from './quote.ts';

/** Of these a page tells more than one, each of something else. */
const sharedKinds: ReadonlySet<EvidenceKind> = new Set(['date', 'money', 'address']);

/**
 * Tells whether the quote leaves unsaid what the question is about: the word beside the day, sum or address that is asked
 * for ("date of birth"), something of which it asks whether it is so, what somebody wants to do who asks how.
 */
export function leavesUnsaid(query: Query, quote: Quote): boolean {
  const { asks } = query.type;
  const { indexed } = quote.hit;
  const units = quotedUnits(quote);
  if (asks === undefined) {
    const act = howClue(query.clues, query.folded);
    if (act !== undefined && !units.some((unit) => holds(act, unit, quote, false))) return true;
    if (!asksWhether(query.folded, query.language)) return false;
    const matters = query.clues.filter((clue) => isPlainMatter(query, clue) || clue.term.isName || clue.term.isNumber);
    const isToldBy = (told: readonly IndexedUnit[]) =>
      matters.every((clue) => isCommon(query, clue) || told.some((unit) => holds(clue, unit, quote, true)));
    // The items of a list say one thing together; sentences and rows each say their own.
    return !units.some((unit) => isToldBy([unit])) && !isToldBy(units.filter(({ unit }) => unit.kind === 'item'));
  }
  if (!sharedKinds.has(asks)) return false;
  const lacks = (clue: Clue) => !units.some((unit) => withHeadings(clue, unit, indexed) >= leastLikeness);
  return query.clues.some((clue) => isPlainMatter(query, clue) && lacks(clue));
}

/** Words that neither pages nor glossary hold may be Portuguese or Catalan, in which no page is written. */
function isPlainMatter({ language }: Query, { term, known, concept, isLight, isEveryday }: Clue): boolean {
  return (
    known &&
    !isLight &&
    !isEveryday &&
    !term.isName &&
    !term.isNumber &&
    (concept !== undefined || isLanguage(language))
  );
}

function isCommon({ commonConcepts }: Query, { concept }: Clue): boolean {
  return concept !== undefined && commonConcepts.has(concept);
}
