import type { Language } from '../language.ts';
import type { Term } from './analyze.ts';
import type { ConceptMatch, ConceptMatcher } from './concepts.ts';
import { attributeClue, countedClue, namedConceptsOf, predicateClue, relationsOf } from './asked-clues.ts';
import { countedForm } from './counted-forms.ts';
import { yearsIn } from './evidence.ts';
import { isEverydayWord } from './everyday-words.ts';
import { isLightWord } from './light-words.ts';
import { ordinalValue } from './ordinals.ts';
import { questionTerms } from './question-terms.ts';
import { questionType, type QuestionType } from './question-type.ts';
import type { QuestionLanguage } from './stop-words.ts';
import { fold, tokenize } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';
import { withMonths } from './with-months.ts';

/** One term of a question, with everything in a text that may stand for it. */
export interface Clue {
  readonly term: Term;
  /** How telling the term is; never 0. */
  readonly weight: number;
  /** Stems that count as the term itself, with how well they stand for it: its own, or those of a corrected spelling. */
  readonly exact: ReadonlyMap<string, number>;
  /** Stems that resemble the term without being it. */
  readonly similar: ReadonlyMap<string, number>;
  /** The glossary's concept of which the term is a part. */
  readonly concept?: string;
  /** The corpus or the glossary holds the term, as it is written or corrected. */
  readonly known: boolean;
  /** The word says little in any question. */
  readonly isLight: boolean;
  /** It is a word of everyday speech, for which texts have many others. */
  readonly isEveryday: boolean;
  /** The term was taken for a misspelling of other words. */
  readonly corrected: boolean;
}

export interface Query {
  readonly language: QuestionLanguage;
  /** The language in which sections are compared. */
  readonly textLanguage: Language;
  readonly clues: readonly Clue[];
  readonly type: QuestionType;
  /** What is counted, in a question for a number: the first term after its question words. */
  readonly counted?: Clue;
  /** The property that is asked for: "age" in "What is the age of …?". */
  readonly attribute?: Clue;
  /** What a question after somebody says that they do or are: "wrote" in "Who wrote …?". */
  readonly predicate?: Clue;
  /** Pairs such as "seat" and "Seoul" in "the seat of Seoul". */
  readonly relations: readonly (readonly [of: Clue, name: Clue])[];
  /** Concepts that the question names with several words: "World Metropolitan Day". */
  readonly namedConcepts: ReadonlySet<string>;
  /** The question as it was asked, folded. */
  readonly folded: string;
  readonly years: ReadonlySet<number>;
  readonly totalWeight: number;
  /** Concepts that stand in so many sections that naming one of them tells nothing. */
  readonly commonConcepts: ReadonlySet<string>;
}

export interface QueryContext {
  readonly vocabulary: Vocabulary;
  readonly matchConcepts: ConceptMatcher;
  /** Finds forms of any language, for words that the question's language does not know. */
  readonly matchForeign: ConceptMatcher;
  /** The weight of a concept, by its rarity among the sections. */
  readonly conceptIdf: (concept: string) => number;
  readonly commonConcepts: ReadonlySet<string>;
  /** Tells whether a concept is a name, such as that of an event or a document. */
  readonly isNamed: (concept: string) => boolean;
}

const correctedQuality = 0.9;

const conceptQuality = 0.95;
const lightness = 0.3;
const ordinariness = 0.5;
/** Of plain words; that a small corpus holds one of them only once makes it no name. */
const highestPlainIdf = 4;
/** Shorter words, and shorter names all the more, resemble too many others to be taken for misspellings. */
const leastWordToCorrect = 4;
const leastNameToCorrect = 7;

