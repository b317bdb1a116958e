import type { Language } from '../language.ts';

/** Start and end of a sentence, in characters of its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenters: Readonly<Record<Language, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  es: new Intl.Segmenter('es', { granularity: 'sentence' }),
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
};

// What stands before a name or before the rest of an abbreviation never ends a sentence.
const beforeName =
  /(?:^|[\s\u00a0\u202f(«“"'’])(?:Sr|Sra|Srta|Sres|Dr|Dra|D|Dña|Prof|Profa|Ing|Lic|Arq|Mr|Mrs|Ms|Mx|St|Ste|Sto|Sta|Mgr|MM|Hon|Gov|Av|Avda|Bd|cf|vs|e\.g|i\.e|p\.[\s\u00a0\u202f]?(?:ej|ex)|EE|\p{Lu})\.[\s\u00a0\u202f]*$/u;
// These stand before a number, or end a sentence.
const beforeNumber =
  /(?:^|[\s\u00a0\u202f(«“"'’])(?:no|nos|núm|núms|art|arts|p|pp|pág|págs|vol|fig|cap|chap|c|ca|approx|aprox|env|tel|tél|ext|apdo|máx|mín|max|min)\.[\s\u00a0\u202f]*$/iu;

/**
 * Cuts a text into sentences, without the space around them. A point after an abbreviation (`Dr.`, `p. ej.`, `EE. UU.`,
 * `no. 5`) or an initial ends no sentence.
 */
export function splitSentences(text: string, language: Language): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenters[language].segment(text)) {
    const end = index + segment.length;
    const current = text.slice(start, end);
    if (end < text.length && continues(current, text.slice(end, end + 8))) continue;
    const span = trim(text, start, end);
    const last = spans.at(-1);
    // A stray mark, such as a closing bracket, belongs to what stands before it.
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(current))
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else if (span.start < span.end) spans.push(span);
    start = end;
  }
  return spans;
}

function continues(before: string, after: string): boolean {
  if (beforeName.test(before)) return true;
  return /^[\d≈~]/.test(after) && beforeNumber.test(before);
}

function trim(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}
