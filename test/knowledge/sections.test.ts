import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/knowledge/document.ts';
import { splitSections } from '../../src/knowledge/sections.ts';
import { page } from './knowledge-folder.ts';

function split(body: string, head = '') {
  const text = page({ body, head });
  const document = parseDocument('en/report/board.md', new TextEncoder().encode(text));
  if (document.value === undefined) throw new Error(JSON.stringify(document.problems));
  const offset = text.slice(0, text.length - body.length).split('\n').length - 1;
  const { value, problems } = splitSections(document.value);
  return { sections: value?.sections, faults: problems.map(({ line, rule }) => `${line - offset} ${rule}`) };
}

describe('splitSections()', () => {
  test('splitSections() gives every heading its text, anchor and parents', () => {
    const { sections, faults } = split(
      '## The *board* {#board}\n\nA.\n\n### Treasurer {#treasurer}\n\nB\nC.\n\n## Size {#size}\n\nD.\n',
    );
    expect(faults).toEqual([]);
    expect(sections?.map(({ anchor, heading, parents }) => ({ anchor, heading, parents }))).toEqual([
      { anchor: 'board', heading: 'The board', parents: [] },
      { anchor: 'treasurer', heading: 'Treasurer', parents: ['The board'] },
      { anchor: 'size', heading: 'Size', parents: [] },
    ]);
    expect(sections?.[1]?.body).toEqual({
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'B C.' }] }],
    });
  });

  const good = '## A {#a}\n\n';
  test.each([
    ['text before the first heading', 'Hello.\n\n## A {#a}\n\nB.\n', '1 text-before-heading'],
    ['a heading of level 1', '# A {#a}\n\nB.\n', '1 heading-level'],
    ['a heading of level 4', '#### A {#a}\n\nB.\n', '1 heading-level'],
    ['a heading without an anchor', '## A\n\nB.\n', '1 anchor'],
    ['a heading of an anchor alone', '## {#a}\n\nB.\n', '1 anchor'],
    ['an anchor with capitals', '## A {#Big}\n\nB.\n', '1 anchor'],
    ['an anchor with an accent', '## A {#año}\n\nB.\n', '1 anchor'],
    ['an anchor with an underscore', '## A {#a_b}\n\nB.\n', '1 anchor'],
    ['an anchor that stands twice', `${good}B.\n\n## C {#a}\n\nD.\n`, '5 duplicate-anchor'],
    ['a section without text', `${good}## C {#c}\n\nD.\n`, '1 empty-section'],
    ['a page without a section', '\n', '-12 empty-page'],
    ['a block of HTML', `${good}<div>B</div>\n`, '3 no-html'],
    ['an HTML comment', `${good}B.\n\n<!-- later -->\n`, '5 no-html'],
    ['HTML within a sentence', `${good}B <b>C</b>.\n`, '3 no-html', '3 no-html'],
    ['an image', `${good}![B](b.png)\n`, '3 no-images'],
    ['an image in a table', `${good}| B |\n|---|\n| ![C](c.png) |\n`, '5 no-images'],
    ['a quotation', `${good}> B.\n`, '3 unsupported-markdown'],
    ['a block of code', `${good}\`\`\`\nB\n\`\`\`\n`, '3 unsupported-markdown'],
    ['a heading within a list', `${good}- ## B\n`, '3 unsupported-markdown'],
    [
      'a link by reference',
      `${good}[B][c].\n\n[c]: https://example.org\n`,
      '3 unsupported-markdown',
      '5 unsupported-markdown',
    ],
    ['a link without encryption', `${good}[B](http://example.org).\n`, '3 bad-link'],
    ['a link that runs a program', `${good}[B](javascript:alert(1)).\n`, '3 bad-link'],
    ['a link without an anchor', `${good}[B](members.md).\n`, '3 bad-link'],
    ['a link to another kind of file', `${good}[B](members.pdf#size).\n`, '3 bad-link'],
    ['a link from the root of the machine', `${good}[B](/en/members.md#size).\n`, '3 bad-link'],
  ])('splitSections() reports %s', (_, body, ...faults) => {
    const result = split(body);
    expect(result.faults).toEqual(faults);
    expect(result.sections).toBeUndefined();
  });

  test.each([
    ['sources', 'sections:\n  b:\n    - page: 3'],
    ['keywords', 'keywords:\n  b:\n    - money'],
  ])('splitSections() reports %s of a section that does not exist, at their line', (_, head) => {
    expect(split('## A {#a}\n\nB.\n', head).faults).toEqual(['-3 unknown-section']);
  });

  test('splitSections() reports every problem at once', () => {
    expect(split('Hello.\n\n# A\n\n<br>\n\n## B {#B}\n\n![C](c.png)\n').faults).toEqual([
      '1 text-before-heading',
      '3 heading-level',
      '3 anchor',
      '5 no-html',
      '7 anchor',
      '9 no-images',
    ]);
  });

  test.each(['https://example.org/a', 'mailto:care@metropolis.org', 'members.md#size', '../care/fund.md#first', '#a'])(
    'splitSections() accepts the address %s',
    (url) => {
      const { sections, faults } = split(`${good}[B](${url}).\n`);
      expect(faults).toEqual([]);
      expect(sections?.[0]?.links.map((link) => link.url)).toEqual([url]);
    },
  );

  test('splitSections() keeps approximations apart when several stand in one sentence', () => {
    const { sections } = split(`${good}From ~100 to ~200 cities.\n`);
    expect(sections?.[0]?.body.children).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: 'From ~100 to ~200 cities.' }] },
    ]);
  });
});
