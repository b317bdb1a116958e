import type { Nodes, Table } from 'mdast';
import { plainText } from '../../src/chat/plain-text.ts';

/**
 * A table whose columns stand side by side in letters of one width; undefined where that would be wider than `width`,
 * or where cells hold what such letters cannot show.
 */
export function tableGrid(table: Table, width: number): string | undefined {
  const nodes = table.children.flatMap((row) => row.children).flatMap((cell): readonly Nodes[] => cell.children);
  if (nodes.some((node) => node.type === 'link' || node.type === 'linkReference')) return undefined;
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      plainText({ type: 'root', children: [{ type: 'paragraph', children: cell.children }] }).replace(/\s+/g, ' '),
    ),
  );
  const [header = []] = rows;
  const widths = header.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  if (rows.some((row) => row.length > header.length)) return undefined;
  if (widths.reduce((sum, column) => sum + column + 2, -2) > width) return undefined;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
        return table.align?.[column] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((column) => '─'.repeat(column)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

const characters = new Intl.Segmenter('en');

/** In characters as people count them. */
function lengthOf(text: string): number {
  return Array.from(characters.segment(text)).length;
}
