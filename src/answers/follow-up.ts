import { analyze } from '../retrieval/analyze.ts';
import { yearsIn } from '../retrieval/evidence.ts';
import { fold, tokenize, type Token } from '../retrieval/tokenize.ts';
import type { QuestionLanguage } from '../retrieval/stop-words.ts';

/** Words with which people go on from what was just said, folded. */
const openings =
  /^(and|or|but|what about|how about|also|y(?! a\b| avait\b| aura\b| avaient\b)|e|pero|tambien|et|mais|aussi|tambe|ademas|and what about|y que hay de|et pour|que tal)\b/;
/** In other languages this is "I", or no word. */
const catalanOpening = /^i\b/;
const pointers =
  /\b(it|then|they|them|that one|this one|he|she|alli|ahi|entonces|ello|ese|esa|esos|esas|la misma|el mismo|celui ci|celle ci|celui la|celle la|cela|ca|hi(?! ha\b| havia\b)|ell|ella|ele|ela)\b/;
/** "Are there", "there will be" point at nothing. */
const placePointer =
  /(?<!\b(?:is|are|was|were|been|be|has|have|had|will) )\bthere\b(?! (?:is|are|was|were|be|has|have|had|will)\b)/;
/** These point back, unless what they stand for is named in the question: "Avantia … its goal", "Metropolis a-t-elle". */
const boundPointers = /\b(its|their|his|her|(?<!\by (?:a t|avait|aura t) )il|elle|ils|elles)\b/;
const nounBeforePronoun = /\b(le|la|les|l|ce|cet|cette)\b.*\b(il|elle|ils|elles)\b/;

const questionWords =
  /\b(who|whom|whose|what|which|when|where|why|how|quien|quienes|que|cual|cuales|cuando|donde|como|cuant[oa]s?|qui|quoi|quel|quels|quelle|quelles|quand|ou|comment|combien|pourquoi|quem|quando|onde|quant[oae]?s?|quines?|quins?|qual|quais|quan|com)\b/;

/** A question with no more terms than this is short enough to lean on the one before. */
const shortQuestion = 3;

/** Tells whether a question reads as if it went on from another one ("and how many countries?", «¿y en 2025?»). */
export function leansOnPrevious(question: string, language: QuestionLanguage): boolean {
  const tokens = tokenize(question);
  const folded = tokens.map((token) => token.folded).join(' ');
  const terms = analyze(question, language).length;
  if (terms > shortQuestion) return false;
  if (openings.test(folded) || (language === 'ca' && catalanOpening.test(folded))) return true;
  if (terms === 0) return false;
  if (pointers.test(folded) || placePointer.test(folded)) return true;
  return boundPointers.test(folded) && !nounBeforePronoun.test(folded) && !tokens.some(({ isName }) => isName);
}

/** Tells whether a question that goes on from another one asks nothing by itself ("and in Seoul?", « et à Bruxelles ? »). */
export function isFragment(question: string): boolean {
  const folded = tokenize(question)
    .map((token) => token.folded)
    .join(' ');
  return openings.test(folded) && !questionWords.test(folded.replace(openings, ''));
}

/**
 * The question before and the new one as one question, in the ways in which it may be meant, the most probable first.
 * Where the new one names a year, the year replaces the old one; in a fragment, so does a name ("and in Seoul?"). The
 * words that ask ("how many") are the new one's, since they come first.
 */
export function joinQuestions(previous: string, question: string): readonly [string, ...string[]] {
  const years = yearsIn(question);
  const kept = years.size === 0 ? previous : previous.replaceAll(/\b(?:1[89]|20)\d{2}\b/g, '');
  const tokens = tokenize(question);
  const said = new Set(tokens.map(({ folded }) => folded));
  const rest = tokenize(kept).filter(({ raw }) => !said.has(fold(raw)));
  const join = (others: readonly Token[]) =>
    `${question.replaceAll(/[?¿]/g, ' ').trim()}. ${others.map(({ raw }) => raw).join(' ')}`;
  const whole = join(rest);
  if (!isFragment(question) || !tokens.some(isProperName)) return [whole];
  return [join(rest.filter((token) => !isProperName(token))), whole];
}

/** A name such as Seoul; what is written in capitals (CLEARING HOUSE, OECD) is rather the subject that is talked about. */
function isProperName({ isName, raw }: Token): boolean {
  return isName && raw !== raw.toUpperCase();
}
