import { stem } from './stem.ts';
import { isFunctionWord, type QuestionLanguage } from './stop-words.ts';
import { tokenize, type Token } from './tokenize.ts';

/** A word or number that carries meaning, ready to be compared. */
export interface Term extends Token {
  readonly stem: string;
  /** How many words of the text stand before it, function words included: neighbours differ by one or two. */
  readonly position: number;
}

/** The terms of a text in its order, without function words. */
export function analyze(text: string, language: QuestionLanguage): Term[] {
  return toTerms(tokenize(text), language);
}

/** Like `analyze`, for a text that has been cut into tokens already. */
export function toTerms(tokens: readonly Token[], language: QuestionLanguage): Term[] {
  const terms: Term[] = [];
  for (const [position, token] of tokens.entries()) {
    if (!carriesMeaning(token, language)) continue;
    const { raw, folded, lower, isNumber, isName } = token;
    terms.push({ raw, folded, lower, isNumber, isName, stem: stemOf(token, language), position });
  }
  return terms;
}

/** The terms of a text in its order, each as its stem and as it is written, folded: all that an index asks about them. */
export interface IndexTerms {
  readonly stems: readonly string[];
  readonly folded: readonly string[];
}

/** What `analyze` finds, in the form for an index. */
export function indexTerms(text: string, language: QuestionLanguage): IndexTerms {
  const tokens = tokenize(text).filter((token) => carriesMeaning(token, language));
  return { stems: tokens.map((token) => stemOf(token, language)), folded: tokens.map(({ folded }) => folded) };
}

function carriesMeaning(token: Token, language: QuestionLanguage): boolean {
  return !(isFunctionWord(token.folded, language) || isArticle(token.folded)) || isAcronym(token);
}

function stemOf({ isNumber, folded, lower }: Token, language: QuestionLanguage): string {
  return isNumber ? folded : stem(lower, language);
}

/** `US`, `ES` or `UN` in capitals are names although `us`, `es` and `un` are function words. */
function isAcronym(token: Token): boolean {
  return token.raw.length > 1 && /^\p{Lu}{2,}$/u.test(token.raw);
}

// In mixed questions and in names, also those of the other languages.
const articles = new Set('of the and de la el los las del le les du des et y'.split(' '));

function isArticle(folded: string): boolean {
  return articles.has(folded);
}
