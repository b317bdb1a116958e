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

const howIsItDone =
  /\b(?:how (?:do(?:es)?|can|could|should|would|may) (?:i|we|you|one|(?:my|our|a) (?:city|town hall|town|municipality|region|country|government|organi[sz]ation))|how to|como (?:puede|podria) (?:mi|nuestra|una?) (?:ciudad|municipio|region|pais|gobierno|organizacion)|comment (?:ma|notre|une?) (?:ville|commune|municipalite|region|pays|gouvernement|organisation) (?:peut|pourrait)[- ]elle|como (?:(?:me|nos|se) )?(?:puedo|podemos|se puede|puede uno|debo|hay que|hago para|posso|podemos|puc|podem)(?: (?:me|nos))?|como (?:(?:me|nos) )?(?=\p{L}+o\b)|comment (?:puis[- ]je|pouvons[- ]nous|peut[- ]on|dois[- ]je|faut[- ]il|faire pour)(?: (?:me|nous|m|s))?|comment (?=\p{L}+(?:er|ir|re)\b)) ?/u;

/** What somebody wants to do who asks how: "pay" in "How do I pay the fee?". */
export function howClue(clues: readonly Clue[], folded: string): Clue | undefined {
  const [how] = howIsItDone.exec(folded) ?? [];
  if (how === undefined) return undefined;
  const [verb] =
    folded
      .slice(folded.indexOf(how) + how.length)
      .match(/^[^\p{L}]*(?:s’|s')?(\p{L}+)/u)
      ?.slice(1) ?? [];
  return clues.find(({ term }) => term.folded === verb && !term.isName);
}
