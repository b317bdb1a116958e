/** The languages in which the assistant answers; the first is the one it falls back to. */
export const languages = ['en', 'es', 'fr'] as const;

export type Language = (typeof languages)[number];

/** Tells whether a value, such as an option typed by a person, names a language in which the assistant answers. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
