import { editDistance } from '../edit-distance.ts';

/** The names, those most like the text first; of names with a slash (`Europe/Madrid`) the last part may be like it. */
export function nearestNames(text: string, names: readonly string[]): string[] {
  const wanted = fold(text);
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, fold(name)) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}

/** The names that may have been meant: at most one letter in three is wrong. */
export function similarNames(text: string, names: readonly string[], most: number): string[] {
  const wanted = fold(text);
  const bound = Math.floor(wanted.length / 3);
  const similar = names.filter((name) => distanceOf(wanted, fold(name)) <= bound);
  return nearestNames(text, similar).slice(0, most);
}

function distanceOf(wanted: string, name: string): number {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return Math.min(editDistance(wanted, name), editDistance(wanted, last));
}

function fold(text: string): string {
  return text
    .slice(0, longestName)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s-]+/g, '_')
    .toLowerCase();
}

/** What is longer than any name is not compared to its end. */
const longestName = 100;
