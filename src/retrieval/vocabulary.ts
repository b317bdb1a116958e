import { editDistance } from '../edit-distance.ts';
import { phoneticKey } from './phonetic-key.ts';

/** Inverse document frequency as in BM25: `ln(1 + (N − n + 0.5) / (n + 0.5))` for `n` of `N` documents. */
export function inverseFrequency(n: number, size: number): number {
  return Math.log(1 + (size - n + 0.5) / (n + 0.5));
}

/** The words of a corpus in one language: how telling each is, and which of them resemble a word that is not there. */
export interface Vocabulary {
  /** Inverse document frequency; unknown words have the highest. */
  readonly idf: (stem: string) => number;
  /** The frequency from which down a word may well be one of another language, in a quoted name. */
  readonly rareIdf: number;
  readonly has: (stem: string) => boolean;
  /** In how many sections a word stands in any of its forms. */
  readonly frequencyOf: (folded: string) => number;
  /** The stem that a word written without accents has in the corpus, if the corpus holds the word. */
  readonly stemOfFolded: (folded: string) => string | undefined;
  /** Stems of up to three known words that a misspelt one may stand for, nearest first. */
  readonly corrections: (folded: string) => readonly string[];
  /** Known stems that share many letters in a row with a stem, and how many (0 to 1). */
  readonly similar: (stem: string) => ReadonlyMap<string, number>;
}

const rareFrequency = 3;

/** Shorter words sound like too many others. */
const leastToSound = 5;

/** The smallest share of common 4-grams at which two words count as related, such as `attend` and `attendance`. */
const leastSimilarity = 0.34;

/**
 * @param documents for each section, its terms as pairs of stem and folded surface form
 */
export function createVocabulary(documents: Iterable<Iterable<{ stem: string; folded: string }>>): Vocabulary {
  const frequency = new Map<string, number>();
  const stems = new Map<string, string>();
  let size = 0;
  for (const terms of documents) {
    size += 1;
    const seen = new Set<string>();
    for (const { stem, folded } of terms) {
      if (!stems.has(folded)) stems.set(folded, stem);
      if (seen.has(stem)) continue;
      seen.add(stem);
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    }
  }
  const grams = indexGrams(frequency.keys());
  // Most questions hold no misspelt word, and this index is the largest of all: it is built when it is first needed.
  let byLetters: ReadonlyMap<string, readonly string[]> | undefined;
  let bySound: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    idf: (stem) => inverseFrequency(frequency.get(stem) ?? 0, size),
    rareIdf: inverseFrequency(rareFrequency, size),
    has: (stem) => frequency.has(stem),
    frequencyOf: (folded) => frequency.get(stems.get(folded) ?? '') ?? 0,
    stemOfFolded: (folded) => stems.get(folded),
    corrections: (folded) => {
      byLetters ??= indexDeletions(stems.keys());
      bySound ??= indexSounds(stems.keys());
      const frequencyOf = (word: string) => frequency.get(stems.get(word) ?? '') ?? 0;
      const alike = folded.length < leastToSound ? [] : (bySound.get(phoneticKey(folded)) ?? []);
      const nearest = alike.length > 0 ? alike.slice(0, 3) : nearestWords(folded, byLetters, frequencyOf);
      return [...new Set(nearest.map((word) => stems.get(word) ?? word))];
    },
    similar: (stem) => similarStems(stem, grams),
  };
}

function gramsOf(word: string): string[] {
  const padded = `^${word}`;
  const grams: string[] = [];
  for (let start = 0; start + 4 <= padded.length; start += 1) grams.push(padded.slice(start, start + 4));
  return grams.length === 0 ? [padded] : grams;
}

function indexGrams(stems: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const stem of stems) {
    if (stem.length < 4 || /\d/.test(stem)) continue;
    for (const gram of gramsOf(stem)) append(index, gram, stem);
  }
  return index;
}

function append(index: Map<string, string[]>, key: string, value: string): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}

function similarStems(stem: string, index: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const similar = new Map<string, number>();
  if (stem.length < 4 || /\d/.test(stem)) return similar;
  const grams = gramsOf(stem);
  const common = new Map<string, number>();
  for (const gram of grams) {
    for (const other of index.get(gram) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
  }
  for (const [other, count] of common) {
    const share = (2 * count) / (grams.length + Math.max(1, other.length - 2));
    if (share >= leastSimilarity && other !== stem) similar.set(other, Math.min(1, share));
  }
  return similar;
}

/** Words of at least four letters, under each of the strings that remain when one letter is left out. */
function indexDeletions(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4 || /\d/.test(word)) continue;
    for (const key of deletions(word)) append(index, key, word);
  }
  return index;
}

/** Words under how they sound. */
function indexSounds(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) if (word.length >= leastToSound && !/\d/.test(word)) append(index, phoneticKey(word), word);
  return index;
}

function deletions(word: string): Set<string> {
  const keys = new Set([word]);
  for (let position = 0; position < word.length; position += 1) {
    keys.add(word.slice(0, position) + word.slice(position + 1));
  }
  return keys;
}

/**
 * Words within one edit (two from eight letters on), transposition of neighbours being one. Two words that differ by
 * one edit share a string with one letter left out; for two edits, the strings with two left out are compared.
 */
function nearestWords(
  word: string,
  index: ReadonlyMap<string, readonly string[]>,
  frequencyOf: (word: string) => number,
): string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const allowed = word.length >= 8 ? 2 : 1;
  const once = deletions(word);
  const keys = allowed === 1 ? once : new Set([...once, ...[...once].flatMap((key) => [...deletions(key)])]);
  const distances = new Map<string, number>();
  for (const key of keys) {
    for (const candidate of index.get(key) ?? []) {
      if (distances.has(candidate)) continue;
      const distance = editDistance(word, candidate);
      if (distance <= allowed && (distance < 2 || candidate.length >= 7) && !isChance(word, candidate)) {
        distances.set(candidate, distance);
      }
    }
  }
  const nearest = Math.min(...distances.values());
  return [...distances]
    .filter(([, distance]) => distance === nearest)
    .map(([candidate]) => candidate)
    .toSorted((a, b) => Number(b[0] === word[0]) - Number(a[0] === word[0]) || frequencyOf(b) - frequencyOf(a))
    .slice(0, 3);
}

/** Words of four letters that differ in one letter or at the beginning are mostly other words: `Lima` is no `clima`. */
function isChance(word: string, candidate: string): boolean {
  if (word.length > 4) return false;
  const hasSameLetters = Array.from(word).toSorted().join('') === Array.from(candidate).toSorted().join('');
  return word[0] !== candidate[0] || (word.length === candidate.length && !hasSameLetters);
}
