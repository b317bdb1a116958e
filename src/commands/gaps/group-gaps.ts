import type { Language } from '../../language.ts';
import type { AskedQuestion, Feedback } from '../../store/store.ts';

export type Gap = AskedQuestion & { readonly feedback: readonly Feedback[] };

/** Questions that ask about the same thing as far as can be told. */
export interface GapGroup {
  readonly count: number;
  /** The most frequent first. */
  readonly languages: readonly Language[];
  readonly lastAskedAt: number;
  /** The newest wording, where the words are kept. */
  readonly wording?: string;
  /** The section that came nearest. */
  readonly sectionId?: string;
  /** How many people said that an answer did not help. */
  readonly notHelpful: number;
  /** What they wrote about it, newest first. */
  readonly comments: readonly string[];
}

/** What a question is about: stems and concepts, each with how telling it is. */
export type Weights = ReadonlyMap<string, number>;

/**
 * Questions that share at least this part of what they are about belong together. Measured on all pairs of the
 * evaluation's questions: from here on they speak of one subject, also across languages; with less, of one project only.
 */
const sharedPart = 0.4;

/**
 * Groups what was asked, by what the words share where they are kept (`weightsOf`), otherwise by the nearest section.
 * Groups and what is in them come newest first.
 */
export function groupGaps(gaps: readonly Gap[], weightsOf: (text: string, language: Language) => Weights): GapGroup[] {
  const newestFirst = gaps.toSorted((a, b) => b.at - a.at);
  const worded: { readonly gaps: Gap[]; readonly weights: Weights[] }[] = [];
  const wordless = new Map<string, Gap[]>();
  for (const gap of newestFirst) {
    if (gap.text === undefined) {
      const section = gap.sectionIds[0] ?? '';
      wordless.set(section, [...(wordless.get(section) ?? []), gap]);
      continue;
    }
    const weights = weightsOf(gap.text, gap.language);
    const group = nearestGroup(worded, weights);
    if (group === undefined) worded.push({ gaps: [gap], weights: [weights] });
    else {
      group.gaps.push(gap);
      group.weights.push(weights);
    }
  }
  return [...worded.map((group) => group.gaps), ...wordless.values()]
    .map(toGroup)
    .toSorted((a, b) => b.lastAskedAt - a.lastAskedAt);
}

function nearestGroup<T extends { readonly weights: readonly Weights[] }>(
  groups: readonly T[],
  weights: Weights,
): T | undefined {
  let best: { readonly group: T; readonly likeness: number } | undefined;
  for (const group of groups) {
    const likeness = Math.max(...group.weights.map((other) => overlap(weights, other)));
    if (likeness >= sharedPart && likeness > (best?.likeness ?? 0)) best = { group, likeness };
  }
  return best?.group;
}

/** The weight that two questions share, as a part of the weight of both together (weighted Jaccard). */
function overlap(one: Weights, other: Weights): number {
  let shared = 0;
  let all = 0;
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(key) ?? 0, other.get(key) ?? 0];
    shared += Math.min(a, b);
    all += Math.max(a, b);
  }
  return all === 0 ? 0 : shared / all;
}

function toGroup(gaps: readonly Gap[]): GapGroup {
  const counts = new Map<Language, number>();
  for (const { language } of gaps) counts.set(language, (counts.get(language) ?? 0) + 1);
  const feedback = gaps.flatMap((gap) => gap.feedback).filter(({ verdict }) => verdict === 'notHelpful');
  const comments = feedback
    .toSorted((a, b) => b.at - a.at)
    .flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  const [newest] = gaps;
  const sectionId = newest?.sectionIds[0];
  return {
    count: gaps.length,
    languages: [...counts].toSorted(([, a], [, b]) => b - a).map(([language]) => language),
    lastAskedAt: newest?.at ?? 0,
    ...(newest?.text === undefined ? {} : { wording: newest.text }),
    ...(sectionId === undefined ? {} : { sectionId }),
    notHelpful: feedback.length,
    comments,
  };
}
