import { analyze } from '../retrieval/analyze.ts';
import { yearsIn } from '../retrieval/evidence.ts';
import { fold, tokenize } from '../retrieval/tokenize.ts';
import type { QuestionLanguage } from '../retrieval/stop-words.ts';

/** Words with which people go on from what was just said, folded. */
const openings =
  /^(and|or|but|what about|how about|also|y|e|pero|tambien|et|mais|aussi|i|tambe|ademas|and what about|y que hay de|et pour|que tal)\b/;
const pointers =
  /\b(it|its|there|then|they|them|their|that one|this one|he|she|his|her|alli|ahi|entonces|ello|ese|esa|esos|esas|la misma|el mismo|celui ci|celle ci|celui la|celle la|il|elle|ils|elles|y a t il|cela|ca|hi|ell|ella|ele|ela)\b/;

/** A question with no more terms than this is short enough to lean on the one before. */
const shortQuestion = 3;

/** Tells whether a question reads as if it went on from another one ("and how many countries?", «¿y en 2025?»). */
export function leansOnPrevious(question: string, language: QuestionLanguage): boolean {
  const folded = tokenize(question)
    .map((token) => token.folded)
    .join(' ');
  const terms = analyze(question, language).length;
  return terms <= shortQuestion && (openings.test(folded) || (terms > 0 && pointers.test(folded)));
}

/**
 * The question before and the new one as one question: where the new one names a year, the year replaces the old one;
 * the words that ask ("how many") are the new one's, since they come first.
 */
export function joinQuestions(previous: string, question: string): string {
  const years = yearsIn(question);
  const kept = years.size === 0 ? previous : previous.replaceAll(/\b(?:1[89]|20)\d{2}\b/g, '');
  const said = new Set(tokenize(question).map(({ folded }) => folded));
  const rest = tokenize(kept)
    .filter(({ raw }) => !said.has(fold(raw)))
    .map(({ raw }) => raw)
    .join(' ');
  return `${question.replaceAll(/[?¿]/g, ' ').trim()} ${rest}`;
}
