import { toTerms, type Term } from './analyze.ts';
import { soundsLikeFunctionWord } from './phonetic-key.ts';
import { isMisspeltQuestionWord } from './question-type.ts';
import { isFunctionWord, questionLanguages, type QuestionLanguage } from './stop-words.ts';
import type { Token } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** "How big", "how long": the word after "how" asks and is not looked for. */
const measures = new Set(['big', 'large', 'long', 'old', 'far', 'often', 'high', 'great']);

/** A plain word of so few letters of which nothing is known is a slip or a particle. */
const shortest = 2;

/**
 * The terms of a question, without words that ask or only hold it together: also misspelt ones, and those of another
 * language in a question that mixes two.
 */
export function questionTerms(tokens: readonly Token[], language: QuestionLanguage, vocabulary: Vocabulary): Term[] {
  const isKnown = (folded: string) => vocabulary.stemOfFolded(folded) !== undefined;
  return toTerms(tokens, language)
    .filter(({ folded, position }) => !(tokens[position - 1]?.folded === 'how' && measures.has(folded)))
    .filter((term) => term.isName || term.isNumber || isKnown(term.folded) || !isParticle(term.folded, language))
    .map((term) => withStemOfCorpus(term, vocabulary));
}

function isParticle(folded: string, language: QuestionLanguage): boolean {
  return (
    folded.length <= shortest ||
    isMisspeltQuestionWord(folded) ||
    soundsLikeFunctionWord(folded, language) ||
    foreignTo(language).some((other) => isFunctionWord(folded, other))
  );
}

/** Languages whose function words may stand in a question; Portuguese and Catalan resemble the others too much. */
function foreignTo(language: QuestionLanguage): readonly QuestionLanguage[] {
  return language === 'pt' || language === 'ca' ? ['en'] : questionLanguages;
}

/** People leave accents out, which changes a stem: take the stem that the word has in the corpus. */
function withStemOfCorpus(term: Term, vocabulary: Vocabulary): Term {
  if (term.isNumber || vocabulary.has(term.stem)) return term;
  const stem = vocabulary.stemOfFolded(term.folded);
  return stem === undefined ? term : { ...term, stem };
}
