import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openLiveKnowledge } from '../../src/knowledge/live-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/section.ts';
import { watchKnowledge } from '../../src/knowledge/watch.ts';
import { glossaryHead, knowledgeFolder, page, writePage } from './knowledge-folder.ts';

const body = (text: string) => `## Treasurer {#treasurer}\n\n${text}\n`;

async function open(files: Readonly<Record<string, string>>) {
  const folder = await knowledgeFolder(files);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const reloads: Knowledge[] = [];
  const live = await openLiveKnowledge(folder, {
    clock: () => Date.UTC(2026, 10, 22),
    log,
    onReload: (next) => void reloads.push(next),
  });
  const textOf = (id = 'board#treasurer') =>
    live.current().sections.find((section) => section.id === id)?.texts.en?.units[0]?.text;
  return { folder, live, log, lines, reloads, textOf };
}

describe('openLiveKnowledge()', () => {
  test('reload() takes in an edited, a new and a removed page', async () => {
    const { folder, live, reloads, textOf } = await open({
      'en/board.md': page({ body: body('Old.') }),
      'en/gone.md': page({ id: 'gone' }),
    });
    await writePage(folder, 'en/board.md', page({ body: body('New.') }));
    await writePage(folder, 'en/more/added.md', page({ id: 'added' }));
    await rm(join(folder, 'en/gone.md'));
    expect(textOf()).toBe('Old.');
    await live.reload();
    expect(textOf()).toBe('New.');
    expect(live.current().sections.map(({ id }) => id)).toEqual(['board#treasurer', 'added#treasurer']);
    expect(reloads).toEqual([live.current()]);
  });

  test('reload() keeps the same knowledge when no file has changed', async () => {
    const { live, reloads } = await open({ 'en/board.md': page() });
    const before = live.current();
    await live.reload();
    expect(live.current()).toBe(before);
    expect(reloads).toEqual([]);
  });

  test('reload() keeps the last good version of a broken page, reports it, and takes in the others', async () => {
    const { folder, live, textOf } = await open({
      'en/board.md': page({ body: body('Good.') }),
      'en/other.md': page({ id: 'other', body: body('Old.') }),
    });
    await writePage(folder, 'en/board.md', page({ body: '# Broken\n' }));
    await writePage(folder, 'en/other.md', page({ id: 'other', body: body('New.') }));
    await live.reload();
    expect([textOf(), textOf('other#treasurer')]).toEqual(['Good.', 'New.']);
    expect(
      live
        .current()
        .problems.filter(({ path }) => path === 'en/board.md')
        .map(({ rule }) => rule),
    ).toContain('anchor');

    await writePage(folder, 'en/other.md', page({ id: 'other', body: body('Newer.') }));
    await live.reload();
    expect([textOf(), textOf('other#treasurer')]).toEqual(['Good.', 'Newer.']);

    await writePage(folder, 'en/board.md', page({ body: body('Mended.') }));
    await live.reload();
    expect(textOf()).toBe('Mended.');
    expect(live.current().problems.filter(({ rule }) => rule === 'anchor')).toEqual([]);
  });

  test('reload() keeps the last good glossary when it cannot be read any more', async () => {
    const { folder, live } = await open({
      'en/board.md': page(),
      'glossary.md': `${glossaryHead}| phone | | | | | |\n`,
    });
    await rm(join(folder, 'glossary.md'));
    await live.reload();
    expect(live.current().concepts.map(({ id }) => id)).toEqual(['phone']);
    expect(live.current().problems.map(({ path, rule }) => `${path} ${rule}`)).toContain('glossary.md unreadable');
  });

  test.each([
    ['is gone', async (folder: string) => await rm(folder, { recursive: true })],
    ['is empty', async (folder: string) => await rm(join(folder, 'en'), { recursive: true })],
  ])('reload() keeps everything and logs an error when the folder %s', async (_, damage) => {
    const { folder, live, lines, textOf } = await open({ 'en/board.md': page({ body: body('Good.') }) });
    await damage(folder);
    await live.reload();
    expect(textOf()).toBe('Good.');
    expect(lines.join('')).toContain('the last good version stays in use');
  });

  test('reload() swaps nothing when its listener throws', async () => {
    const folder = await knowledgeFolder({ 'en/board.md': page({ body: body('Good.') }) });
    const lines: string[] = [];
    const live = await openLiveKnowledge(folder, {
      clock: () => 0,
      log: createLog('error', { write: (line) => void lines.push(line) }),
      onReload: () => {
        throw new Error('the index could not be built');
      },
    });
    const before = live.current();
    await writePage(folder, 'en/board.md', page({ body: body('New.') }));
    await live.reload();
    expect(live.current()).toBe(before);
    expect(lines.join('')).toContain('the index could not be built');
  });

  test('reload() sees an edit that was made while another reload was running', async () => {
    const { folder, live, textOf } = await open({ 'en/board.md': page({ body: body('One.') }) });
    await writePage(folder, 'en/board.md', page({ body: body('Two.') }));
    const first = live.reload();
    await writePage(folder, 'en/board.md', page({ body: body('Three.') }));
    await Promise.all([first, live.reload()]);
    expect(textOf()).toBe('Three.');
  });
});

