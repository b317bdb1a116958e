import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { AnswerContext } from '../../src/commands/command.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { languages } from '../../src/language.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { evaluate, figuresOf, type Figures } from './evaluate.ts';
import { readQuestions } from './question-file.ts';

/** A little under the figures of the last run; see docs/adr/0004-honest-answers.md. */
const floors: readonly (Pick<Figures, 'right' | 'abstained' | 'recallAt5' | 'mrrAt10' | 'excerptAccuracy'> & {
  readonly set: string;
  /** The share of all questions that get a confident wrong answer is at most this. */
  readonly mostWrong: number;
})[] = [
  {
    set: 'questions',
    right: 0.96,
    abstained: 0.95,
    mostWrong: 0.01,
    recallAt5: 0.98,
    mrrAt10: 0.97,
    excerptAccuracy: 0.98,
  },
  {
    set: 'development',
    right: 0.9,
    abstained: 0.96,
    mostWrong: 0.03,
    recallAt5: 0.97,
    mrrAt10: 0.94,
    excerptAccuracy: 0.98,
  },
  {
    set: 'held-out',
    right: 0.91,
    abstained: 0.95,
    mostWrong: 0.03,
    recallAt5: 0.97,
    mrrAt10: 0.94,
    excerptAccuracy: 0.98,
  },
  {
    set: 'fresh',
    right: 0.93,
    abstained: 0.95,
    mostWrong: 0.025,
    recallAt5: 0.97,
    mrrAt10: 0.94,
    excerptAccuracy: 0.98,
  },
  {
    set: 'unseen',
    right: 0.9,
    abstained: 0.97,
    mostWrong: 0.015,
    recallAt5: 0.96,
    mrrAt10: 0.94,
    excerptAccuracy: 0.98,
  },
  {
    set: 'blind',
    right: 0.92,
    abstained: 0.97,
    mostWrong: 0.02,
    recallAt5: 0.97,
    mrrAt10: 0.95,
    excerptAccuracy: 0.98,
  },
  {
    set: 'second-blind',
    right: 0.84,
    abstained: 0.9,
    mostWrong: 0.04,
    recallAt5: 0.98,
    mrrAt10: 0.95,
    excerptAccuracy: 0.98,
  },
];

const names = ['right', 'abstained', 'recallAt5', 'mrrAt10', 'excerptAccuracy'] as const;

let context: AnswerContext;

beforeAll(async () => {
  const knowledge = await loadKnowledge('knowledge', { now: Date.now() });
  context = { knowledge, retriever: createRetriever(knowledge), contact: 'metropolis@metropolis.org', language: 'en' };
});

describe('the answers to the questions of members', () => {
  it.each(floors)('reach their floors on $set', { timeout: 60_000 }, ({ set, mostWrong, ...least }) => {
    const reached = figuresOf(evaluate(context, readQuestions(`test/eval/${set}.tsv`)));
    expect(reached.wrong).toBeLessThanOrEqual(mostWrong);
    for (const name of names) expect(reached[name], name).toBeGreaterThanOrEqual(least[name]);
  });
});

describe('the questions to begin with', () => {
  it.each(
    languages.flatMap((language) => messagesIn(language).sampleQuestions.map((question) => ({ language, question }))),
  )('is answered: $question', ({ language, question }) => {
    expect(answerQuestion(context.retriever, question, { locale: language })).toMatchObject({
      outcome: 'answered',
      language,
    });
  });
});
