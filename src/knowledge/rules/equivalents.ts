import { languages } from '../../language.ts';

// Continents and the parts of them that members speak of, as numbered by the United Nations.
const worldRegions = ['001', '002', '003', '005', '009', '013', '019', '021', '029', '142', '145', '150', '154', '419'];

/** Words that every language has its own form of, with these forms: countries, parts of the world, months, weekdays. */
export function equivalentWords(): string[][] {
  return [...regionNames(), ...dateNames()];
}

function regionNames(): string[][] {
  const names = languages.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  return [...countryCodes(), ...worldRegions]
    .map((code) => names.flatMap((inLanguage) => inLanguage.of(code) ?? []))
    .filter((forms) => forms.length > 0);
}

function countryCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, position) => String.fromCharCode(65 + position));
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function dateNames(): string[][] {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1));
  const weekdays = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, day + 1));
  return [...inEveryLanguage({ month: 'long' }, months), ...inEveryLanguage({ weekday: 'long' }, weekdays)];
}

function inEveryLanguage(part: Intl.DateTimeFormatOptions, dates: readonly number[]): string[][] {
  const formats = languages.map((language) => new Intl.DateTimeFormat(language, { ...part, timeZone: 'UTC' }));
  return dates.map((date) => formats.map((format) => format.format(date)));
}
