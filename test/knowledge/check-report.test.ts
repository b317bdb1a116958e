import { describe, expect, test } from 'vitest';
import { runKnowledgeCheck } from '../../src/knowledge/check-report.ts';
import { inThreeLanguages, knowledgeFolder, page } from './knowledge-folder.ts';

const now = Date.UTC(2026, 10, 22);

describe('runKnowledgeCheck()', () => {
  test('runKnowledgeCheck() writes each problem and the counts, and fails on an error', async () => {
    const folder = await knowledgeFolder({ 'en/board.md': page(), 'es/board.md': page({ lang: 'es' }) });
    let output = '';
    expect(await runKnowledgeCheck(folder, now, (text) => (output += text))).toBe(1);
    expect(output).toBe(
      'en/board.md:1 error missing-page fr/board.md does not exist: write the page in this language too, under the same name\n2 pages: 1 error, 0 warnings\n',
    );
  });

  test('runKnowledgeCheck() passes when there are only warnings', async () => {
    const body = '## A {#a}\n\nText.\n';
    const folder = await knowledgeFolder(inThreeLanguages({ en: body, es: body, fr: body }));
    let output = '';
    expect(await runKnowledgeCheck(folder, Date.UTC(2030, 0, 1), (text) => (output += text))).toBe(0);
    expect(output.trimEnd().split('\n').at(-1)).toBe('3 pages: 0 errors, 3 warnings');
  });
});
