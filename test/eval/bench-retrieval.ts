import { parseArgs } from 'node:util';
import { AppError } from '../../src/errors.ts';
import { measureSet } from './bench/measure-set.ts';
import { loadQuestionSets, type QuestionSet } from './bench/question-set.ts';
import { createRandom, sample } from './bench/random.ts';
import { formatSet } from './bench/retrieval-report.ts';

const usage = `Usage: npm run bench:retrieval -- FOLDER [--questions N] [--seed N]

Compares the assistant with other search engines on public question sets.

  FOLDER         holds pairs of NAME.passages.jsonl and NAME.questions.jsonl; the last two letters of NAME are the
                 language (en, es or fr)
  --questions N  asks N questions of each kind and set, chosen at random, instead of all
  --seed N       another choice and other typing errors (default 1)`;

/** Runs the benchmark that the arguments name, and returns the exit code of the process. */
async function run(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const options = readOptions(args);
  if (options === undefined) {
    console.error(usage);
    return 1;
  }
  const { sets, skipped } = await loadQuestionSets(options.folder);
  for (const line of skipped) console.log(`${line}\n`);
  if (sets.length === 0) {
    console.error(`There is no question set to measure in ${options.folder}.\n\n${usage}`);
    return 1;
  }
  const sampled = sets.map((set) => toSample(set, options));
  for (const set of sampled) {
    const others = sampled.filter((other) => other !== set && other.language === set.language);
    console.log(`${formatSet(await measureSet(set, others, options.seed))}\n`);
  }
  console.log(`Took ${Math.round((performance.now() - started) / 1000)} s with seed ${options.seed}.`);
  return 0;
}

interface Options {
  readonly folder: string;
  readonly questions: number;
  readonly seed: number;
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { questions: { type: 'string' }, seed: { type: 'string', default: '1' } },
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    const questions = values.questions === undefined ? Number.POSITIVE_INFINITY : Number(values.questions);
    const seed = Number(values.seed);
    const valid = folder !== undefined && others.length === 0 && questions >= 1 && Number.isSafeInteger(seed);
    return valid ? { folder, questions, seed } : undefined;
  } catch {
    // An option that does not exist.
    return undefined;
  }
}

function toSample(set: QuestionSet, { questions, seed }: Options): QuestionSet {
  const random = createRandom(seed);
  return {
    ...set,
    answerable: sample(random, set.answerable, questions),
    impossible: sample(random, set.impossible, questions),
  };
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
