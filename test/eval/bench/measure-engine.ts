import { hitAt, meanReciprocalRank, quantile } from './measures.ts';
import type { Search } from './engines.ts';
import type { Question } from './question-set.ts';

/** How well and how fast one engine finds the right passages of a set. */
export interface EngineResult {
  readonly name: string;
  readonly hit1: number;
  readonly hit3: number;
  readonly reciprocalRank: number;
  readonly buildMs: number;
  readonly queryMs: number;
}

const limit = 10;
const warmUp = 50;

/** Builds an index and asks every question; times are those of this process, the median for a question. */
export async function measureEngine(
  name: string,
  build: () => Search | Promise<Search>,
  questions: readonly Question[],
): Promise<EngineResult> {
  const started = performance.now();
  const search = await build();
  const buildMs = performance.now() - started;
  for (const { q } of questions.slice(0, warmUp)) await search(q, limit);
  const ranks: number[] = [];
  const times: number[] = [];
  for (const { q, pid } of questions) {
    const asked = performance.now();
    const found = await search(q, limit);
    times.push(performance.now() - asked);
    ranks.push(found.indexOf(pid));
  }
  return {
    name,
    hit1: hitAt(ranks, 1),
    hit3: hitAt(ranks, 3),
    reciprocalRank: meanReciprocalRank(ranks, limit),
    buildMs,
    queryMs: quantile(times, 0.5),
  };
}
