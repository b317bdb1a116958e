import type { Language } from '../../language.ts';

/** Says how many there are of something, with the number and the noun as the language writes them. */
export function counter(language: Language, one: string, other: string): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count) => `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}
