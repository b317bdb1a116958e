import { integer, pick, type Random } from './random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The question with one slip of the fingers in one of its words of at least four letters: a letter left out, added,
 * replaced or swapped with the next. Unchanged when it has no such word.
 */
export function withTypo(question: string, random: Random): string {
  const words = [...question.matchAll(/\p{L}{4,}/gu)];
  if (words.length === 0) return question;
  const { 0: word, index } = pick(random, words);
  return question.slice(0, index) + misspelt(word, random) + question.slice(index + word.length);
}

function misspelt(word: string, random: Random): string {
  const at = integer(random, 0, word.length - 1);
  const letter = pick(random, letters);
  switch (integer(random, 0, 3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + (letter === word[at] ? 'x' : letter) + word.slice(at + 1);
    default: {
      const first = Math.min(at, word.length - 2);
      return word.slice(0, first) + (word[first + 1] ?? '') + (word[first] ?? '') + word.slice(first + 2);
    }
  }
}
