import { toAnswerRecord, type AnswerRecord } from '../../src/answers/answer-record.ts';
import { readQuestion } from '../../src/answers/answer-question.ts';
import { askQuestion } from '../../src/commands/ask.ts';
import type { AnswerContext } from '../../src/commands/command.ts';
import { isLanguage } from '../../src/language.ts';
import { holdsAll, type Question } from './question-file.ts';

/** What became of one question. */
export interface Outcome {
  readonly question: Question;
  readonly record: AnswerRecord;
  readonly isRight: boolean;
  /** Why it is not right, in a few words. */
  readonly fault: string;
  /** Position, from 1, of the first section whose whole text holds what the answer must contain; undefined: not found. */
  readonly rank?: number;
  /** What would be quoted of the first section holds what the answer must contain, whether it is shown or not. */
  readonly isQuoted: boolean;
}

export interface Figures {
  /** Shares of 0 to 1. */
  readonly right: number;
  readonly abstained: number;
  readonly wrong: number;
  readonly recallAt5: number;
  readonly mrrAt10: number;
  /** Of the questions whose first section holds the answer: how many excerpts hold it. */
  readonly excerptAccuracy: number;
}

const longestAnswer = 900;

/** Asks every question by itself, with no conversation around it. */
export function evaluate(context: AnswerContext, questions: readonly Question[]): Outcome[] {
  return questions.map((question) => {
    const { reply, answer } = askQuestion(context, question.text);
    const record = toAnswerRecord(answer, reply, 0);
    const fault = faultOf(question, record);
    return { question, record, isRight: fault === '', fault, ...retrieved(context, question) };
  });
}

/**
 * Right: answered, everything expected in the answer's text, with a citation, in at most 900 characters, in the
 * question's own language where it is one of ours. Where no answer is expected: not answered.
 */
function faultOf({ expected, language }: Question, record: AnswerRecord): string {
  if (expected === undefined) return record.outcome === 'answered' ? 'claimed an answer' : '';
  if (record.outcome !== 'answered') return record.outcome;
  if (!holdsAll(record.answer, expected)) return 'not in the answer';
  if (record.citations.length === 0) return 'no citation';
  if (record.answer.length > longestAnswer) return `${record.answer.length} characters`;
  return isLanguage(language) && record.language !== language ? `answered in ${record.language}` : '';
}

function retrieved(
  { retriever, language: locale }: AnswerContext,
  { expected, text }: Question,
): Pick<Outcome, 'rank' | 'isQuoted'> {
  if (expected === undefined) return { isQuoted: false };
  const { hits, quotes } = readQuestion(retriever, text, { locale }).reading;
  const index = hits.findIndex(({ indexed }) => holdsAll(textOf(indexed.units), expected));
  const quoted = quotes.flatMap(({ hit, excerpt }) =>
    hit.indexed.units.filter(({ unit }) => excerpt.units.includes(unit.index)),
  );
  return { ...(index < 0 ? {} : { rank: index + 1 }), isQuoted: holdsAll(textOf(quoted), expected) };
}

function textOf(units: readonly { readonly unit: { readonly text: string } }[]): string {
  return units.map(({ unit }) => unit.text).join(' ');
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** The figures of many outcomes together; `wrong` is the share of all questions that got a confident wrong answer. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ question }) => question.expected !== undefined);
  const others = outcomes.filter(({ question }) => question.expected === undefined);
  const first = answerable.filter(({ rank }) => rank === 1);
  const count = (list: readonly Outcome[], of: (outcome: Outcome) => boolean) => list.filter(of).length;
  return {
    right: share(
      count(answerable, ({ isRight }) => isRight),
      answerable.length,
    ),
    abstained: share(
      count(others, ({ isRight }) => isRight),
      others.length,
    ),
    wrong: share(
      count(outcomes, ({ isRight, record }) => !isRight && record.outcome === 'answered'),
      outcomes.length,
    ),
    recallAt5: share(
      count(answerable, ({ rank }) => rank !== undefined && rank <= 5),
      answerable.length,
    ),
    mrrAt10: share(
      answerable.reduce((sum, { rank }) => sum + (rank !== undefined && rank <= 10 ? 1 / rank : 0), 0),
      answerable.length,
    ),
    excerptAccuracy: share(
      count(first, ({ isQuoted }) => isQuoted),
      first.length,
    ),
  };
}
