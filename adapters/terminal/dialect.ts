import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { ListItem, Nodes, Root, Table } from 'mdast';
import { handleNode, type NodeHandlers } from '../../src/chat/node-handlers.ts';
import { inertText, linkAddress } from '../../src/chat/plain-text.ts';
import { textWidth, wrap } from './wrap.ts';

export type Format = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'dim' | 'cyan';

/** The paper on which a reply is printed: its width in columns, and how it shows that a text is bold or underlined. */
export interface Paper {
  readonly width: number;
  readonly style: (formats: readonly Format[], text: string) => string;
}

const defaultWidth = 80;
const leastWidth = 20;

/** The paper that an output is: as wide as its terminal, and with styles where it shows them. */
export function paperOf(output: Writable & { readonly columns?: number }): Paper {
  return {
    // Some terminals report a width of 0 until somebody sizes them.
    width: Math.max(output.columns || defaultWidth, leastWidth),
    style: (formats, text) => styleText([...formats], text, { stream: output }),
  };
}

const inlines: NodeHandlers<[Paper, readonly Format[]], string> = {
  text: (node, paper, formats) => styled(node.value.replace(/[ \t]*\n[ \t]*/g, ' '), paper, formats),
  inlineCode: (node, paper, formats) => styled(node.value, paper, [...formats, 'cyan']),
  emphasis: (node, paper, formats) => phrase(node.children, paper, [...formats, 'italic']),
  strong: (node, paper, formats) => phrase(node.children, paper, [...formats, 'bold']),
  delete: (node, paper, formats) => phrase(node.children, paper, [...formats, 'strikethrough']),
  break: () => '\n',
  link: (node, paper, formats) => {
    const address = linkAddress(node.url, phrase(node.children, { ...paper, style: (_formats, text) => text }, []));
    const text = phrase(node.children, paper, [...formats, 'underline']);
    return address === undefined ? text : `${text} (${styled(address, paper, ['dim'])})`;
  },
  linkReference: (node, paper, formats) => phrase(node.children, paper, formats),
  image: (node, paper, formats) => styled(node.alt ?? '', paper, formats),
  imageReference: (node, paper, formats) => styled(node.alt ?? '', paper, formats),
  footnoteReference: (node, paper, formats) => styled(`[${node.identifier}]`, paper, formats),
};

const outlines: NodeHandlers<[Paper], string[]> = {
  root: (node, paper) => blocks(node.children, paper),
  paragraph: (node, paper) => wrap(phrase(node.children, paper, []), paper.width),
  heading: (node, paper) => wrap(phrase(node.children, paper, ['bold']), paper.width),
  blockquote: (node, paper) => hang('│ ', '│ ', narrower(paper, 2), (inner) => blocks(node.children, inner)),
  list: (node, paper) => {
    const first = node.start ?? 1;
    const items = node.children.map((item, index) =>
      listItem(item, node.ordered === true ? `${first + index}. ` : '• ', paper),
    );
    return node.spread === true
      ? items.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
      : items.flat();
  },
  listItem: (node, paper) => listItem(node, '• ', paper),
  code: (node) =>
    inertText(node.value)
      .split('\n')
      .map((line) => `    ${line}`),
  thematicBreak: (_node, paper) => ['─'.repeat(Math.min(paper.width, 24))],
  table: (node, paper) => table(node, paper),
  footnoteDefinition: (node, paper) =>
    hang(inertText(`[${node.identifier}] `), '    ', narrower(paper, 4), (inner) => blocks(node.children, inner)),
};

/** The lines of a markdown tree. No control character of the tree itself comes through, nor does raw HTML. */
export function renderMarkdown(root: Root, paper: Paper): string[] {
  return blocks(root.children, paper);
}

function blocks(nodes: readonly Nodes[], paper: Paper, gap: readonly string[] = ['']): string[] {
  return nodes
    .map((node) => block(node, paper))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [...gap, ...lines]));
}

function block(node: Nodes, paper: Paper): string[] {
  return (
    handleNode(outlines, node, paper) ?? (node.type in inlines ? wrap(phrase([node], paper, []), paper.width) : [])
  );
}

function phrase(nodes: readonly Nodes[], paper: Paper, formats: readonly Format[]): string {
  return nodes.map((node) => handleNode(inlines, node, paper, formats) ?? '').join('');
}

/** Styles word by word, so that a line can be broken at any space without styling its margin. */
function styled(text: string, paper: Paper, formats: readonly Format[]): string {
  const inert = inertText(text);
  return formats.length === 0 ? inert : inert.replace(/\S+/g, (word) => paper.style(formats, word));
}

function narrower(paper: Paper, columns: number): Paper {
  return { ...paper, width: Math.max(paper.width - columns, 10) };
}

function hang(first: string, others: string, paper: Paper, lines: (paper: Paper) => readonly string[]): string[] {
  return lines(paper).map((line, index) => ((index === 0 ? first : others) + line).trimEnd());
}

function listItem(item: ListItem, marker: string, paper: Paper): string[] {
  const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const margin = ' '.repeat(marker.length);
  const gap = item.spread === true ? [''] : [];
  return hang(marker + box, margin, narrower(paper, marker.length + box.length), (inner) =>
    blocks(item.children, inner, gap),
  );
}

/** Columns side by side where they fit the width; otherwise one row after the other as "column: cell". */
function table(node: Table, paper: Paper): string[] {
  const cells = node.children.map((row, index) =>
    row.children.map((cell) => phrase(cell.children, paper, index === 0 ? ['bold'] : []).replaceAll('\n', ' ')),
  );
  const [header = [], ...rows] = cells;
  const widths = header.map((_, column) => Math.max(...cells.map((row) => textWidth(row[column] ?? ''))));
  if (widths.reduce((sum, width) => sum + width + 2, -2) <= paper.width) {
    const line = (row: readonly string[]) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - textWidth(cell));
          return node.align?.[column] === 'right' ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd();
    return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
  }
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : ['']),
    ...row.flatMap((cell, column) => (cell === '' ? [] : wrap(`${header[column] ?? ''}: ${cell}`, paper.width))),
  ]);
}
