import type { Term } from './analyze.ts';
import type { ConceptMatch } from './concepts.ts';
import type { ConceptKind } from '../knowledge/section.ts';
import { isMonth } from './evidence.ts';

/** Something that is written with a capital letter. */
export interface Name {
  readonly stems: readonly string[];
  /** The glossary's concept, where it has one. */
  readonly concept?: string;
  /** What the glossary says that it is; undefined where it is not in the glossary. */
  readonly kind?: ConceptKind;
}

/** A number that counts or measures. */
export interface Quantity {
  readonly value: string;
  readonly index: number;
}

/** Particles may stand between the parts of a name: "Ana de la Torre". */
const nameGap = 3;

/** Names outside the glossary are runs of two or more capitalised terms: people, mostly. */
export function peopleIn(terms: readonly Term[], matches: readonly ConceptMatch[]): string[][] {
  const runs: string[][] = [];
  let last: Term | undefined;
  for (const [index, term] of terms.entries()) {
    const isPart = /^\p{Lu}\p{Ll}/u.test(term.raw) && !isMonth(term.folded) && !isCovered(index, matches);
    const follows = last !== undefined && term.position - last.position <= nameGap;
    if (isPart && follows) runs.at(-1)?.push(term.stem);
    else if (isPart) runs.push([term.stem]);
    last = isPart ? term : undefined;
  }
  return runs.filter((run) => run.length > 1);
}

/** Everything with a capital letter that does not only begin the sentence, months apart. */
export function namesIn(
  terms: readonly Term[],
  matches: readonly ConceptMatch[],
  kindOf: (concept: string) => ConceptKind,
): Name[] {
  const inGlossary = matches
    .filter(({ start, end }) => terms.slice(start, end).some(isCapital))
    .map(({ concept, start, end }): Name => ({
      concept,
      stems: terms.slice(start, end).map(({ stem }) => stem),
      kind: kindOf(concept),
    }));
  const others = terms
    .filter((term, index) => term.isName && !isMonth(term.folded) && !isCovered(index, matches))
    .map(({ stem }): Name => ({ stems: [stem] }));
  return [...inGlossary, ...others];
}

/** The numbers of a text that are neither years nor days of a month nor ordinals, with their position among the terms. */
export function quantitiesIn(terms: readonly Term[]): Quantity[] {
  return terms.flatMap((term, index): Quantity[] => {
    const isYear = /^(?:1[89]|20)\d{2}$/.test(term.folded);
    const isDay =
      /^(?:[1-9]|[12]\d|3[01])$/.test(term.folded) &&
      [terms[index + 1], terms[index - 1]].some(
        (other) => other !== undefined && isMonth(other.folded) && Math.abs(other.position - term.position) <= 2,
      );
    const isOrdinal = !/^\d/.test(term.raw) || /\p{L}/u.test(term.raw);
    return term.isNumber && !isYear && !isDay && !isOrdinal ? [{ value: term.folded, index }] : [];
  });
}

function isCapital({ raw }: Term): boolean {
  return /^\p{Lu}/u.test(raw);
}

function isCovered(index: number, matches: readonly ConceptMatch[]): boolean {
  return matches.some(({ start, end }) => start <= index && index < end);
}
