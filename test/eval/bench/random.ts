/** Returns the next number of a sequence, at least 0 and below 1. */
export type Random = () => number;

/** A sequence that is the same for the same seed on every machine (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included. */
export function integer(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of the values, each as likely as the others. Throws RangeError when there is none. */
export function pick<T>(random: Random, values: ArrayLike<T>): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

/** At most `count` of the values, each set of them as likely as any other, in their order. */
export function sample<T>(random: Random, values: readonly T[], count: number): readonly T[] {
  let wanted = Math.min(count, values.length);
  return values.filter((_, index) => {
    const taken = random() * (values.length - index) < wanted;
    if (taken) wanted -= 1;
    return taken;
  });
}
