import type { QuestionLanguage } from './stop-words.ts';

const questionWords =
  /\b(?:who|whose|whom|what|which|when|where|why|how|quien(?:es)?|que|cual(?:es)?|cuando|a?donde|cuant[oa]s?|como|qui|quoi|quel(?:le)?s?|lequel|laquelle|quand|combien|comment|pourquoi|quem|qua(?:l|is)|onde|quant[oa]?s?|quantes|quins?|quin[ae]s?|com|per que|whats|whos)\b/;

/** Question words of one language that mean something else in others. */
const ownQuestionWords: Readonly<Partial<Record<QuestionLanguage, RegExp>>> = {
  fr: /\bou\b/,
  ca: /\b(?:on|quan)\b/,
};

/** "Is it held online or face to face?" names more than the answer says. */
const alternatives: Readonly<Record<QuestionLanguage, RegExp>> = {
  en: /\bor\b/,
  es: /\b[ou]\b/,
  fr: /\bou\b/,
  pt: /\bou\b/,
  ca: /\bo\b/,
};

const englishBeginning =
  /^[^\p{L}]*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might) /u;

/** "Est-ce que" holds a word that otherwise asks for something. */
const frenchWhether = /^[^\p{L}]*est ?-? ?ce qu[e’' ]/u;

/** Tells whether a folded question asks only if something is so: "Does it have an office in Lyon?" */
export function asksWhether(folded: string, language: QuestionLanguage): boolean {
  const line = folded.replace(frenchWhether, '');
  if (questionWords.test(line) || (ownQuestionWords[language]?.test(line) ?? false)) return false;
  if (alternatives[language].test(line)) return false;
  return /\?\s*$/.test(folded) || (language === 'en' && englishBeginning.test(folded)) || line !== folded;
}
