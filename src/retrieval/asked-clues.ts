import type { Clue, QueryContext } from './query.ts';
import type { QuestionLanguage } from './stop-words.ts';
import type { Token } from './tokenize.ts';

const countingWords = new Set(['many', 'cuantos', 'cuantas', 'combien', 'quantos', 'quantas', 'quants', 'quantes']);

/** What is counted: the first telling word after the question word. */
export function countedClue(
  clues: readonly Clue[],
  tokens: readonly Token[],
  language: QuestionLanguage,
): Clue | undefined {
  const position = tokens.findIndex(({ folded }) => countingWords.has(folded));
  if (position < 0) return attributeClue(clues, tokens, language);
  const next = clues.find(({ term }) => term.position > position && term.position <= position + 3);
  return next === undefined || next.isLight ? undefined : next;
}

const attributeWords = new Set(
  'what which que cual cuales quel quelle quels quelles qual quais quin quina quins quines'.split(' '),
);

const englishVerbs = new Set('do does did is are was were will would can could should has have had'.split(' '));

/**
 * The first telling word of a question that begins with "what" or "which"; in English the last of those that stand
 * before the verb ("which tree species does …").
 */
export function attributeClue(
  clues: readonly Clue[],
  tokens: readonly Token[],
  language: QuestionLanguage,
): Clue | undefined {
  const position = tokens.findIndex(({ folded }) => attributeWords.has(folded));
  if (position < 0 || position > 2) return undefined;
  const after = clues.filter(({ term }) => term.position > position);
  const verb = tokens.findIndex(
    ({ folded }, index) =>
      index > position &&
      (englishVerbs.has(folded) ||
        after.some(({ term, isLight, isEveryday }) => term.position === index && (isLight || isEveryday))),
  );
  const head = after.findLast(({ term }) => term.position < verb);
  const isRun = language === 'en' && head !== undefined && verb - head.term.position === 1 && verb - position <= 4;
  const first = isRun ? head : after.find(({ isEveryday }) => !isEveryday);
  return first === undefined || first.isLight ? undefined : first;
}

const whoWords = new Set('who quien quienes qui quem'.split(' '));

/** Verbs that say little of what somebody does; what they do it with says more. */
const generalVerbs =
  /^(handl|mont|repond|respond|conte|represent|lead|led|head|run|manag|dirig|gestion|llev|encarg|charg|respons|occup|gere|s ocup|look|work|trabaj|travaill|mand|tien|tient)/;

/** The first telling word after "who", unless it is a name. */
export function predicateClue(
  clues: readonly Clue[],
  tokens: readonly Token[],
  commonConcepts: ReadonlySet<string>,
): Clue | undefined {
  const position = tokens.findIndex(({ folded }) => whoWords.has(folded));
  if (position < 0 || position > 2) return undefined;
  const first = clues.find(
    ({ term, isEveryday }) => term.position > position && !isEveryday && !generalVerbs.test(term.folded),
  );
  if (first === undefined || first.isLight || first.term.isName || first.term.isNumber) return undefined;
  return first.concept !== undefined && commonConcepts.has(first.concept) ? undefined : first;
}

const ofWords = new Set('of de del du des d da do das dos'.split(' '));
const articleWords = new Set('la le les el l the'.split(' '));

/** Pairs of a word and a name that only "of" stands between; both have to be known. */
export function relationsOf(
  clues: readonly Clue[],
  tokens: readonly Token[],
  commonConcepts: ReadonlySet<string>,
): (readonly [Clue, Clue])[] {
  return clues.flatMap((clue, index): (readonly [Clue, Clue])[] => {
    const name = clues[index + 1];
    if (name === undefined || clue.isLight || clue.term.isName || clue.term.isNumber || !name.term.isName) return [];
    if (clue.concept !== undefined && clue.concept === name.concept) return [];
    if (name.concept !== undefined && commonConcepts.has(name.concept)) return [];
    const between = tokens.slice(clue.term.position + 1, name.term.position).map(({ folded }) => folded);
    const isOf = between.every((word) => ofWords.has(word) || articleWords.has(word));
    return isOf && between.some((word) => ofWords.has(word)) ? [[clue, name]] : [];
  });
}

/** The names among the concepts of a question's terms of which it says two words or more. */
export function namedConceptsOf(
  concepts: readonly (string | undefined)[],
  { isNamed, commonConcepts }: Pick<QueryContext, 'isNamed' | 'commonConcepts'>,
): ReadonlySet<string> {
  const repeated = concepts
    .filter((concept, index) => concepts.indexOf(concept) !== index)
    .filter((concept) => concept !== undefined);
  return new Set(repeated.filter((concept) => isNamed(concept) && !commonConcepts.has(concept)));
}
