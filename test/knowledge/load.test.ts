import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { AppError } from '../../src/errors.ts';
import { inThreeLanguages, knowledgeFolder, page } from './knowledge-folder.ts';

const now = Date.UTC(2026, 10, 22);

describe('loadKnowledge()', () => {
  test('loadKnowledge() joins the three versions of a section under one id', async () => {
    const folder = await knowledgeFolder(
      inThreeLanguages({
        en: '## Treasurer {#treasurer}\n\nThe treasurer of 2023.\n',
        es: '## Tesorería {#treasurer}\n\nEl tesorero de 2023.\n',
        fr: '## Trésorerie {#treasurer}\n\nLe trésorier de 2023.\n',
      }),
    );
    const { sections, concepts, problems } = await loadKnowledge(folder, { now });
    expect(problems).toEqual([]);
    expect(concepts.map(({ forms }) => forms)).toEqual([['city', 'ciudad', 'ville']]);
    expect(sections).toHaveLength(1);
    expect(sections[0]).toMatchObject({
      id: 'board#treasurer',
      documentId: 'board',
      anchor: 'treasurer',
      topic: 'report',
    });
    expect(Object.keys(sections[0]?.texts ?? {}).toSorted()).toEqual(['en', 'es', 'fr']);
    expect(sections[0]?.texts.es).toMatchObject({
      language: 'es',
      documentTitle: 'Board',
      heading: 'Tesorería',
      parents: [],
      units: [{ kind: 'sentence', text: 'El tesorero de 2023.', index: 0, block: 0 }],
      sources: [{ title: 'Informe Anual 2023 (Metropolis)', page: '16', date: '2023' }],
    });
  });

  test('loadKnowledge() keeps the order of paths and of sections, however the disk lists them', async () => {
    const folder = await knowledgeFolder({
      'en/z.md': page({ id: 'z' }),
      'en/a/b.md': page({ id: 'b', body: '## Z {#z}\n\nText.\n\n## A {#a}\n\nText.\n' }),
      'en/a.md': page({ id: 'a' }),
    });
    const { sections } = await loadKnowledge(folder, { now });
    expect(sections.map(({ id }) => id)).toEqual(['a#treasurer', 'b#z', 'b#a', 'z#treasurer']);
  });

  test('loadKnowledge() gives a section its own sources when the head names some', async () => {
    const head = 'sections:\n  treasurer:\n    - page: "≈17"\n    - title: Berlin\n      date: 2025';
    const folder = await knowledgeFolder({ 'en/board.md': page({ head }) });
    const { sections } = await loadKnowledge(folder, { now });
    expect(sections[0]?.texts.en?.sources).toEqual([
      { title: 'Informe Anual 2023 (Metropolis)', page: '≈17', date: '2023' },
      { title: 'Berlin', date: '2025' },
    ]);
  });

  test('loadKnowledge() gives a section the keywords of its language', async () => {
    const head = 'keywords:\n  treasurer:\n    - money\n    - who pays';
    const folder = await knowledgeFolder({ 'en/board.md': page({ head }), 'es/board.md': page({ lang: 'es' }) });
    const { sections } = await loadKnowledge(folder, { now });
    expect([sections[0]?.texts.en?.keywords, sections[0]?.texts.es?.keywords]).toEqual([['money', 'who pays'], []]);
  });

  test('loadKnowledge() takes an anchor for what it is when it is also a word of the language of the program', async () => {
    const folder = await knowledgeFolder({ 'en/board.md': page({ body: '## Builder {#constructor}\n\nText.\n' }) });
    const { sections } = await loadKnowledge(folder, { now });
    expect(sections[0]?.texts.en).toMatchObject({ keywords: [], sources: [{ page: '16' }] });
  });

  test('loadKnowledge() leads links to sections and makes plain text of dead ones', async () => {
    const body =
      '## A {#a}\n\nSee [members](../members.md#size), [*here*](#a), [gone](gone.md#a) and [web](https://example.org).\n';
    const folder = await knowledgeFolder({
      'en/report/board.md': page({ body }),
      'en/members.md': page({ id: 'members-page', body: '## Size {#size}\n\nText.\n' }),
    });
    const { sections, problems } = await loadKnowledge(folder, { now });
    const text = sections.find(({ id }) => id === 'board#a')?.texts.en;
    const urls = JSON.stringify(text?.body).match(/"url":"[^"]*"/g);
    expect(urls).toEqual([
      '"url":"knowledge:members-page#size"',
      '"url":"knowledge:board#a"',
      '"url":"https://example.org"',
    ]);
    expect(text?.units[0]?.text).toBe('See members, here, gone and web.');
    expect(JSON.stringify(text?.units[0]?.node).match(/"url":"[^"]*"/g)).toEqual(urls);
    expect(problems.filter(({ rule }) => rule === 'dead-link')).toHaveLength(1);
  });

  test('loadKnowledge() leaves out a broken page, names its problems and serves the rest', async () => {
    const folder = await knowledgeFolder({
      'en/board.md': page(),
      'es/board.md': page({ lang: 'es', body: '# Sin ancla\n\n<b>Texto</b>\n' }),
      'fr/board.md': new Uint8Array([0xff, 0xfe, 0x00]),
      'en/notes.txt': 'No page.',
      'de/board.md': 'No language.',
    });
    const { sections, problems } = await loadKnowledge(folder, { now });
    expect(sections.map(({ id, texts }) => [id, ...Object.keys(texts)])).toEqual([['board#treasurer', 'en']]);
    expect(problems.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'es/board.md anchor',
      'es/board.md heading-level',
      'es/board.md no-html',
      'es/board.md no-html',
      'fr/board.md not-utf-8',
    ]);
  });

  test('loadKnowledge() serves the first of two pages with one id', async () => {
    const folder = await knowledgeFolder({
      'en/a.md': page({ body: '## One {#one}\n\nFirst.\n' }),
      'en/b.md': page({ body: '## One {#one}\n\nSecond.\n' }),
    });
    const { sections, problems } = await loadKnowledge(folder, { now });
    expect(sections.map(({ texts }) => texts.en?.units[0]?.text)).toEqual(['First.']);
    expect(problems.find(({ rule }) => rule === 'duplicate-id')).toMatchObject({
      path: 'en/b.md',
      line: 2,
      severity: 'error',
    });
  });

  test('loadKnowledge() throws an AppError when the folder does not exist', async () => {
    const folder = await knowledgeFolder({});
    await expect(loadKnowledge(`${folder}/gone`, { now })).rejects.toThrow(AppError);
    await expect(loadKnowledge(`${folder}/gone`, { now })).rejects.toMatchObject({ code: 'knowledge' });
  });
});
