import type { Language } from '../language.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

const dayFirst = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-])/g;
const yearFirst = /(?<![\d.,/-])((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?![\d/-])/g;

/**
 * Writes dates in figures (20.02.2025, 7/10/2023, 2023-10-07) with the name of the month, as texts do. The day stands
 * first, as members write it, unless only the second figure can be the day.
 */
export function withMonths(text: string, language: Language): string {
  const written = (all: string, day: number, month: number, year: string): string => {
    const name = months[language][month - 1];
    return name === undefined || day < 1 || day > 31 ? all : `${day} ${name} ${year}`;
  };
  return text
    .replaceAll(dayFirst, (all, first: string, _sign: string, second: string, year: string) =>
      Number(second) > 12
        ? written(all, Number(second), Number(first), year)
        : written(all, Number(first), Number(second), year),
    )
    .replaceAll(yearFirst, (all, year: string, month: string, day: string) =>
      written(all, Number(day), Number(month), year),
    );
}
