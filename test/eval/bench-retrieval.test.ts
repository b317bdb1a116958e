import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('bench-retrieval.ts', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) =>
  new Promise<{ code: unknown; output: string; errors: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], (error, output, errors) => {
      resolve({ code: error?.code ?? 0, output, errors });
    });
  });

const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

async function writeSet(name: string, subject: string): Promise<void> {
  const passages = ['one', 'two', 'three', 'four'].map((word) => ({
    id: `${name}-${word}`,
    doc: word,
    title: `Gardens ${word}`,
    text: `Nothing grows here. The ${subject} of garden ${word} blooms in month ${word}.`,
  }));
  const questions = ['one', 'two', 'three', 'four'].map((word, index) => ({
    id: word,
    q: `When does the ${subject} of garden ${word} bloom?`,
    pid: `${name}-${word}`,
    answers: [`month ${word}`],
    starts: [45],
    impossible: index === 3,
  }));
  await writeFile(join(folder, `${name}.passages.jsonl`), lines(passages));
  await writeFile(join(folder, `${name}.questions.jsonl`), lines(questions));
}

describe('bench:retrieval', () => {
  test('explains itself and exits with 1 when no folder, an empty one or a wrong option is given', async () => {
    for (const args of [[], [folder], [folder, '--wrong'], [folder, '--questions', 'many']]) {
      const { code, output, errors } = await run(...args);
      expect({ code, output }).toEqual({ code: 1, output: '' });
      expect(errors).toContain('Usage: npm run bench:retrieval -- FOLDER');
    }
  });

  test('names the file and the line when a question cannot be read', async () => {
    await writeSet('roses_en', 'rose');
    await writeFile(join(folder, 'roses_en.questions.jsonl'), '{"id": 1}\n');
    const { code, errors } = await run(folder);
    expect(code).toBe(1);
    expect(errors).toContain('Line 1 of');
    expect(errors).toContain('roses_en.questions.jsonl');
  });

  test('measures every pair of files and says which sets are left out when a language is not ours', async () => {
    await writeSet('roses_en', 'rose');
    await writeSet('tulips_en', 'tulip');
    await writeSet('rosen_de', 'rose');
    const { code, output } = await run(folder);
    expect(code).toBe(0);
    expect(output).toContain('rosen_de is left out');
    expect(output).toContain('roses_en: 4 passages, 3 answerable and 1 impossible questions');
    expect(output).toContain('tulips_en: 4 passages');
    for (const engine of ['Metropolis assistant', 'MiniSearch, defaults', 'Lunr', 'FlexSearch', 'Orama']) {
      expect(output.split('\n').filter((line) => line.startsWith(engine))).toHaveLength(2);
    }
    expect(output).toMatch(/one sentence 100\.0/);
    expect(output).toMatch(/AUC against off-topic [01]\.\d{3}/);
  });
});
