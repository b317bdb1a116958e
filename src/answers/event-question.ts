import type { Section } from '../knowledge/section.ts';
import { editDistance } from '../edit-distance.ts';
import { languages, type Language } from '../language.ts';
import type { Term } from '../retrieval/analyze.ts';
import { nearestLanguage } from '../retrieval/detect-language.ts';
import { isLightWord } from '../retrieval/light-words.ts';
import { ordinalsIn, ordinalValue, tellsOrdinal } from '../retrieval/ordinals.ts';
import { coverage, type Clue, type Query } from '../retrieval/query.ts';
import type { IndexedText } from '../retrieval/indexed-text.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { QuestionLanguage } from '../retrieval/stop-words.ts';
import { fold, tokenize } from '../retrieval/tokenize.ts';
import { aspectOf, isAskingWord, isBoilerplate, tenseOf, type EventAspect, type Tense } from './event-words.ts';

/** Shorter words, and shorter names all the more, resemble too many others to be taken for misspellings. */
const leastWordToCorrect = 5;
const leastNameToCorrect = 7;

/** An event as far as its name goes. */
export interface NamedEvent {
  readonly id: string;
  /** By language, in at least one: what it is called, and words for its place, its month and its year. */
  readonly names: Readonly<Partial<Record<Language, { readonly title: string; readonly facts: readonly string[] }>>>;
}

/** What a question asks of an event. */
export interface EventQuestion {
  readonly aspect: EventAspect;
  readonly tense?: Tense;
  /** The question, compared with texts in each language. */
  readonly queries: Readonly<Record<Language, Query>>;
}

/** A question that may be one about an event, by the form of its words; undefined for any other. */
export function readEventQuestion(
  retriever: Retriever,
  question: string,
  language: QuestionLanguage,
): EventQuestion | undefined {
  const parse = (textLanguage: Language) => retriever.parse(question, language, textLanguage);
  const queries = { en: parse('en'), es: parse('es'), fr: parse('fr') };
  const line = ` ${tokenize(question)
    .map(({ folded }) => folded)
    .join(' ')} `;
  const { type } = queries[nearestLanguage(language)];
  const aspect = aspectOf(line, type.asks);
  if (aspect === undefined) return undefined;
  const tense = tenseOf(line, type.asksNext);
  return { aspect, queries, ...(tense !== undefined && { tense }) };
}

/**
 * How a question names an event: `fully` when it says every telling word of the title, `nearly` when it leaves out few
 * that are neither names nor numbers. Every telling word of the question has to be one of the title, or to name the
 * event's place, month or year: otherwise it asks of something else, and this is undefined.
 */
export function naming(retriever: Retriever, asked: EventQuestion, event: NamedEvent): 'fully' | 'nearly' | undefined {
  const found = languages.flatMap((language) => {
    const name = event.names[language];
    if (name === undefined) return [];
    const section = toSection(event.id, language, name);
    return namingIn(asked.queries[language], retriever.textOf(section, language), name.facts, language) ?? [];
  });
  return found.includes('fully') ? 'fully' : found[0];
}

function namingIn(
  query: Query,
  indexed: IndexedText,
  facts: readonly string[],
  language: Language,
): 'fully' | 'nearly' | undefined {
  const telling = query.clues.filter(({ isLight, term }) => !isLight && !isAskingWord(term.folded));
  if (telling.length === 0 || !telling.every((clue) => isSaid(clue, query, indexed))) return undefined;
  const heading = fold(indexed.text.heading);
  if (![...ordinalsIn(query.folded)].every((ordinal) => tellsOrdinal(heading, ordinal))) return undefined;
  const factWords = new Set(facts.flatMap((fact) => tokenize(fact)).map(({ folded }) => folded));
  const title = indexed.headingTerms.map((term, index) => ({ term, concepts: conceptsAt(indexed, index) }));
  const own = title.filter(
    ({ term, concepts }) =>
      !factWords.has(term.folded) &&
      !isLightWord(term.folded, language) &&
      !isBoilerplate(term.folded) &&
      ordinalValue(term.folded) === undefined &&
      !concepts.some((concept) => query.commonConcepts.has(concept)),
  );
  if (own.length === 0) return undefined;
  // A word that asks may be one of the name as well: "night-time".
  const missing = own.filter(({ term, concepts }) => !isAsked(term, concepts, query.clues));
  if (missing.length === 0) return 'fully';
  const mayMiss = Math.floor(own.length / 3);
  return missing.length <= mayMiss && missing.every(({ term }) => !term.isName && !term.isNumber)
    ? 'nearly'
    : undefined;
}

/** The title, or the words for the event's facts, hold what a word of the question says. */
function isSaid(clue: Clue, { commonConcepts }: Query, { titleStems, titleConcepts, surfaces }: IndexedText): boolean {
  const { term, concept } = clue;
  // Registration is none of the event's own times and places.
  if (isBoilerplate(term.folded)) return false;
  if (concept !== undefined && commonConcepts.has(concept)) return true;
  if (coverage(clue, titleStems, titleConcepts) > 0 || titleStems.has(term.stem)) return true;
  return [...surfaces].some((surface) => isSameWord(term, surface));
}

function isAsked(term: Term, concepts: readonly string[], clues: readonly Clue[]): boolean {
  return clues.some(
    (clue) =>
      clue.term.stem === term.stem ||
      isSameWord(clue.term, term.folded) ||
      clue.exact.has(term.stem) ||
      (clue.concept !== undefined && concepts.includes(clue.concept)),
  );
}

/** Also with one letter too few, too many, wrong or out of place, where the word is long enough for that to say so. */
function isSameWord({ folded, isNumber, isName }: Term, other: string): boolean {
  if (folded === other) return true;
  const least = isName ? leastNameToCorrect : leastWordToCorrect;
  return !isNumber && Math.min(folded.length, other.length) >= least && editDistance(folded, other) === 1;
}

function conceptsAt({ headingMatches }: IndexedText, index: number): string[] {
  return headingMatches.filter(({ start, end }) => start <= index && index < end).map(({ concept }) => concept);
}

/** An event's name in the form in which texts are analysed. */
function toSection(
  id: string,
  language: Language,
  { title, facts }: { readonly title: string; readonly facts: readonly string[] },
): Section {
  const text = {
    language,
    documentTitle: '',
    heading: title,
    parents: [],
    // The number of a house must not pass for that of a webinar.
    keywords: facts.map((fact) => fold(fact).replaceAll(/(?<!\d)\d{1,3}(?!\d)/g, ' ')),
    body: { type: 'root' as const, children: [] },
    units: [],
    sources: [{ title: '', date: '' }] as const,
  };
  return { id, documentId: id, anchor: '', topic: '', texts: { [language]: text } };
}
