import type { Root, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { parseMarkdown } from '../../src/chat/markdown.ts';
import { splitSentences } from '../../src/knowledge/sentences.ts';
import { toUnits } from '../../src/knowledge/units.ts';

const sentencesOf = (text: string, language: Language) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

/** Text with `|` where one sentence ends and the next begins. */
const sentences: readonly [Language, string][] = [
  ['en', 'Seoul hosted the congress.| Berlin hosted the board.'],
  ['en', 'Dr. Ada Colau and Mr. J. F. Kennedy met St. Anne.| They agreed.'],
  ['en', 'See no. 5 of the plan.| The answer was no.| Others followed.'],
  ['en', 'See p. 16 and pp. 3–4.| Art. 7 applies.'],
  ['en', 'It costs approx. 100,000 euros.| It ended.'],
  ['en', 'The U.S. government came.| Others left.'],
  ['en', 'It grew by 35.3% in 2023.| It stopped in 2024.'],
  ['en', 'Parks, trees, etc. are included.| So are gardens, etc.| Roofs are not.'],
  ['en', 'Who cares?| We do!'],
  ['en', 'The workshop, e.g. Caring, met (i.e. Bonn).| It ended.'],
  ['es', 'Asistió el Sr. Vaquer con la Dra. Colau.| Terminó el 15 de junio.'],
  ['es', 'Hubo actividades, p. ej. Care, y otras.| Fin.'],
  ['es', 'Vinieron de EE. UU. y de México.| Se fueron.'],
  ['es', 'La 6.ª edición y el 14.º congreso fueron en Seúl.| El 3.er foro, no.'],
  ['es', 'Véase el art. 7 y la pág. 16.| El n.º 5 trata de ello.'],
  ['es', '¿Quién preside?| Berlín.'],
  ['fr', 'M. Vaquer et le Dr. Durand sont venus.| Ils ont parlé.'],
  ['fr', 'Le bilan : 1\u202f400 personnes, soit 35,3\u00a0%.| Qui préside\u00a0?| Berlin.'],
  ['fr', 'Voir p. ex. Bonn, c. 1985.| Le no. 5 suit.'],
  ['fr', 'Le thème était «\u00a0Villes pour tous\u00a0».| Le lieu était Hyderabad.'],
];

describe('splitSentences()', () => {
  test.each(sentences)('splitSentences() finds the ends of the sentences in %s: %s', (language, marked) => {
    expect(sentencesOf(marked.replaceAll('|', ''), language)).toEqual(marked.split('|').map((part) => part.trim()));
  });

  test('splitSentences() gives nothing when the text has no words', () => {
    expect(splitSentences('   ', 'en')).toEqual([]);
  });
});

function withoutPositions(node: Root | RootContent): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

const unitsOf = (markdown: string) => toUnits(parseMarkdown(markdown), 'en');
const summaryOf = (markdown: string) =>
  unitsOf(markdown).map(({ kind, block, lead, text }) => `${kind} ${block} ${lead ?? '-'} ${text}`);

describe('toUnits()', () => {
  test('toUnits() introduces each item by the sentence with a colon, and an inner item by the outer one', () => {
    const markdown =
      'Before. In 2023, the board had:\n\n- **Berlin**, president\n  - Franziska Giffey\n- Seoul\n\nAfter.\n';
    expect(summaryOf(markdown)).toEqual([
      'sentence 0 - Before.',
      'sentence 0 - In 2023, the board had:',
      'item 1 1 Berlin, president',
      'item 1 2 Franziska Giffey',
      'item 1 1 Seoul',
      'sentence 2 - After.',
    ]);
  });

  test('toUnits() gives a list no introduction when the sentence before it has no colon or is not next to it', () => {
    expect(summaryOf('The board.\n\n- Berlin\n')).toEqual(['sentence 0 - The board.', 'item 1 - Berlin']);
    expect(summaryOf('The board:\n\nText.\n\n- Berlin\n').at(-1)).toBe('item 2 - Berlin');
    expect(summaryOf('The board:\n\n- Berlin\n\n1. Seoul\n').at(-1)).toBe('item 2 - Seoul');
  });

  test('toUnits() numbers the units in the order of the text', () => {
    expect(unitsOf('One. Two:\n\n- C\n- D\n\nE.\n').map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  test('toUnits() reads a row with the titles of its columns, and leaves out empty cells', () => {
    const markdown =
      'Congresses:\n\n| Year | Host | Theme |\n|---|---|---|\n| 2002 | Seoul | |\n| 2014 | Hyderabad | Cities for All |\n';
    expect(summaryOf(markdown)).toEqual([
      'sentence 0 - Congresses:',
      'row 1 0 Year: 2002; Host: Seoul',
      'row 1 0 Year: 2014; Host: Hyderabad; Theme: Cities for All',
    ]);
  });

  test('toUnits() keeps links and emphasis in the sentence to which they belong', () => {
    const [first, second] = unitsOf('The **Board. Its** members: see [the *list*](a.md#b). End.');
    expect(first?.text).toBe('The Board.');
    expect(first && withoutPositions(first.node)).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', value: 'The ' },
        { type: 'strong', children: [{ type: 'text', value: 'Board.' }] },
      ],
    });
    expect(second && withoutPositions(second.node)).toEqual({
      type: 'paragraph',
      children: [
        { type: 'strong', children: [{ type: 'text', value: 'Its' }] },
        { type: 'text', value: ' members: see ' },
        {
          type: 'link',
          title: null,
          url: 'a.md#b',
          children: [
            { type: 'text', value: 'the ' },
            { type: 'emphasis', children: [{ type: 'text', value: 'list' }] },
          ],
        },
        { type: 'text', value: '.' },
      ],
    });
  });

  test('toUnits() makes of an item a list of one that keeps its number, without the inner list', () => {
    const [, second] = unitsOf('3. Berlin\n4. Seoul\n   - Oh Se-hoon\n');
    expect(second && withoutPositions(second.node)).toEqual({
      type: 'list',
      ordered: true,
      start: 4,
      spread: false,
      children: [
        {
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Seoul' }] }],
        },
      ],
    });
  });

  test('toUnits() makes of a row a table of the titles and that row', () => {
    const [, second] = unitsOf('| Year | Host |\n|---|---|\n| 2002 | Seoul |\n| 2014 | Hyderabad |\n');
    expect(second?.node.type === 'table' && second.node.children.map((row) => unitText(row))).toEqual([
      'Year Host',
      '2014 Hyderabad',
    ]);
  });
});

function unitText(node: Root | RootContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => unitText(child)).join(' ') : '';
}
