import { pick, type Random } from './random.ts';

const onsets = 'b br c ch d dr f fl g gr h l m n p pl qu r s st t tr v w'.split(' ');
const vowels = ['a', 'e', 'i', 'o', 'u'];
const codas = ['', 'l', 'm', 'n', 'r', 'st'];
const syllables = onsets.flatMap((onset) => vowels.flatMap((vowel) => codas.map((coda) => onset + vowel + coda)));
/** Shares no factor with the number of pairs of syllables, so that multiplying by it reorders all of them. */
const stride = 104_729;

/** A word that can be pronounced, another for each id. */
export function wordOf(id: number): string {
  const pairs = syllables.length ** 2;
  const pair = (id * stride) % pairs;
  const third = Math.floor(id / pairs);
  const parts = [pair % syllables.length, Math.floor(pair / syllables.length), ...(third > 0 ? [third - 1] : [])];
  return parts.map((part) => syllables[part % syllables.length] ?? '').join('');
}

/** How fast new words keep coming: the size of the vocabulary grows with this power of the length (Heaps' law). */
const growth = 0.65;
/** With this, texts of 70,000 words hold about 8,000 different ones, as English texts do. */
const concentration = 200;

/**
 * Draws word ids as a Pitman–Yor process does: new words keep coming, more and more rarely, and how often the words
 * occur follows Zipf's law.
 */
export function createWordSource(random: Random): () => number {
  const drawn: number[] = [];
  const counts: number[] = [];
  const draw = (): number => {
    if (random() * (drawn.length + concentration) < counts.length * growth + concentration) return counts.length;
    for (;;) {
      const id = pick(random, drawn);
      const often = counts[id] ?? 1;
      if (random() * often >= growth) return id;
    }
  };
  return () => {
    const id = draw();
    counts[id] = (counts[id] ?? 0) + 1;
    drawn.push(id);
    return id;
  };
}

const functionWords =
  `the of and to in a is that for it as was with be by on not at are this have from or had an they which
  were all there their we been has when who will no more if out so what up its about`.split(/\s+/);

/** A function word of English; the n-th of them comes up with a weight of 1 / n. */
export function createFunctionWordSource(random: Random): () => string {
  const weights = functionWords.map((_, rank) => 1 / (rank + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let left = random() * total;
    return functionWords[weights.findIndex((weight) => (left -= weight) <= 0)] ?? 'the';
  };
}
