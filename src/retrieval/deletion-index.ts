/** Finds known words that share a string with another when at most one letter is left out of each. */
export interface DeletionIndex {
  /** The words of which the string is what remains when at most one letter is left out, in the order of the index. */
  readonly wordsUnder: (key: string) => readonly string[];
}

/** Numbers of words take the lower bits of an entry, the hash of the string the 32 above: 53 in all. */
const numbers = 2 ** 21;

/**
 * @param words at most two million. A map from strings to words would take twenty times the memory: here each is eight
 *   bytes, the hash of the string and the number of the word.
 */
export function createDeletionIndex(words: readonly string[]): DeletionIndex {
  const entries = new Float64Array(words.reduce((sum, word) => sum + word.length + 1, 0));
  let size = 0;
  for (const [number, word] of words.entries()) {
    for (const key of deletions(word)) {
      entries[size] = hash(key) * numbers + number;
      size += 1;
    }
  }
  const sorted = entries.subarray(0, size).toSorted();
  return {
    wordsUnder: (key) => {
      const found: string[] = [];
      const end = (hash(key) + 1) * numbers;
      for (let index = lowerBound(sorted, hash(key) * numbers); (sorted[index] ?? end) < end; index += 1) {
        const word = words[(sorted[index] ?? 0) % numbers];
        // Different strings may have one hash.
        if (word !== undefined && deletions(word).has(key)) found.push(word);
      }
      return found;
    },
  };
}

/** The word itself and what remains of it when one letter is left out. */
export function deletions(word: string): Set<string> {
  const keys = new Set([word]);
  for (let position = 0; position < word.length; position += 1) {
    keys.add(word.slice(0, position) + word.slice(position + 1));
  }
  return keys;
}

/** FNV-1a, over 16 bits at a time. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The position of the first entry that is not smaller. */
function lowerBound(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
