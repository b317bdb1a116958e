import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/section.ts';
import { knowledgeFolder, writePage } from './knowledge-folder.ts';

const now = Date.UTC(2026, 10, 22);

describe('the pages of the assistant', () => {
  const folder = join(import.meta.dirname, '../../knowledge');
  let before: readonly Problem[];
  beforeAll(async () => {
    before = (await loadKnowledge(folder, { now })).problems;
  });

  test('the pages have no problem', () => {
    expect(before).toEqual([]);
  });

  test.each([
    ['a misspelled name', 'fr/report-2023/board.md', 'Vanraes', 'Vanraas', 'twin-names'],
    ['a changed figure', 'es/association/members.md', '163', '168', 'twin-numbers'],
    ['a renamed anchor', 'es/report-2023/about-report.md', 'what-it-is', 'what', 'twin-anchors'],
  ])('the check finds %s in them', async (_, path, right, wrong, rule) => {
    const copy = await knowledgeFolder({});
    await cp(folder, copy, { recursive: true });
    const text = await readFile(join(copy, path), 'utf8');
    expect(text).toContain(right);
    await writePage(copy, path, text.replaceAll(right, wrong));
    const { problems } = await loadKnowledge(copy, { now });
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });
});
