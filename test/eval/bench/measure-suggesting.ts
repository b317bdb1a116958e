import { suggest } from '../../../src/answers/suggest.ts';
import type { Knowledge } from '../../../src/knowledge/section.ts';
import { languages } from '../../../src/language.ts';
import { quantile } from './measures.ts';

/** What suggestions cost while questions are typed, in milliseconds. */
export interface SuggestingResult {
  /** How often suggestions were asked for. */
  readonly typed: number;
  readonly p50: number;
  readonly p99: number;
  /** The longest, which is that of the first in a language: it prepares those after it. */
  readonly longest: number;
}

/** Times the suggestions after every letter of every question, in each language, as a platform asks for them. */
export function measureSuggesting(knowledge: Knowledge, questions: readonly string[]): SuggestingResult {
  const times: number[] = [];
  for (const question of questions) {
    for (let length = 0; length <= question.length; length += 1) {
      for (const language of languages) {
        const started = performance.now();
        suggest(knowledge, question.slice(0, length), language);
        times.push(performance.now() - started);
      }
    }
  }
  return {
    typed: times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    longest: times.reduce((longest, time) => Math.max(longest, time), 0),
  };
}
