import { readCorpus } from './corpus.ts';
import { findProblems } from './load.ts';
import type { Problem } from './section.ts';

/**
 * Checks the knowledge folder and writes what is wrong, a line for each problem and a summary at the end. Gives the
 * program's exit code: 1 when there is an error, 0 otherwise. Throws AppError (`knowledge`) when the folder cannot be read.
 */
export async function runKnowledgeCheck(folder: string, now: number, write: (text: string) => void): Promise<0 | 1> {
  const corpus = await readCorpus(folder);
  const problems = findProblems(corpus, now);
  for (const problem of problems) write(`${formatProblem(problem)}\n`);
  write(`${summarize(problems, corpus.pages.size + corpus.broken.size)}\n`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** `en/report-2023/board.md:12 error twin-anchors What is wrong: what to do` */
export function formatProblem({ path, line, severity, rule, message }: Problem): string {
  return `${path}:${line} ${severity} ${rule} ${message}`;
}

function summarize(problems: readonly Problem[], pages: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `${count(pages, 'page')}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
