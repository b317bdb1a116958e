import { describe, expect, test, vi } from 'vitest';
import { createBrowser } from '../adapters/web/web-harness.ts';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { knowledgeFolder, writePage } from '../knowledge/knowledge-folder.ts';
import { startProgram } from './program.ts';

const patience = { timeout: 15_000, interval: 50 };
const path = 'en/board.md';
const original = smallKnowledge[path] ?? '';

describe('start', () => {
  test('follows an edited page, keeps the last good one of a broken edit and says where the mistake is', async () => {
    const folder = await knowledgeFolder(smallKnowledge);
    const program = await startProgram({ env: { KNOWLEDGE_DIR: folder } });
    const browser = createBrowser(program.address);
    const ask = async () => await browser.say('Who is the treasurer?');
    expect(await ask()).toContain('Ada Lovelace');

    await writePage(folder, path, original.replace('Ada Lovelace', 'Mary Somerville'));
    await vi.waitFor(async () => expect(await ask()).toContain('Mary Somerville'), patience);

    await writePage(folder, path, original.replace('{#treasurer}', '').replace('Ada', 'Nobody'));
    const complaint = expect.objectContaining({ path, line: expect.any(Number), rule: 'anchor', severity: 'error' });
    await vi.waitFor(() => expect(program.log()).toContainEqual(complaint), patience);
    expect(await ask()).toContain('Mary Somerville');

    await writePage(folder, path, original.replace('Ada Lovelace', 'Emmy Noether'));
    await vi.waitFor(async () => expect(await ask()).toContain('Emmy Noether'), patience);
  });
});
