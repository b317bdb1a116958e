import { areaUnderCurve } from './measures.ts';
import { createPipeline, type Asked, type Pipeline } from './pipeline.ts';
import type { Passage, Question, QuestionSet } from './question-set.ts';
import { sample, type Random } from './random.ts';

/** How well the judge's confidence tells answerable questions from others: areas under the ROC curve. */
export interface AbstainingResult {
  /** From questions that somebody wrote about a passage that does not answer them. */
  readonly impossible: number | undefined;
  /** From questions of the other sets of the language; undefined when there is no other. */
  readonly offTopic: number | undefined;
  /** From the set's own questions, asked when the document that answers is not in the corpus. */
  readonly withoutDocument: number | undefined;
  /** The same when only the passage is missing, and the rest of its document is there. */
  readonly withoutPassage: number | undefined;
}

/** A part of the corpus is left out at a time, so that each index stays about as large as the whole. */
const parts = 4;

/** So many questions of a kind give an area to within about 0.005. */
const questionLimit = 1000;

/**
 * @param asked the set's answerable questions with what was found for them
 * @param others the other sets of the same language
 */
export function measureAbstaining(
  pipeline: Pipeline,
  asked: readonly Asked[],
  set: QuestionSet,
  others: readonly QuestionSet[],
  random: Random,
): AbstainingResult {
  const some = (questions: readonly Question[]) => sample(random, questions, questionLimit);
  const confidences = (questions: readonly Question[], inside = pipeline) =>
    questions.map(({ q }) => inside.confidence(inside.read(q)));
  const answerable = asked.map((each) => pipeline.confidence(each));
  const strangers = some(others.flatMap((other) => other.answerable));
  const own = some(set.answerable);
  const without = (keyOf: (passage: Passage) => string) =>
    areaUnderCurve(
      answerable,
      leaveOut(set.passages, own, keyOf).flatMap(({ kept, left }) =>
        confidences(left, createPipeline(kept, set.language)),
      ),
    );
  return {
    impossible: areaUnderCurve(answerable, confidences(some(set.impossible))),
    offTopic: areaUnderCurve(answerable, confidences(strangers)),
    withoutDocument: without(({ doc }) => doc),
    withoutPassage: without(({ id }) => id),
  };
}

/** Deals the documents, or the passages, into parts: what is kept without each part, and the questions about the part. */
function leaveOut(passages: readonly Passage[], questions: readonly Question[], keyOf: (passage: Passage) => string) {
  const keys = [...new Set(passages.map(keyOf))];
  const partOfKey = new Map(keys.map((key, index) => [key, index % parts]));
  const partOf = new Map(passages.map((passage) => [passage.id, partOfKey.get(keyOf(passage))]));
  return Array.from({ length: Math.min(parts, keys.length) }, (_, part) => ({
    kept: passages.filter(({ id }) => partOf.get(id) !== part),
    left: questions.filter(({ pid }) => partOf.get(pid) === part),
  }));
}
