import type { Language } from '../language.ts';
import { languages } from '../language.ts';
import { isFunctionWord, questionLanguages, type QuestionLanguage } from './stop-words.ts';
import { tokenize } from './tokenize.ts';

export interface DetectedLanguage {
  readonly language: QuestionLanguage;
  /** Other languages that are so likely that they are worth a try too, the likeliest first. */
  readonly others: readonly QuestionLanguage[];
}

/** Spellings that one language has and the others hardly, on text in small letters with its diacritics. */
const spellings: readonly (readonly [QuestionLanguage, RegExp, number])[] = [
  ['es', /[¿¡ñ]/u, 2],
  ['es', /\p{L}ci[oó]n(?:es)?\b|\p{L}{3}dad(?:es)?\b/u, 1],
  ['fr', /[êîûœëù]|\b(?:l|d|qu|c|j|n|s|m)['’]\p{L}/u, 1],
  ['fr', /\p{L}eaux?\b|\p{L}{2}ières?\b|\p{L}{3}ée?s?\b|\p{L}{2}(?:euse|eur)s?\b/u, 0.5],
  ['ca', /(?<!\p{L})és(?!\p{L})/u, 2],
  ['pt', /[ãõ]|\p{L}ções\b|\p{L}ção\b|nh[oa]s?\b|lh[oa]s?\b/u, 2],
  ['ca', /l·l|\p{L}ció\b|\p{L}cions\b|\bd['’]a|\p{L}tges?\b|ny\p{L}?\b|[òï]/u, 1.2],
  ['en', /\b\p{L}+(?:ing|ship|ness|ght|tion)s?\b|\p{L}['’]s\b|\bwh\p{L}+|th\p{L}/u, 0.5],
];

/** A language that is ahead of another by this much leaves no doubt. */
const clearLead = 0.8;

const withDiacritics = ['es', 'fr', 'pt', 'ca'] as const;

/**
 * The language of a question, also of one without accents or of a few keywords.
 * @param locale decides, with little weight, where the words do not
 * @param frequencyOf in how many sections of the knowledge a folded word stands in a language
 */
export function detectLanguage(
  question: string,
  locale: Language | undefined,
  frequencyOf: (folded: string, language: Language) => number,
): DetectedLanguage {
  const scores = new Map<QuestionLanguage, number>(questionLanguages.map((language) => [language, 0]));
  const add = (language: QuestionLanguage, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  const content: string[] = [];
  for (const { folded, lower, isNumber, isName } of tokenize(question)) {
    if (isNumber) continue;
    const holders = questionLanguages.filter((language) => isFunctionWord(folded, language));
    for (const language of holders) add(language, 1.5 / holders.length);
    if (holders.length === 0 && !isName) {
      content.push(folded);
      // Names such as Montréal have their diacritics in English too; other words have none there.
      if (lower !== folded) for (const other of withDiacritics) add(other, 0.4);
    }
  }
  const small = question.normalize('NFC').toLowerCase();
  for (const [language, pattern, score] of spellings) if (pattern.test(small)) add(language, score);
  for (const word of content) {
    const frequencies = languages.map((language) => frequencyOf(word, language));
    const total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
    for (const [index, language] of languages.entries()) {
      if (total > 0) add(language, (0.8 * (frequencies[index] ?? 0)) / total);
    }
  }
  if (locale !== undefined) add(locale, 0.2);
  const [best, ...rest] = [...scores].toSorted((a, b) => b[1] - a[1]);
  const likely = rest.filter(([, score]) => (best?.[1] ?? 0) - score < clearLead).map(([language]) => language);
  if (best === undefined || best[1] === 0) return { language: locale ?? languages[0], others: likely };
  return { language: best[0], others: likely };
}

/** The language of ours that readers of a question's language understand best. */
export function nearestLanguage(language: QuestionLanguage): Language {
  return language === 'pt' || language === 'ca' ? 'es' : language;
}
