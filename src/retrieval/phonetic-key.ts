import { isFunctionWord, questionLanguages, wordsOf, type QuestionLanguage } from './stop-words.ts';

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/(?<!c)h/g, ''],
  [/ll/g, 'y'],
  [/(.)\1/g, '$1'],
  [/qu(?=[aeiou])|q|c(?![eihy])|ck/g, 'k'],
  [/[cz](?!h)|sc(?=[ei])/g, 's'],
  [/v/g, 'b'],
  [/m(?=[bp])/g, 'n'],
  [/g(?=[ei])/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
];

/**
 * How a folded word sounds, roughly, in Spanish, Catalan, Portuguese or French: those who write by ear mix up b and v,
 * s, c and z, ll and y, k and qu, and leave out the h ("hurbano", "nobiembre", "edision").
 */
export function phoneticKey(folded: string): string {
  return sounds.reduce((word, [spelling, sound]) => word.replace(spelling, sound), folded);
}

const functionKeys = new Map<QuestionLanguage, ReadonlySet<string>>(
  questionLanguages.map((language) => [language, new Set(wordsOf(language).map(phoneticKey))]),
);

/** Tells whether an unknown word sounds like a function word of its language: `asta`, `ay`, `ke`. */
export function soundsLikeFunctionWord(folded: string, language: QuestionLanguage): boolean {
  if (language === 'en' || isFunctionWord(folded, language)) return false;
  return folded.length > 1 && (functionKeys.get(language)?.has(phoneticKey(folded)) ?? false);
}