/** Turns a question into what is looked for. */
export function parseQuery(
  text: string,
  language: QuestionLanguage,
  textLanguage: Language,
  context: QueryContext,
): Query {
  const tokens = tokenize(withMonths(text, textLanguage));
  const isKnown = (folded: string) => context.vocabulary.stemOfFolded(folded) !== undefined;
  const terms = questionTerms(tokens, language, context.vocabulary);
  const corrections = correctionsOfEachTerm(terms, language, context);
  // A misspelt word may be part of a form of the glossary once it is corrected.
  const concepts = conceptOfEachTerm(
    terms.map((term, index) => ({ ...term, stem: corrections[index]?.[0] ?? term.stem })),
    context,
  );
  const clues = withoutRepeats(
    terms.map((term, index) => toClue(term, corrections[index] ?? [], concepts[index], language, context)),
  );
  const type = questionType(
    tokens.map(({ folded }) => folded),
    language,
    isKnown,
  );
  const attribute =
    type.asks === undefined || type.asks === 'definition' || type.asks === 'topic'
      ? attributeClue(clues, tokens, language)
      : undefined;
  const counted =
    type.asks === 'number' && countedForm(fold(text)) === undefined ? countedClue(clues, tokens, language) : undefined;
  const predicate =
    type.asks === 'agent' || type.asks === 'person' ? predicateClue(clues, tokens, context.commonConcepts) : undefined;
  return {
    language,
    textLanguage,
    clues,
    type,
    ...(counted === undefined ? {} : { counted }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(predicate === undefined ? {} : { predicate }),
    relations: relationsOf(clues, tokens, context.commonConcepts),
    namedConcepts: namedConceptsOf(concepts, context),
    folded: fold(text),
    years: yearsIn(text),
    totalWeight: clues.reduce((sum, { weight }) => sum + weight, 0),
    commonConcepts: context.commonConcepts,
  };
}

/**
 * The longest form of the glossary that covers each term; a longer form takes a term away from a shorter one. Forms of
 * other languages count only where they hold a term that the question's own language knows nothing of.
 */
function conceptOfEachTerm(
  terms: readonly Term[],
  { matchConcepts, matchForeign, vocabulary }: QueryContext,
): (string | undefined)[] {
  const found = terms.map((): { concept: string; length: number } | undefined => undefined);
  const take = ({ concept, start, end }: ConceptMatch) => {
    for (let index = start; index < end; index += 1) {
      if (end - start > (found[index]?.length ?? 0)) found[index] = { concept, length: end - start };
    }
  };
  matchConcepts(terms).forEach(take);
  const isStrange = terms.map(
    ({ stem, isNumber }, index) =>
      found[index] === undefined && !isNumber && vocabulary.idf(stem) >= vocabulary.rareIdf,
  );
  if (isStrange.includes(true)) {
    matchForeign(terms)
      .filter(({ start, end }) => isStrange.slice(start, end).includes(true))
      .forEach(take);
  }
  return found.map((match) => match?.concept);
}

/** For each term that neither the corpus nor the glossary knows: the known words of which it may be a misspelling. */
function correctionsOfEachTerm(
  terms: readonly Term[],
  language: QuestionLanguage,
  context: QueryContext,
): (readonly string[])[] {
  const concepts = conceptOfEachTerm(terms, context);
  return terms.map(({ stem, folded, isNumber, isName }, index) => {
    // A plain word may be missing from the knowledge and still be spelt well.
    const isKnown = context.vocabulary.has(stem) || concepts[index] !== undefined || isLightWord(folded, language);
    const least = isName ? leastNameToCorrect : leastWordToCorrect;
    return isKnown || isNumber || folded.length < least ? [] : context.vocabulary.corrections(folded);
  });
}

function toClue(
  term: Term,
  corrections: readonly string[],
  concept: string | undefined,
  language: QuestionLanguage,
  { vocabulary, conceptIdf }: QueryContext,
): Clue {
  const isLight = isLightWord(term.folded, language);
  const exact = new Map<string, number>(
    corrections.length === 0 ? [[term.stem, 1]] : corrections.map((stem) => [stem, correctedQuality]),
  );
  // "The third line of action" is line of action 3.
  const ordinal = ordinalValue(term.folded);
  if (ordinal !== undefined) exact.set(String(ordinal), correctedQuality);
  const idf =
    concept === undefined
      ? highestIdf([...exact.keys()], vocabulary)
      : Math.min(highestIdf([...exact.keys()], vocabulary), conceptIdf(concept));
  const isKnown = vocabulary.has(term.stem) || concept !== undefined || corrections.length > 0;
  const isPlain = !term.isName && !term.isNumber;
  const isEveryday = isPlain && !isLight && concept === undefined && isEverydayWord(term, language);
  const rarity = isPlain ? Math.min(idf, highestPlainIdf) : idf;
  return {
    term,
    weight: rarity * (isLight ? lightness : 1) * (isEveryday ? ordinariness : 1),
    isLight,
    isEveryday,
    exact,
    similar: corrections.length === 0 && concept === undefined ? vocabulary.similar(term.stem) : new Map(),
    ...(concept === undefined ? {} : { concept }),
    known: isKnown,
    corrected: corrections.length > 0,
  };
}

function highestIdf(stems: readonly string[], vocabulary: Vocabulary): number {
  return Math.max(...stems.map((stem) => vocabulary.idf(stem)));
}

function withoutRepeats(clues: readonly Clue[]): Clue[] {
  return [...new Map(clues.map((clue) => [clue.term.stem, clue])).values()];
}

/** How well a set of stems and concepts holds what a clue asks for: 1 the word itself, 0 not at all. */
export function coverage(clue: Clue, stems: ReadonlySet<string>, concepts: ReadonlySet<string>): number {
  let best = clue.concept !== undefined && concepts.has(clue.concept) ? conceptQuality : 0;
  for (const [stem, quality] of clue.exact) if (quality > best && stems.has(stem)) best = quality;
  return best;
}

/** Like `coverage`, but a resembling word (`attend`, `attendance`) counts as far as it resembles. */
export function softCoverage(clue: Clue, stems: ReadonlySet<string>, concepts: ReadonlySet<string>): number {
  let best = coverage(clue, stems, concepts);
  if (best > 0) return best;
  for (const [stem, likeness] of clue.similar) if (likeness > best && stems.has(stem)) best = likeness;
  return best;
}
