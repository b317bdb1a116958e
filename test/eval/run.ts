import { parseArgs } from 'node:util';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { evaluate, figuresOf, type Outcome } from './evaluate.ts';
import { readQuestions } from './question-file.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
const files =
  positionals.length > 0
    ? positionals
    : ['questions', 'development', 'held-out', 'fresh', 'unseen', 'blind', 'second-blind'].map(
        (name) => `test/eval/${name}.tsv`,
      );
const knowledge = await loadKnowledge('knowledge', { now: Date.now() });
const context = {
  knowledge,
  retriever: createRetriever(knowledge),
  contact: 'metropolis@metropolis.org',
  language: 'en',
} as const;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

for (const file of files) {
  const outcomes = evaluate(context, readQuestions(file));
  console.log(`\n${file}`);
  if (values.misses === true) for (const outcome of outcomes) if (!outcome.isRight) console.log(missLine(outcome));
  const groups = Map.groupBy(outcomes.flatMap(keysOf), ({ key }) => key);
  for (const [key, members] of [...groups].toSorted(([a], [b]) => a.localeCompare(b))) {
    const right = members.filter(({ outcome }) => outcome.isRight).length;
    console.log(`${key.padEnd(18)}${`${right}/${members.length}`.padStart(9)}${percent(right / members.length)}`);
  }
  const { right, abstained, wrong, recallAt5, mrrAt10, excerptAccuracy } = figuresOf(outcomes);
  console.log(`right ${percent(right)}, abstained ${percent(abstained)}, confidently wrong ${percent(wrong)}`);
  console.log(`recall@5 ${percent(recallAt5)}, MRR@10 ${mrrAt10.toFixed(3)}, excerpt ${percent(excerptAccuracy)}`);
}

function keysOf(outcome: Outcome): { key: string; outcome: Outcome }[] {
  const { language, kind, expected } = outcome.question;
  const keys = [
    'all',
    `language ${language}`,
    `kind ${kind}`,
    expected === undefined ? 'not answerable' : 'answerable',
  ];
  return keys.map((key) => ({ key, outcome }));
}

function missLine({ question, record, fault }: Outcome): string {
  return [
    question.id,
    question.language,
    question.text,
    fault,
    record.confidence,
    record.citations[0]?.section ?? '',
    record.answer.slice(0, 120),
  ].join('\t');
}
