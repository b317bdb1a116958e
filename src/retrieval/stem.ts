import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { fold } from './tokenize.ts';
import type { QuestionLanguage } from './stop-words.ts';

// No kept stemmer of Catalan is small; the Spanish one removes the endings that the two languages share.
const snowball: Readonly<Record<QuestionLanguage, (word: string) => string>> = {
  en: english,
  es: spanishTwice,
  fr: french,
  pt: portuguese,
  ca: spanishTwice,
};

/** Words that a stemmer would make one with others of another meaning: interns and international, nine and new. */
const kept: Readonly<Record<QuestionLanguage, ReadonlyMap<string, string>>> = {
  en: keptAs({ interns: 'intern interns internship internships', organs: 'organ organs' }),
  es: keptAs({ nueve: 'nueve', casa: 'casa casas' }),
  fr: new Map(),
  pt: keptAs({ nove: 'nove', casa: 'casa casas' }),
  ca: keptAs({ nou: 'nou nova nous noves', casa: 'casa cases' }),
};

const cacheLimit = 20_000;
const caches = new Map<QuestionLanguage, Map<string, string>>();

/** The snowball stem of a lower-case word, then without diacritics; numbers and one-letter words stay as they are. */
export function stem(lower: string, language: QuestionLanguage): string {
  let cache = caches.get(language);
  if (cache === undefined) caches.set(language, (cache = new Map()));
  const known = cache.get(lower);
  if (known !== undefined) return known;
  const result =
    kept[language].get(lower) ?? (/^\P{N}{2,}$/u.test(lower) ? fold(snowball[language](lower)) : fold(lower));
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(lower, result);
  return result;
}

/** The Spanish stemmer takes `ciudades` to `ciudad` and only that to `ciud`. */
function spanishTwice(word: string): string {
  return spanish(spanish(word));
}

function keptAs(forms: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(forms).flatMap(([stemmed, words]) => words.split(' ').map((word) => [word, stemmed] as const)),
  );
}
