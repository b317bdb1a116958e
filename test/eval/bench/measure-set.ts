import { engines } from './engines.ts';
import { measureAbstaining, type AbstainingResult } from './measure-abstaining.ts';
import { measureEngine, type EngineResult } from './measure-engine.ts';
import { measureQuotations, type QuotationResult } from './measure-quotations.ts';
import { hitAt, share } from './measures.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import type { QuestionSet } from './question-set.ts';
import { createRandom } from './random.ts';
import { withTypo } from './typo.ts';

/** Everything that is measured on one set. */
export interface SetResult {
  readonly set: QuestionSet;
  /** The assistant first. */
  readonly engines: readonly [EngineResult, ...EngineResult[]];
  /** Share of questions whose right passage is among the candidates that are ranked. */
  readonly candidates: number;
  readonly quotations: QuotationResult;
  readonly abstaining: AbstainingResult;
  /** The assistant's hit@1 when every question has one slip of the fingers in it. */
  readonly hit1WithTypo: number;
}

export const assistant = 'Metropolis assistant';

/** @param others the other sets of the same language */
export async function measureSet(set: QuestionSet, others: readonly QuestionSet[], seed: number): Promise<SetResult> {
  const { passages, answerable, language } = set;
  const ours = await measureEngine(assistant, () => search(createPipeline(passages, language)), answerable);
  const theirs: EngineResult[] = [];
  for (const { name, build } of engines) {
    theirs.push(await measureEngine(name, () => build(passages, language), answerable));
  }
  const pipeline = createPipeline(passages, language);
  const asked = answerable.map((question) => ({ question, ...pipeline.read(question.q) }));
  return {
    set,
    engines: [ours, ...theirs],
    candidates: share(asked, ({ question, hits }) => hits.some(({ section }) => section.id === question.pid)),
    quotations: measureQuotations(asked, set),
    abstaining: measureAbstaining(pipeline, asked, set, others, createRandom(seed)),
    hit1WithTypo: measureTypos(pipeline, set, seed),
  };
}

function search(pipeline: Pipeline) {
  return (question: string, limit: number) =>
    pipeline
      .read(question)
      .hits.slice(0, limit)
      .map(({ section }) => section.id);
}

function measureTypos(pipeline: Pipeline, { answerable }: QuestionSet, seed: number): number {
  const random = createRandom(seed);
  const ranks = answerable.map(({ q, pid }) =>
    pipeline.read(withTypo(q, random)).hits.findIndex(({ section }) => section.id === pid),
  );
  return hitAt(ranks, 1);
}