async function watched() {
  const opened = await open({ 'en/board.md': page({ body: body('Old.') }), 'es/board.md': page({ lang: 'es' }) });
  const watch = watchKnowledge(opened.folder, {
    onChange: () => void opened.live.reload(),
    debounceMs: 20,
    rescanMs: 3_600_000,
    log: opened.log,
  });
  onTestFinished(watch.close);
  const until = async (expected: string, id?: string) =>
    await vi.waitFor(() => expect(opened.textOf(id)).toBe(expected), { timeout: 10_000, interval: 20 });
  return { ...opened, watch, until };
}

describe('watchKnowledge()', () => {
  test('watchKnowledge() lets the knowledge follow an edit, survive a broken one, and follow the next', async () => {
    const { folder, live, until, textOf } = await watched();
    await writePage(folder, 'en/board.md', page({ body: body('New.') }));
    await until('New.');
    await writePage(folder, 'en/board.md', '---\nid: [\n---\n');
    await vi.waitFor(() => expect(live.current().problems.map(({ rule }) => rule)).toContain('front-matter'), {
      timeout: 10_000,
    });
    expect(textOf()).toBe('New.');
    await writePage(folder, 'en/board.md', page({ body: body('Mended.') }));
    await until('Mended.');
  });

  test('watchKnowledge() sees files that an editor swaps in by renaming, again and again', async () => {
    const { folder, until } = await watched();
    for (const text of ['One.', 'Two.', 'Three.']) {
      await writePage(folder, 'en/board.md.tmp', page({ body: body(text) }));
      await rename(join(folder, 'en/board.md.tmp'), join(folder, 'en/board.md'));
      await until(text);
    }
  });

  test('watchKnowledge() sees a page in a folder that is made later', async () => {
    const { folder, until } = await watched();
    await mkdir(join(folder, 'en/new'));
    await writePage(folder, 'en/new/page.md', page({ id: 'new', body: body('Hello.') }));
    await until('Hello.', 'new#treasurer');
  });

  test('watchKnowledge() finds by its rescan what no event told', async () => {
    const { folder, live, log, textOf } = await open({ 'en/board.md': page({ body: body('Old.') }) });
    const elsewhere = await knowledgeFolder({});
    const onChange = () => void live.reload();
    const watch = watchKnowledge(elsewhere, { onChange, debounceMs: 5, rescanMs: 20, log });
    onTestFinished(watch.close);
    await writePage(folder, 'en/board.md', page({ body: body('New.') }));
    await vi.waitFor(() => expect(textOf()).toBe('New.'), { timeout: 10_000 });
  });

  test('watchKnowledge() logs a warning and lives on when the folder cannot be watched', async () => {
    const { log, lines } = await open({ 'en/board.md': page() });
    let calls = 0;
    const onChange = () => void (calls += 1);
    const watch = watchKnowledge('no\0folder', { onChange, debounceMs: 5, rescanMs: 20, log });
    onTestFinished(watch.close);
    expect(lines.join('')).toContain('Watching the knowledge folder failed');
    await vi.waitFor(() => expect(calls).toBeGreaterThan(1), { timeout: 10_000 });
  });
});
