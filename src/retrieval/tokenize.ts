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
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłıæœđþð]/g, (letter) => lettersWithoutDecomposition[letter] ?? letter);
}

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
  /\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d\p{L}]|[ -]\d)(?:[.,]\d{1,2}(?!\d))?|\d+[.,]\d+(?!\d|[.,]\d)|[eE]-(?=\p{L}{2})[\p{L}\p{M}\p{N}]+|[\p{L}\p{M}\p{N}]+/gu;
const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Cuts a text into words and numbers. Apostrophes and hyphens separate; scripts without spaces are cut by dictionary. */
export function tokenize(text: string): Token[] {
  const normalized = text.normalize('NFC');
  const tokens: Token[] = [];
  let end = 0;
  for (const match of normalized.matchAll(tokenPattern)) {
    const raw = match[0];
    const startsSentence = tokens.length === 0 || /[.!?:;¿¡…\n«"“]/.test(normalized.slice(end, match.index));
    end = match.index + raw.length;
    if (scriptWithoutSpaces.test(raw)) {
      for (const { segment, isWordLike } of segmenter.segment(raw)) {
        if (isWordLike) tokens.push(toToken(segment, false));
      }
    } else {
      tokens.push(toToken(raw, startsSentence));
    }
  }
  return tokens;
}

function toToken(raw: string, startsSentence: boolean): Token {
  const number = toNumber(raw);
  if (number !== undefined) return { raw, folded: number, lower: number, isNumber: true, isName: false };
  const word = raw.replaceAll('-', '');
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
  return {
    raw,
    folded: fold(word),
    lower: word.toLowerCase(),
    isNumber: false,
    isName: isAcronym || (!startsSentence && /^\p{Lu}/u.test(word)),
  };
}

/** `1,400`, `1.400` and `1 400` are 1400; `35,3` is 35.3; ordinals (`14th`, `14.º`, `6e`) are their number. */
function toNumber(raw: string): string | undefined {
  const ordinal = /^(\d+)(?:st|nd|rd|th|er|ere|re|e|eme|ème|o|a|º|ª|ro|do|to|mo|n|r)$/iu.exec(raw);
  if (ordinal?.[1] !== undefined) return ordinal[1];
  if (!/^\d[\d.,\u00a0\u202f ]*$/u.test(raw)) return undefined;
  return raw.replaceAll(/[ \u00a0\u202f.,](?=\d{3}(?!\d))/gu, '').replace(',', '.');
}
