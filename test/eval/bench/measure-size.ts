import MiniSearch from 'minisearch';
import { answerQuestion } from '../../../src/answers/answer-question.ts';
import type { Knowledge } from '../../../src/knowledge/section.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { quantile } from './measures.ts';

/** What a corpus of one size costs. Times in milliseconds, memory in bytes. */
export interface SizeResult {
  readonly sections: number;
  readonly questions: number;
  readonly buildMs: number;
  /** Heap that the index takes besides the sections. */
  readonly indexHeap: number;
  readonly rss: number;
  readonly rawBuildMs: number;
  /** Medians of the rounds. */
  readonly ours: Percentiles;
  readonly raw: Percentiles;
  /** Median of the rounds' ratios of our time to that of the plain search. */
  readonly ratio: Percentiles;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/**
 * Times whole answers against a plain MiniSearch, with its default options, over the same sections and asked the same
 * questions. Both are asked in turn, after one round that is not counted.
 */
export function measureSize(
  { sections, concepts }: Pick<Knowledge, 'sections' | 'concepts'>,
  questions: readonly string[],
  rounds: number,
): SizeResult {
  const heapBefore = usedHeap();
  const started = performance.now();
  const retriever = createRetriever({ sections, concepts });
  const buildMs = performance.now() - started;
  const indexHeap = usedHeap() - heapBefore;
  const { rss } = process.memoryUsage();

  const rawStarted = performance.now();
  const raw = createPlainIndex(sections);
  const rawBuildMs = performance.now() - rawStarted;

  const measured: { ours: Percentiles; raw: Percentiles }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const times = questions.map((question) => ({
      ours: timeOf(() => answerQuestion(retriever, question)),
      raw: timeOf(() => raw.search(question)),
    }));
    const result = {
      ours: percentiles(times.map((time) => time.ours)),
      raw: percentiles(times.map((time) => time.raw)),
    };
    if (round > 0) measured.push(result);
  }
  const median = (of: (result: (typeof measured)[number]) => Percentiles): Percentiles => ({
    p50: quantile(
      measured.map(of).map(({ p50 }) => p50),
      0.5,
    ),
    p99: quantile(
      measured.map(of).map(({ p99 }) => p99),
      0.5,
    ),
  });
  return {
    sections: sections.length,
    questions: questions.length,
    buildMs,
    indexHeap,
    rss,
    rawBuildMs,
    ours: median((result) => result.ours),
    raw: median((result) => result.raw),
    ratio: median((result) => ({
      p50: result.ours.p50 / result.raw.p50,
      p99: result.ours.p99 / result.raw.p99,
    })),
  };
}

function createPlainIndex(sections: Knowledge['sections']): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  for (const { id, texts } of sections) {
    for (const { language, documentTitle, parents, heading, units } of Object.values(texts)) {
      index.add({
        id: `${id} ${language}`,
        title: [documentTitle, ...parents, heading].join(' '),
        text: units.map(({ text }) => text).join(' '),
      });
    }
  }
  return index;
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function percentiles(times: readonly number[]): Percentiles {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** After a collection of garbage where node was started with --expose-gc. */
function usedHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
