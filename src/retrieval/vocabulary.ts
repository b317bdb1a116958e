import { editDistance } from '../edit-distance.ts';
import type { IndexTerms } from './analyze.ts';
import { createDeletionIndex, deletions, type DeletionIndex } from './deletion-index.ts';
import { keepingRecent } from './keeping-recent.ts';
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

/** For the words of a few questions, which come again in follow-ups and other languages. */
const keptSimilar = 100;

/** Shorter words sound like too many others. */
const leastToSound = 5;

/** The smallest share of common 4-grams at which two words count as related, such as `attend` and `attendance`. */
const leastSimilarity = 0.34;

/** Takes the sections of a corpus one after the other, so that none has to be kept. */
export interface VocabularyBuilder {
  /** Counts the terms of one section, which may stand in several lists. */
  readonly add: (lists: readonly IndexTerms[]) => void;
  /** What was counted so far. */
  readonly build: () => Vocabulary;
}

export function createVocabularyBuilder(): VocabularyBuilder {
  const frequency = new Map<string, number>();
  const lastSeen = new Map<string, number>();
  const stems = new Map<string, string>();
  let size = 0;
  return {
    add: (lists) => {
      size += 1;
      for (const list of lists) {
        for (const [index, stem] of list.stems.entries()) {
          const folded = list.folded[index] ?? stem;
          if (!stems.has(folded)) stems.set(folded, stem);
          if (lastSeen.get(stem) === size) continue;
          lastSeen.set(stem, size);
          frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
        }
      }
    },
    build: () => toVocabulary(frequency, stems, size),
  };
}

/**
 * @param frequency in how many sections each stem stands
 * @param stems the stem of each folded word
 * @param size how many sections there are
 */
function toVocabulary(
  frequency: ReadonlyMap<string, number>,
  stems: ReadonlyMap<string, string>,
  size: number,
): Vocabulary {
  // Each of these is built when it is first needed: a program that starts needs none, and most questions hold no misspelt
  // word.
  const recentSimilar = keepingRecent<ReadonlyMap<string, number>>(keptSimilar);
  let grams: GramIndex | undefined;
  let byLetters: DeletionIndex | undefined;
  let bySound: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    idf: (stem) => inverseFrequency(frequency.get(stem) ?? 0, size),
    rareIdf: inverseFrequency(rareFrequency, size),
    has: (stem) => frequency.has(stem),
    frequencyOf: (folded) => frequency.get(stems.get(folded) ?? '') ?? 0,
    stemOfFolded: (folded) => stems.get(folded),
    corrections: (folded) => {
      byLetters ??= createDeletionIndex(wordsToCorrect(stems.keys()));
      bySound ??= indexSounds(stems.keys());
      const frequencyOf = (word: string) => frequency.get(stems.get(word) ?? '') ?? 0;
      const alike = folded.length < leastToSound ? [] : (bySound.get(phoneticKey(folded)) ?? []);
      const nearest = alike.length > 0 ? alike.slice(0, 3) : nearestWords(folded, byLetters, frequencyOf);
      return [...new Set(nearest.map((word) => stems.get(word) ?? word))];
    },
    similar: (stem) => recentSimilar(stem, () => similarStems(stem, (grams ??= indexGrams(frequency.keys())))),
  };
}

function gramsOf(word: string): string[] {
  const padded = `^${word}`;
  const grams: string[] = [];
  for (let start = 0; start + 4 <= padded.length; start += 1) grams.push(padded.slice(start, start + 4));
  return grams.length === 0 ? [padded] : grams;
}

type GramIndex = ReadonlyMap<string, readonly string[]>;

function indexGrams(stems: Iterable<string>): GramIndex {
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

function similarStems(stem: string, index: GramIndex): ReadonlyMap<string, number> {
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

/** Words of at least four letters. */
function wordsToCorrect(words: Iterable<string>): string[] {
  return [...words].filter((word) => word.length >= 4 && !/\d/.test(word));
}

/** Words under how they sound. */
function indexSounds(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) if (word.length >= leastToSound && !/\d/.test(word)) append(index, phoneticKey(word), word);
  return index;
}

/**
 * Words within one edit (two from eight letters on), transposition of neighbours being one. Two words that differ by
 * one edit share a string with one letter left out; for two edits, the strings with two left out are compared.
 */
function nearestWords(word: string, index: DeletionIndex, frequencyOf: (word: string) => number): string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const allowed = word.length >= 8 ? 2 : 1;
  const once = deletions(word);
  const keys = allowed === 1 ? once : new Set([...once, ...[...once].flatMap((key) => [...deletions(key)])]);
  const distances = new Map<string, number>();
  for (const key of keys) {
    for (const candidate of index.wordsUnder(key)) {
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
