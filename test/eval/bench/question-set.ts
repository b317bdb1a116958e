import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../src/errors.ts';
import { isLanguage, type Language } from '../../../src/language.ts';

const passage = z.object({ id: z.string(), doc: z.string(), title: z.string(), text: z.string() });
const question = z.object({
  id: z.string(),
  q: z.string(),
  pid: z.string(),
  starts: z.array(z.int()),
  impossible: z.boolean(),
});

/** A paragraph in which answers are looked for. */
export type Passage = Readonly<z.infer<typeof passage>>;

/**
 * `pid` is the passage that answers, `starts` where in its text the answers begin (one for each person asked; −1 where a
 * translation lost it).
 */
export type Question = Readonly<z.infer<typeof question>>;

export interface QuestionSet {
  readonly name: string;
  readonly language: Language;
  readonly passages: readonly Passage[];
  readonly answerable: readonly Question[];
  /** Questions about a passage that it does not answer. */
  readonly impossible: readonly Question[];
}

const passagesEnding = '.passages.jsonl';
const questionsEnding = '.questions.jsonl';

/**
 * Reads every pair NAME.passages.jsonl and NAME.questions.jsonl of a folder, the language being the last two letters of
 * NAME; `skipped` says which sets were left out, and why. Throws AppError (`configuration`) when the folder or a line of a
 * file cannot be read.
 */
export async function loadQuestionSets(folder: string): Promise<{ sets: QuestionSet[]; skipped: string[] }> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new AppError('configuration', `Reading the folder ${folder} failed.`, { cause });
  });
  const names = files
    .filter((file) => file.endsWith(passagesEnding))
    .map((file) => file.slice(0, -passagesEnding.length))
    .toSorted();
  const sets: QuestionSet[] = [];
  const skipped: string[] = [];
  for (const name of names) {
    const language = name.slice(-2);
    if (!isLanguage(language) || !files.includes(name + questionsEnding)) {
      const reason = isLanguage(language) ? 'it has no questions' : "its language is not one of the assistant's";
      skipped.push(`${name} is left out: ${reason}.`);
      continue;
    }
    const questions = await readLines(join(folder, name + questionsEnding), question);
    sets.push({
      name,
      language,
      passages: await readLines(join(folder, name + passagesEnding), passage),
      answerable: questions.filter(({ impossible }) => !impossible),
      impossible: questions.filter(({ impossible }) => impossible),
    });
  }
  return { sets, skipped };
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError('configuration', `Line ${index + 1} of ${path} is not as expected.`, { cause });
    }
  });
}
