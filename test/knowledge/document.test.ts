import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { largestPage, parseDocument } from '../../src/knowledge/document.ts';
import { page } from './knowledge-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseDocument('en/board.md', bytes(text));
const problemsOf = (text: string) =>
  parse(text).problems.map(({ line, rule, message }) => `${line} ${rule} ${message}`);

describe('parseDocument()', () => {
  test('parseDocument() reads every key when the page has no mistake', () => {
    const { value, problems } = parse(page());
    expect(problems).toEqual([]);
    expect(value?.path).toBe('en/board.md');
    expect(value?.language).toBe('en');
    expect(value?.frontMatter).toEqual({
      id: 'board',
      title: 'Board',
      lang: 'en',
      topic: 'report',
      source: { title: 'Informe Anual 2023 (Metropolis)', page: '16', date: '2023' },
      sections: new Map(),
      keywords: new Map(),
      owner: 'Secretariat General',
      reviewBy: '2027-06-30',
    });
  });

  test('parseDocument() gives the lines of the file to the tree when the head is long', () => {
    const text = page({ body: '## Treasurer {#treasurer}\n' });
    const line = text.split('\n').indexOf('## Treasurer {#treasurer}') + 1;
    expect(parse(text).value?.tree.children[0]?.position?.start.line).toBe(line);
  });

  test.each([
    ['2023', '2023'],
    ['"2023"', '2023'],
    ['2025-02', '2025-02'],
    ['2025-02-20', '2025-02-20'],
    ["'2025-02-20'", '2025-02-20'],
    ['2025-02-20T10:00:00Z', '2025-02-20'],
  ])('parseDocument() reads the date %s as %s', (written, date) => {
    const { value } = parse(page({ head: `source:\n  title: Report\n  date: ${written}` }));
    expect(value?.frontMatter.source.date).toBe(date);
  });

  test('parseDocument() completes the sources of a section from the page when they have no title of their own', () => {
    const head = [
      'source:\n  title: Report\n  section: Index\n  page: 3\n  url: https://example.org/report\n  date: 2023',
      'sections:\n  results:\n    - page: "≈9"\n    - title: Berlin\n      date: 2025-02',
    ].join('\n');
    expect(Object.fromEntries(parse(page({ head })).value?.frontMatter.sections ?? [])).toEqual({
      results: [
        { title: 'Report', section: 'Index', page: '≈9', url: 'https://example.org/report', date: '2023' },
        { title: 'Berlin', date: '2025-02' },
      ],
    });
  });

  test.each([
    ['a missing key', 'title:', /^\d+ front-matter title is wrong: write the page's title/],
    ['an id with capitals', 'id: Board', /front-matter id is wrong/],
    ['an unknown topic', 'topic: sports', /front-matter topic is wrong: write one of report, association/],
    ['an unknown language', 'lang: de', /front-matter lang is wrong: write en, es, fr/],
    ['the language of another folder', 'lang: es', /lang-of-folder lang is es in the folder en\//],
    ['a source without a date', 'source:\n  title: Report', /front-matter source\.date is missing: write a year/],
    ['a day that does not exist', 'source:\n  title: Report\n  date: 2025-02-30', /front-matter source\.date is wrong/],
    ['a month that does not exist', 'source:\n  title: Report\n  date: 2025-13', /front-matter source\.date is wrong/],
    [
      'an address that is not https',
      'source:\n  title: R\n  date: 2023\n  url: http://example.org',
      /source\.url is wrong: write an address/,
    ],
    ['a year as review day', 'reviewBy: 2027', /front-matter reviewBy is wrong: write the day/],
    ['an unknown key', 'autor: me', /front-matter autor is not a key of the front matter/],
    [
      'a section source with a title and no date',
      'sections:\n  a:\n    - title: Berlin',
      /sections\.a\.0\.date is missing: a source with a title/,
    ],
    ['a text that is not YAML', 'title: "Board', /front-matter The front matter is not YAML/],
    [
      'a key that stands twice',
      'autor: me\nautor: you',
      /front-matter The front matter is not YAML \(duplicated mapping key\)/,
    ],
  ])('parseDocument() reports %s', (_, head, expected) => {
    const problems = problemsOf(page({ head }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  test('parseDocument() reports all problems at once, each at the line of its key', () => {
    const text = [
      '---',
      'id: Board',
      'title: Board',
      'lang: en',
      'topic: sports',
      'source:',
      '  title: Report',
      '  url: ftp://example.org',
      '  date: 2023',
      'sections:',
      '  results:',
      '    - page: 3',
      '    - title: Berlin',
      '      date: soon',
      '  later:',
      '    - date: never',
      'owner: Team',
      'reviewBy: 2027-06-30',
      '---',
      '## A {#a}',
    ].join('\n');
    expect(problemsOf(text).map((problem) => problem.split(' is ')[0])).toEqual([
      '2 front-matter id',
      '5 front-matter topic',
      '8 front-matter source.url',
      '14 front-matter sections.results.1.date',
      '16 front-matter sections.later.0.date',
    ]);
  });

  test.each([
    ['no head', '## A {#a}\n', /^1 front-matter The page has no front matter/],
    ['an empty file', '', /^1 front-matter The page has no front matter/],
    ['a head without an end', '---\nid: board\n', /^1 front-matter The front matter has no end/],
    ['an empty head', '---\n---\n', /front-matter id is missing/],
    ['a head that is a list', '---\n- a\n---\n', /front-matter/],
  ])('parseDocument() reports %s', (_, text, expected) => {
    expect(problemsOf(text)[0]).toMatch(expected);
    expect(parse(text).value).toBeUndefined();
  });

  test.each(['js', 'javascript', 'JS', 'coffee', 'json', 'toml', ' js'])(
    'parseDocument() refuses a head marked as %s and does not run it',
    async (format) => {
      const folder = await mkdtemp(join(tmpdir(), 'head-'));
      onTestFinished(async () => await rm(folder, { recursive: true }));
      const trace = join(folder, 'trace');
      const program = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran') ?? { id: 'board' }`;
      const { value, problems } = parse(`---${format}\n${program}\n---\n## A {#a}\n\nText.\n`);
      expect(value).toBeUndefined();
      expect(problems.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['front-matter error']);
      expect(problems[0]?.message).toContain('only YAML is read');
      await expect(access(trace)).rejects.toThrow('ENOENT');
    },
  );

  test('parseDocument() reports the same problem again when it reads the same broken text twice', () => {
    const text = page({ head: 'title: "Board' });
    expect(problemsOf(text)).toEqual(problemsOf(text));
    expect(problemsOf(text)).toHaveLength(1);
  });

  test('parseDocument() reports a file that is not UTF-8', () => {
    const { value, problems } = parseDocument('en/board.md', Uint8Array.of(0x2d, 0xe9, 0x20));
    expect(value).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toEqual(['not-utf-8']);
  });

  test('parseDocument() reports a file that is too large', () => {
    const { value, problems } = parseDocument('en/board.md', new Uint8Array(largestPage + 1).fill(0x61));
    expect(value).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toEqual(['too-large']);
  });

  test('parseDocument() reads a page with a byte order mark, Windows line breaks and decomposed letters', () => {
    const text = page({ head: 'title: Réunion'.normalize('NFD') });
    const { value, problems } = parse(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(problems).toEqual([]);
    expect(value?.frontMatter.title).toBe('Réunion'.normalize('NFC'));
  });
});
