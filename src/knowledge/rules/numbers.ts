import type { Language } from '../../language.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../section.ts';
import { proseOf } from './prose.ts';
import type { SectionTwins } from './twins.ts';

const number =
  /(?<![\p{L}\d])(?:\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)(?<scale>k\b|[\u00a0\u202f ](?:mil[\u00a0\u202f ]millones|\p{L}+))?/gu;

const scales: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  es: { mil: 1e3, millón: 1e6, millones: 1e6, 'mil millones': 1e9, billón: 1e12, billones: 1e12 },
  fr: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9, billion: 1e12, billions: 1e12 },
};

/**
 * The figures of a text by their value, whichever way the language writes them: 1,400 · 1.400 · 1 400, 35.3 · 35,3,
 * 14th · 14.º · 14e, 11 trillion · 11 billones · 11 000 milliards, 21st century · siglo XXI.
 */
export function figuresIn(text: string, language: Language): number[] {
  return [...withCenturies(text, language).matchAll(number)].map((match) => {
    const word = match.groups?.['scale'] ?? '';
    const digits = match[0].slice(0, match[0].length - word.length);
    const scale = word === 'k' ? 1e3 : (scales[language][word.trim().replaceAll(/\s/g, ' ').toLowerCase()] ?? 1);
    return Number((toValue(digits, scale > 1e3 ? decimalSigns[language] : undefined) * scale).toPrecision(12));
  });
}

/** Figures that one version of a section has and the others do not. */
export function checkNumbers(versions: SectionTwins): Problem[] {
  const counted = versions.map((version) => ({
    ...version,
    counts: countFigures(figuresIn(proseOf(version.section), version.language)),
  }));
  const figures = new Set(counted.flatMap(({ counts }) => [...counts.keys()]));
  const reference =
    counted.find(({ counts }) => counted.some((other) => other.counts !== counts && isEqual(counts, other.counts))) ??
    counted[0];
  if (reference === undefined) return [];
  return counted.flatMap(({ path, section, counts }) => {
    const differing = [...figures]
      .filter((figure) => differs(figure, counts, reference.counts))
      .toSorted((a, b) => a - b);
    if (differing.length === 0) return [];
    const list = differing
      .map((figure) => `${figure} (${times(counts.get(figure))} here, ${times(reference.counts.get(figure))} there)`)
      .join(', ');
    const message = `The figures of {#${section.anchor}} differ from those in ${reference.path}: ${list}; correct the version that is wrong`;
    return [problem({ path, line: section.line }, 'twin-numbers', message)];
  });
}

type Counts = ReadonlyMap<number, number>;

function differs(figure: number, a: Counts, b: Counts): boolean {
  const [here, there] = [a.get(figure) ?? 0, b.get(figure) ?? 0];
  // A year may be said once for two sentences in one language and twice in another.
  const isYear = Number.isInteger(figure) && figure >= 1900 && figure < 2100;
  return isYear ? here > 0 !== there > 0 : here !== there;
}

function isEqual(a: Counts, b: Counts): boolean {
  return [...a.keys(), ...b.keys()].every((figure) => !differs(figure, a, b));
}

function countFigures(figures: readonly number[]): Counts {
  const counts = new Map<number, number>();
  for (const figure of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

function times(count = 0): string {
  return `${count}×`;
}

const decimalSigns: Readonly<Record<Language, '.' | ','>> = { en: '.', es: ',', fr: ',' };

/** Three digits after a sign are thousands in any language, except after a zero or, as `decimalSign` says, before `million`. */
function toValue(digits: string, decimalSign?: '.' | ','): number {
  const sign = /^0[.,]/.exec(digits)?.[0].slice(1) ?? decimalSign;
  const plain = digits.replaceAll(/[.,\u00a0\u202f ](?=\d{3}(?!\d))/g, (separator) =>
    separator === sign ? separator : '',
  );
  return Number(plain.replace(',', '.'));
}

const centuries: Partial<Record<Language, RegExp>> = {
  es: /(?<=\bsiglos?[\s\u00a0](?:[IVX]+ y )?)[IVX]+\b/gu,
  fr: /\b[IVX]+(?=er?[\s\u00a0]siècle)/gu,
};

function withCenturies(text: string, language: Language): string {
  const century = centuries[language];
  return century === undefined ? text : text.replaceAll(century, (roman) => String(fromRoman(roman)));
}

function fromRoman(roman: string): number {
  const values = Array.from(roman, (letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return values.reduce((sum, value, position) => sum + (value < (values[position + 1] ?? 0) ? -value : value), 0);
}
