import { readQuestion } from '../../src/answers/answer-question.ts';
import { judgeFeatureNames } from '../../src/answers/judge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { fitLogistic, probability, type Example } from './logistic.ts';
import { holdsAll, readQuestions, type Question } from './question-file.ts';

// Prints weights for `judgeWeights` and, for each threshold, what answering from it on would give on questions that the
// weights were not fitted on.

const ridge = 0.5;
const folds = 10;
const thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

interface Trial extends Example {
  readonly isAnswerable: boolean;
  readonly isDoubted: boolean;
}

const knowledge = await loadKnowledge('knowledge', { now: Date.now() });
const retriever = createRetriever(knowledge);
const files = ['questions', 'development', 'held-out', 'fresh', 'unseen', 'blind'].map(
  (name) => `test/eval/${name}.tsv`,
);
const trials = files.flatMap(readQuestions).flatMap(toTrial);

const foldWeights = Array.from({ length: folds }, (_, fold) =>
  fitLogistic(
    trials.filter(({ isDoubted }, index) => index % folds !== fold && !isDoubted),
    ridge,
  ),
);
const rated = trials.map((trial, index) => ({
  ...trial,
  confidence: probability(foldWeights[index % folds] ?? [], trial.features),
}));

const weights = fitLogistic(
  trials.filter(({ isDoubted }) => !isDoubted),
  ridge,
);
for (const [index, name] of [...judgeFeatureNames, 'bias'].entries())
  console.log(`  ${name}: ${(weights[index] ?? 0).toFixed(1)},`);
console.log('threshold  right  abstained  wrong');
for (const threshold of thresholds) {
  const answered = rated.filter(({ confidence, isDoubted }) => confidence >= threshold && !isDoubted);
  const answerable = rated.filter(({ isAnswerable }) => isAnswerable).length;
  const claimed = answered.filter(({ isAnswerable }) => !isAnswerable).length;
  const row = [
    answered.filter(({ isPositive }) => isPositive).length / answerable,
    1 - claimed / (rated.length - answerable),
    answered.filter(({ isPositive }) => !isPositive).length / rated.length,
  ];
  console.log(
    `${threshold.toFixed(2).padStart(9)}${row.map((share) => `${(100 * share).toFixed(1)} %`.padStart(9)).join('')}`,
  );
}

/** A question for which something was found, with whether what would be quoted is right. */
function toTrial({ text, expected }: Question): Trial[] {
  const { quotes, features, doubts } = readQuestion(retriever, text, { locale: 'en' }).reading;
  if (features === undefined) return [];
  const quoted = quotes.flatMap(({ hit, excerpt }) =>
    hit.indexed.units.filter(({ unit }) => excerpt.units.includes(unit.index)).map(({ unit }) => unit.text),
  );
  return [
    {
      features: judgeFeatureNames.map((name) => features[name]),
      isPositive: expected !== undefined && holdsAll(quoted.join(' '), expected),
      isAnswerable: expected !== undefined,
      isDoubted: doubts.length > 0,
    },
  ];
}
