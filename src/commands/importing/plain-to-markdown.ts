import type { Paragraph, PhrasingContent } from 'mdast';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';

/** Tables are the only thing beyond plain markdown that announcements may have: cells, and the line below the first row. */
const tables: readonly Unsafe[] = [
  { character: '|', inConstruct: 'phrasing' },
  { character: ':', after: '-', atBreak: true },
  { character: '-', after: ':', atBreak: true },
];

/**
 * Plain text as markdown that shows it as it is: nothing in it becomes markup. Empty lines part paragraphs, other line ends
 * stay line ends.
 */
export function plainToMarkdown(text: string): string {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
  const children = paragraphs.map(toParagraph);
  return toMarkdown({ type: 'root', children }, { unsafe: [...tables] }).trimEnd();
}

function toParagraph(lines: readonly string[]): Paragraph {
  const children = lines.flatMap((value, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    { type: 'text', value },
  ]);
  return { type: 'paragraph', children };
}
