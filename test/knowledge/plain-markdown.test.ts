import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { array, assert, constantFrom, oneof, property } from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/chat/markdown.ts';
import { splitFrontMatter } from '../../src/front-matter.ts';
import { parsePlainMarkdown } from '../../src/knowledge/plain-markdown.ts';

/** The tree without its positions, which only the full parser gives everywhere. */
function bare(node: Nodes): object {
  const { position: _, ...rest } = node;
  return 'children' in node ? { ...rest, children: node.children.map((child) => bare(child)) } : rest;
}

/** What the plain parser makes of a text, having compared it with what the full one does; undefined where it declines. */
function read(text: string): object | undefined {
  const plain = parsePlainMarkdown(text, 1);
  if (plain === undefined) return undefined;
  expect(bare(plain)).toEqual(bare(parseMarkdown(text)));
  return plain;
}

describe('parsePlainMarkdown()', () => {
  test.each([
    ['nothing', ''],
    ['paragraphs', 'A b.\n\nC (d): “e”.\n'],
    ['a heading with its anchor', '## Who *leads* it? {#who}\n\nA.\n'],
    ['text right after a heading', '### A\nB.\n'],
    ['a heading right after text', 'A.\n## B\n'],
    ['a list', 'A:\n\n- b\n- **C:** d\n- [e](f.md#g)\n'],
    ['a list right after a heading', '## A\n- b\n'],
    ['two lists', '- a\n\nB.\n\n- c\n'],
    ['a table', '| A | B |\n| --- | --- |\n| *c* |  |\n| d | e, f |\n'],
    ['words in stars', '**A b** c *d*, *e* (**f**).\n'],
    ['links', '[A b](https://example.org/a?b=c#d), then [c](../d/e.md#f).\n'],
    ['addresses', 'Write to a@example.org or see www.example.org.\n'],
    ['signs that mean nothing', 'A & b: 5 % – c; d’e? f! 3-30-300 #g $1,000.50 +h =i\n'],
    ['blanks of other kinds', 'A\u00a0b\u202f: c\u00a0\n\n| A\u00a0 | \u00a0b |\n| --- | --- |\n| \u00a0 | \v |\n'],
    ['a number at the beginning', '2023 was.\n\n1.400 were.\n\n(1) was.\n'],
    ['markup within a line', 'A `b` <c@d.org> **e*f*g** ~h~ \\*i\\* &amp; [j]\n'],
  ])('parsePlainMarkdown() reads %s as the full parser does', (_, text) => {
    expect(read(text)).toBeDefined();
  });

  test.each([
    ['a paragraph of two lines', 'A\nb.\n'],
    ['a list whose items stand apart', '- a\n\n- b\n'],
    ['an inner list', '- a\n  - b\n'],
    ['a numbered list', '1. a\n'],
    ['a list that interrupts a paragraph', 'A:\n- b\n'],
    ['a paragraph that goes on from an item', '- a\nb\n'],
    ['a heading with an underline', 'A\n---\n'],
    ['a heading that signs close', '## A ##\n'],
    ['a heading that signs close before blanks', '## A #  \n'],
    ['a line', '---\n'],
    ['a quotation', '> a\n'],
    ['code', '    a\n\n```\nb\n```\n'],
    ['HTML', '<div>a</div>\n'],
    ['a definition', '[a]: https://example.org\n'],
    ['aligned columns', '| A |\n| :-: |\n| b |\n'],
    ['a row with a cell too many', '| A |\n| --- |\n| b | c |\n'],
    ['a bar that divides nothing', '| A |\n| --- |\n| b \\| c |\n'],
    ['bars without a table', '| A |\n'],
  ])('parsePlainMarkdown() leaves %s to the full parser', (_, text) => {
    expect(parsePlainMarkdown(text, 1)).toBeUndefined();
  });

  test('parsePlainMarkdown() tells the lines of blocks, links and what is no plain text', () => {
    const tree = parsePlainMarkdown('## A\n\nB [c](d.md#e) ![f](g.png).\n', 10);
    const lines: [string, number | undefined][] = [];
    const collect = (node: Nodes): void => {
      if (node.type !== 'root' && node.type !== 'text') lines.push([node.type, node.position?.start.line]);
      if ('children' in node) node.children.forEach(collect);
    };
    if (tree !== undefined) collect(tree);
    expect(lines).toEqual([
      ['heading', 10],
      ['paragraph', 12],
      ['link', 12],
      ['image', 12],
    ]);
  });

  test('parsePlainMarkdown() agrees with the full parser whatever the parts of a text', () => {
    const parts =
      'a|É|b c|12|1.|1)|. |, |: |! |**|*|***|_|`|[|](|)|](x.md#y)|[a](b.md#c)|**a b**|*c*|<|>|<b>|&amp;|& |\\|~~|@|a@b.org|https://a.org|www.a.org|#|## |- |+ | - |> |    |  |\t||\n|\n|\n\n|\n\n|\n- |\n## |\n---\n|\n===\n|\u00a0|«|”|–|\u0301'.split(
        '|',
      );
    const table = constantFrom('\n\n| a | b |\n| --- | --- |\n', '| c | **d** |\n', '| e |\n', '|', '| --- |\n');
    const text = array(oneof(constantFrom(...parts), table), { maxLength: 14 });
    let count = 0;
    assert(
      property(text, (list) => {
        if (read(list.join('')) !== undefined) count += 1;
      }),
      { numRuns: 3000 },
    );
    expect(count).toBeGreaterThan(300);
  });

  test('parsePlainMarkdown() reads the pages of the knowledge as the full parser does', async () => {
    const folder = join(import.meta.dirname, '../../knowledge');
    const paths = (await readdir(folder, { recursive: true })).filter((path) => /^(?:en|es|fr)\/.*\.md$/.test(path));
    const texts = await Promise.all(paths.map(async (path) => await readFile(join(folder, path), 'utf8')));
    for (const text of texts) {
      const parts = splitFrontMatter(text.normalize('NFC'));
      if (parts.found === 'yaml') read(parts.body);
    }
    expect(texts.length).toBeGreaterThan(100);
  });
});
