/** One word or number of a text, in the order of the text. */
export interface Token {
  /** As written. */
  readonly raw: string;
  /** Lower case, without diacritics; numbers without separators of thousands and with a decimal point. */
  readonly folded: string;
  /** Lower case, with its diacritics, as a stemmer wants it. */
  readonly lower: string;
  readonly isNumber: boolean;
  /** Begins with a capital letter and does not begin a sentence, or is written in capitals: probably a name. */
  readonly isName: boolean;
}

/** Removes diacritics and case, so that `Métropolis` and `METROPOLIS` are the same; also ß, ø, ł, ı and their like. */
export function fold(text: string): string {
  // Most words have no diacritics, and folding every word of the knowledge takes time at every start.
  if (plainLetters.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ßøłıæœđþð]/g, (letter) => lettersWithoutDecomposition[letter] ?? letter);
}

const plainLetters = /^[\x20-\x7e]*$/;

const lettersWithoutDecomposition: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  þ: 'th',
  ð: 'd',
};

// A number keeps its separators (1,400 · 1.400 · 1 400 · 35.3 · 35,3); `e-mail` is one word.
const tokenPattern =
  /(?<!\d[ -])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d\p{L}]|[ -]\d)(?:[.,]\d{1,2}(?!\d))?|\d+[.,]\d+(?!\d|[.,]\d)|[eE]-(?=\p{L}{2})[\p{L}\p{M}\p{N}]+|[\p{L}\p{M}\p{N}]+/gu;
const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Cuts a text into words and numbers. Apostrophes and hyphens separate; scripts without spaces are cut by dictionary. */
export function tokenize(text: string): Token[] {
  const normalized = text.normalize('NFC');
  const tokens: Token[] = [];
  let end = 0;
  // Every letter and figure belongs to a match, so that each is found where the one before it ended or after it.
  for (const raw of normalized.match(tokenPattern) ?? []) {
    const start = normalized.indexOf(raw, end);
    const between = start === end + 1 ? normalized.charAt(end) : normalized.slice(end, start);
    end = start + raw.length;
    const { first, later, parts } = wordOf(raw);
    if (parts !== undefined) tokens.push(...parts.map((part) => wordOf(part).later));
    else tokens.push(tokens.length === 0 || (between !== ' ' && sentenceEnd.test(between)) ? first : later);
  }
  return tokens;
}

const sentenceEnd = /[.!?:;¿¡…\n«"“]/;

/** A word as it reads at the beginning of a sentence, and inside one, where a capital letter tells a name. */
interface Word {
  readonly first: Token;
  readonly later: Token;
  /** The words that it holds, where its script has no spaces. */
  readonly parts?: readonly string[];
}

// The same words come again and again; sharing them saves most of the time and memory that reading the knowledge takes.
const knownWords = new Map<string, Word>();
const knownLimit = 50_000;
const longestKept = 40;

function wordOf(written: string): Word {
  if (written.length > longestKept) return readWord(written);
  let word = knownWords.get(written);
  if (word === undefined) {
    word = readWord(written);
    if (knownWords.size >= knownLimit) knownWords.clear();
    knownWords.set(written, word);
  }
  return word;
}

function readWord(raw: string): Word {
  const number = /^\d/.test(raw) ? toNumber(raw) : undefined;
  if (number !== undefined) {
    const token: Token = { raw, folded: number, lower: number, isNumber: true, isName: false };
    return { first: token, later: token };
  }
  const word = raw.replaceAll('-', '');
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
  const first: Token = { raw, folded: fold(word), lower: word.toLowerCase(), isNumber: false, isName: isAcronym };
  const isCapital = /^\p{Lu}/u.test(word);
  const later = isCapital === isAcronym ? first : { ...first, isName: isCapital || isAcronym };
  return { first, later, ...(scriptWithoutSpaces.test(raw) && { parts: partsOf(raw) }) };
}

function partsOf(raw: string): string[] {
  return [...segmenter.segment(raw)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** `1,400`, `1.400` and `1 400` are 1400; `35,3` is 35.3; ordinals (`14th`, `14.º`, `6e`) are their number. */
function toNumber(raw: string): string | undefined {
  const ordinal = /^(\d+)(?:st|nd|rd|th|er|ere|re|e|eme|ème|o|a|º|ª|ro|do|to|mo|n|r)$/iu.exec(raw);
  if (ordinal?.[1] !== undefined) return ordinal[1];
  if (!/^\d[\d.,\u00a0\u202f ]*$/u.test(raw)) return undefined;
  return raw.replaceAll(/[ \u00a0\u202f.,](?=\d{3}(?!\d))/gu, '').replace(',', '.');
}
