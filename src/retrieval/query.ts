import type { Language } from '../language.ts';
import { toTerms, type Term } from './analyze.ts';
import type { ConceptMatch, ConceptMatcher } from './concepts.ts';
import { yearsIn } from './evidence.ts';
import { isLightWord } from './light-words.ts';
import { isMisspeltQuestionWord, questionType, type QuestionType } from './question-type.ts';
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
  /** The word says little in any question. */
  readonly isLight: boolean;
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
}

const correctedQuality = 0.9;

/** "The third line of action" is line of action 3. */
const ordinals: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'first primera primero primer premiere premier primeira primeiro',
    'second segunda segundo deuxieme seconde segona segon',
    'third tercera tercero tercer troisieme terceira terceiro',
    'fourth cuarta cuarto quatrieme quarta quarto quart',
    'fifth quinta quinto cinquieme cinquena cinque',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, String(index + 1)])),
);
const conceptQuality = 0.95;
const lightness = 0.3;
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
  const tokens = tokenize(text);
  const isKnown = (folded: string) => context.vocabulary.stemOfFolded(folded) !== undefined;
  const terms = toTerms(tokens, language)
    .filter(({ folded, position }) => !(tokens[position - 1]?.folded === 'how' && measures.has(folded)))
    .filter(({ folded }) => isKnown(folded) || !isMisspeltQuestionWord(folded))
    .map((term) => withStemOfCorpus(term, context.vocabulary));
  const corrections = correctionsOfEachTerm(terms, context);
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
      ? attributeClue(clues, tokens)
      : undefined;
  const counted = type.asks === 'number' ? countedClue(clues, tokens) : undefined;
  return {
    language,
    textLanguage,
    clues,
    type,
    ...(counted === undefined ? {} : { counted }),
    ...(attribute === undefined ? {} : { attribute }),
    years: yearsIn(text),
    totalWeight: clues.reduce((sum, { weight }) => sum + weight, 0),
    commonConcepts: context.commonConcepts,
  };
}

/** "How big", "how long": the word after "how" asks and is not looked for. */
const measures = new Set(['big', 'large', 'long', 'old', 'far', 'often', 'high', 'great']);

const countingWords = new Set(['many', 'cuantos', 'cuantas', 'combien', 'quantos', 'quantas', 'quants', 'quantes']);

function countedClue(clues: readonly Clue[], tokens: readonly Token[]): Clue | undefined {
  const position = tokens.findIndex(({ folded }) => countingWords.has(folded));
  if (position < 0) return attributeClue(clues, tokens);
  const next = clues.find(({ term }) => term.position > position && term.position <= position + 3);
  return next === undefined || next.isLight ? undefined : next;
}

const attributeWords = new Set(
  'what which que cual cuales quel quelle quels quelles qual quais quin quina quins quines'.split(' '),
);

/** The first telling word of a question that begins with "what" or "which". */
function attributeClue(clues: readonly Clue[], tokens: readonly Token[]): Clue | undefined {
  const position = tokens.findIndex(({ folded }) => attributeWords.has(folded));
  const first = clues.find(({ term }) => term.position > position);
  return position < 0 || position > 2 || first === undefined || first.isLight ? undefined : first;
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
function correctionsOfEachTerm(terms: readonly Term[], context: QueryContext): (readonly string[])[] {
  const concepts = conceptOfEachTerm(terms, context);
  return terms.map(({ stem, folded, isNumber, isName }, index) => {
    const isKnown = context.vocabulary.has(stem) || concepts[index] !== undefined;
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
  const ordinal = ordinals[term.folded];
  if (ordinal !== undefined) exact.set(ordinal, correctedQuality);
  const idf =
    concept === undefined
      ? highestIdf([...exact.keys()], vocabulary)
      : Math.min(highestIdf([...exact.keys()], vocabulary), conceptIdf(concept));
  return {
    term,
    weight: idf * (isLight ? lightness : 1),
    isLight,
    exact,
    similar: corrections.length === 0 ? vocabulary.similar(term.stem) : new Map(),
    ...(concept === undefined ? {} : { concept }),
    known: vocabulary.has(term.stem) || concept !== undefined || corrections.length > 0,
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
