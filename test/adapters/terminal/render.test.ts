import { stripVTControlCharacters, styleText } from 'node:util';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../adapters/terminal/dialect.ts';
import { renderReply } from '../../../adapters/terminal/render.ts';
import { textWidth, wrap } from '../../../adapters/terminal/wrap.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { expectNoControls } from '../../contract/hostile-text.ts';
import { markdown } from '../../contract/sample-core.ts';

const plain: Paper = { width: 40, style: (_formats, text) => text };
const colourful: Paper = {
  width: 40,
  style: (formats, text) => styleText([...formats], text, { validateStream: false }),
};

function render(source: string, paper = plain, parts: Partial<Reply> = {}): string {
  return renderReply({ language: 'en', body: markdown(source), ...parts }, paper);
}

describe('renderReply()', () => {
  test('prints sources and numbered actions under the body', () => {
    const shown = render(
      'The answer.',
      { ...plain, width: 80 },
      {
        sources: [
          { sectionId: 'p#a', title: 'Report', section: 'One', page: '7', date: '2023', url: 'https://example.org/r' },
        ],
        actions: [
          { kind: 'ask', label: 'Ask on', question: 'And?' },
          { kind: 'read', label: 'Read all', sectionId: 'p#a' },
        ],
      },
    );
    expect(shown).toBe(
      'The answer.\n\nSources\n• Report › One, p. 7, 2023 <https://example.org/r>\n\n1) Ask on\n2) Read all',
    );
  });

  test.each([
    [
      'lists',
      '1. one two three four five six seven eight nine\n2. two\n   - inner',
      '1. one two three four five six seven\n   eight nine\n2. two\n   • inner',
    ],
    ['loose lists', '- one\n\n- two', '• one\n\n• two'],
    ['ticked items', '- [x] done', '• ☑ done'],
    ['quotations', '> one\n> two', '│ one two'],
    ['code', '```\na  b\n```', '    a  b'],
    [
      'narrow tables',
      '| Host | People |\n|-|-:|\n| Brussels | 900 |',
      'Host      People\n────────  ──────\nBrussels     900',
    ],
    [
      'wide tables',
      '| Year | Host |\n|-|-|\n| 2023 | Brussels, the capital of the Kingdom of Belgium |\n| 2024 | |',
      'Year: 2023\nHost: Brussels, the capital of the\nKingdom of Belgium\n\nYear: 2024',
    ],
    [
      'links',
      '[report](https://example.org/r) and [members](knowledge:m#a)',
      'report (https://example.org/r) and\nmembers',
    ],
    ['hard breaks', 'one\\\ntwo', 'one\ntwo'],
    ['lines', 'a\n\n---\n\nb', `a\n\n${'─'.repeat(24)}\n\nb`],
    ['footnotes', 'a[^1]\n\n[^1]: b', 'a[1]\n\n[1] b'],
    ['pictures and raw HTML', '![A map](https://example.org/m.png) <b>x</b>', 'A map x'],
  ])('prints %s', (_name, source, shown) => {
    expect(render(source)).toBe(shown);
  });

  test('says the same with and without colours', () => {
    const source =
      '# Title\n\nSome **bold *text* that** goes on over the end of the line, `code`, ~~gone~~ [x](https://a.example/).';
    const shown = render(source, colourful);
    expect(shown).toContain('\u001B[1m');
    expect(stripVTControlCharacters(shown)).toBe(render(source));
  });

  test('prints no control character and no line that is too wide whatever the text is', () => {
    const pieces = constantFrom(
      '\u001B[31m',
      '\u009B',
      '\u202E',
      'word ',
      'two words ',
      '\n',
      '- ',
      '> ',
      '|',
      '1. ',
      '**',
    );
    assert(
      property(array(pieces, { maxLength: 40 }), (parts) => {
        const shown = render(parts.join(''));
        expectNoControls(shown);
        const tooWide = shown.split('\n').filter((line) => textWidth(line) > plain.width && line.trim().includes(' '));
        // Deeply nested quotations and lists keep ten columns for their text.
        expect(tooWide.filter((line) => !/^[│• \d.]{30}/.test(line))).toEqual([]);
      }),
    );
  });
});

describe('wrap()', () => {
  test('fills lines up to their width', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
  });

  test('leaves a long word whole', () => {
    expect(wrap('see https://example.org/long now', 10)).toEqual(['see', 'https://example.org/long', 'now']);
  });

  test('counts letters as they are seen', () => {
    expect(textWidth('\u001B[1me\u0301a\u001B[22m')).toBe(2);
  });
});
