import { execFile } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { SizeResult } from './bench/measure-size.ts';
import { measureStart, type StartResult } from './bench/measure-start.ts';
import { measureSuggesting, type SuggestingResult } from './bench/measure-suggesting.ts';
import { quantile } from './bench/measures.ts';
import { count, formatTable, milliseconds } from './bench/table.ts';
import { readQuestions } from './question-file.ts';

const usage = `Usage: npm run bench -- [--sizes 1000,10000,100000] [--seed N]

Measures how fast the assistant starts, suggests and answers, and the memory that it takes: with its own knowledge, and
with generated sections of the sizes that are given (0 for none).`;

const run = promisify(execFile);
const sizeProcess = fileURLToPath(new URL('bench/size-process.ts', import.meta.url));
const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));
const questionsFile = fileURLToPath(new URL('development.tsv', import.meta.url));
const starts = 5;
/** As many questions are typed letter by letter. */
const typedQuestions = 200;
/** What suggestions may take in the process, at the 99th percentile; platforms give them up after a moment. */
const suggestingLimitMs = 50;

/** How much is asked of a corpus: less of a large one, where a plain search takes half a second. */
function effort(size: number): { readonly questions: number; readonly rounds: number } {
  if (size > 30_000) return { questions: 40, rounds: 3 };
  return { questions: size > 3000 ? 100 : 200, rounds: 5 };
}

/** Every size gets a process of its own, so that no memory is counted twice; undefined when it does not fit. */
async function measureInProcess(source: string, size: number, seed: number): Promise<SizeResult | undefined> {
  const { questions, rounds } = effort(size);
  const heap = `--max-old-space-size=${Math.floor((totalmem() * 0.75) / 2 ** 20)}`;
  const settings = [source, questions, rounds, seed].map(String);
  try {
    const { stdout } = await run(process.execPath, ['--expose-gc', heap, sizeProcess, ...settings]);
    const result: SizeResult = JSON.parse(stdout);
    return result;
  } catch (error) {
    if (error instanceof Error && 'signal' in error && error.signal === 'SIGABRT') return undefined;
    throw error;
  }
}

function formatStart(results: readonly StartResult[]): string {
  const ready = quantile(
    results.map(({ readyMs }) => readyMs),
    0.5,
  );
  const memory = results.flatMap(({ rss }) => rss ?? []);
  const rss = memory.length === 0 ? 'not known on this system' : megabytes(quantile(memory, 0.5));
  return `Start       ready after ${milliseconds(ready)} ms, resident memory ${rss} (medians of ${results.length} starts)`;
}

async function measureTyping(): Promise<SuggestingResult> {
  const loaded = await loadKnowledge(knowledge, { now: Date.now() });
  const questions = readQuestions(questionsFile).map(({ text }) => text);
  return measureSuggesting(loaded, questions.slice(0, typedQuestions));
}

function formatSuggesting({ typed, p50, p99, longest }: SuggestingResult): string {
  const verdict = p99 < suggestingLimitMs ? 'within' : 'BEYOND';
  return (
    `Suggestions while typing, with the knowledge: p50 ${milliseconds(p50)} ms, p99 ${milliseconds(p99)} ms ` +
    `(${verdict} ${suggestingLimitMs} ms), longest ${milliseconds(longest)} ms, of ${count(typed)}`
  );
}

const header = [
  'sections',
  'questions',
  'build ms',
  '× plain',
  'index heap',
  'RSS',
  'p50 ms',
  'p99 ms',
  'plain p50',
  'plain p99',
  'p50 ratio',
  'p99 ratio',
];

function toRow(name: string, result: SizeResult | undefined): string[] {
  if (result === undefined) return [name, 'does not fit into the memory'];
  const { buildMs, rawBuildMs, indexHeap, rss, ours, raw, ratio } = result;
  return [
    name,
    count(result.questions),
    milliseconds(buildMs),
    (buildMs / rawBuildMs).toFixed(1),
    megabytes(indexHeap),
    megabytes(rss),
    milliseconds(ours.p50),
    milliseconds(ours.p99),
    milliseconds(raw.p50),
    milliseconds(raw.p99),
    ratio.p50.toFixed(2),
    ratio.p99.toFixed(2),
  ];
}

function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 2 ** 20))} MB`;
}

async function bench(sizes: readonly number[], seed: number): Promise<void> {
  const results: StartResult[] = [];
  for (let start = 0; start < starts; start += 1) results.push(await measureStart());
  console.log(`${formatStart(results)}\n`);
  console.log(`${formatSuggesting(await measureTyping())}\n`);
  const real = await measureInProcess(knowledge, 0, seed);
  const rows = [toRow(`${real?.sections ?? 0} (knowledge)`, real)];
  for (const size of sizes) rows.push(toRow(count(size), await measureInProcess(String(size), size, seed)));
  console.log(formatTable([header, ...rows]));
  console.log('\nplain: MiniSearch with its default options over the same titles and texts, asked the same questions.');
}

function readOptions(args: readonly string[]): { readonly sizes: number[]; readonly seed: number } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sizes: { type: 'string', default: '1000,10000,100000' },
        seed: { type: 'string', default: '1' },
      },
    });
    const sizes = values.sizes.split(',').map(Number);
    const seed = Number(values.seed);
    const valid = [...sizes, seed].every((value) => Number.isSafeInteger(value) && value >= 0);
    return valid ? { sizes: sizes.filter((size) => size > 0), seed } : undefined;
  } catch {
    // An option that does not exist.
    return undefined;
  }
}

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  console.error(usage);
  process.exitCode = 1;
} else {
  await bench(options.sizes, options.seed);
}
