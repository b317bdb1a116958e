import type { Language } from '../language.ts';
import { toTerms, type Term } from './analyze.ts';
import type { ConceptMatch, ConceptMatcher } from './concepts.ts';
import { yearsIn } from './evidence.ts';
import { isLightWord } from './light-words.ts';
import { questionType, type QuestionType } from './question-type.ts';
import type { QuestionLanguage } from './stop-words.ts';
import { tokenize, type Token } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  readonly years: ReadonlySet<number>;
  readonly totalWeight: number;
}

export interface QueryContext {
  readonly vocabulary: Vocabulary;
  readonly matchConcepts: ConceptMatcher;
  /** Finds forms of any language, for words that the question's language does not know. */
  readonly matchForeign: ConceptMatcher;
  /** The weight of a concept, by its rarity among the sections. */
  readonly conceptIdf: (concept: string) => number;
}

const correctedQuality = 0.9;
const conceptQuality = 0.95;
const lightness = 0.3;

/** Turns a question into what is looked for. */
export function parseQuery(
  text: string,
  language: QuestionLanguage,
  textLanguage: Language,
  context: QueryContext,
): Query {
  const tokens = tokenize(text);
  const terms = toTerms(withoutMeasures(tokens, language), language).map((term) =>
    withStemOfCorpus(term, context.vocabulary),
  );
  const concepts = conceptOfEachTerm(terms, context);
  const clues = withoutRepeats(terms.map((term, index) => toClue(term, concepts[index], language, context)));
  const type = questionType(
    tokens.map(({ folded }) => folded),
    language,
  );
  const counted = type.asks === 'number' ? countedClue(clues, tokens) : undefined;
  return {
    language,
    textLanguage,
    clues,
    type,
    ...(counted === undefined ? {} : { counted }),
    years: yearsIn(text),
    totalWeight: clues.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** "How big", "how long": the word after "how" asks and is not looked for. */
function withoutMeasures(tokens: readonly Token[], language: QuestionLanguage): readonly Token[] {
  if (language !== 'en') return tokens;
  return tokens.filter(({ folded }, index) => tokens[index - 1]?.folded !== 'how' || !measures.has(folded));
}

const measures = new Set(['big', 'large', 'long', 'old', 'far', 'often', 'high', 'great']);

const countingWords = new Set(['many', 'cuantos', 'cuantas', 'combien', 'quantos', 'quantas', 'quants', 'quantes']);

function countedClue(clues: readonly Clue[], tokens: readonly Token[]): Clue | undefined {
  const position = tokens.findIndex(({ folded }) => countingWords.has(folded));
  return position < 0 ? undefined : clues.find(({ term }) => term.position > position && term.position <= position + 3);
}

/** People leave accents out, which changes a stem: take the stem that the word has in the corpus. */
function withStemOfCorpus(term: Term, vocabulary: Vocabulary): Term {
  if (term.isNumber || vocabulary.has(term.stem)) return term;
  const stem = vocabulary.stemOfFolded(term.folded);
  return stem === undefined ? term : { ...term, stem };
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
    ({ stem, isNumber }, index) => found[index] === undefined && !isNumber && !vocabulary.has(stem),
  );
  if (isStrange.includes(true)) {
    matchForeign(terms)
      .filter(({ start, end }) => isStrange.slice(start, end).includes(true))
      .forEach(take);
  }
  return found.map((match) => match?.concept);
}

function toClue(term: Term, concept: string | undefined, language: QuestionLanguage, context: QueryContext): Clue {
  const { vocabulary } = context;
  const inCorpus = vocabulary.has(term.stem);
  const corrections = inCorpus || concept !== undefined || term.isNumber ? [] : vocabulary.corrections(term.folded);
  const exact = new Map<string, number>(
    corrections.length === 0 ? [[term.stem, 1]] : corrections.map((stem) => [stem, correctedQuality]),
  );
  const idf =
    concept === undefined
      ? highestIdf([...exact.keys()], vocabulary)
      : Math.min(vocabulary.idf(term.stem), context.conceptIdf(concept));
  return {
    term,
    weight: idf * (isLightWord(term.folded, language) ? lightness : 1),
    exact,
    similar: corrections.length === 0 ? vocabulary.similar(term.stem) : new Map(),
    ...(concept === undefined ? {} : { concept }),
    known: inCorpus || concept !== undefined || corrections.length > 0,
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
