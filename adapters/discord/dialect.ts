import type { List, ListItem, Nodes, Root, Table, Text } from 'mdast';
import { handleNode, type NodeHandlers } from '../../src/chat/node-handlers.ts';
import { inertText, linkAddress, plainText, safeUrl } from '../../src/chat/plain-text.ts';

/** A stretch of Discord's markdown that stands for itself. */
export interface Block {
  readonly text: string;
  /** Follows the block before without an empty line, as items of one list do. */
  readonly tight?: true;
}

/** As long may a block be before it is shown without its markup, so that it can be cut anywhere. */
const longestBlock = 1500;
/** Tables up to this width stand in columns; a telephone shows about as much. */
const tableWidth = 56;

/** Text that Discord shows as it is: no markup, no mention, no link, no emoji. */
export function escapeText(text: string): string {
  return inertText(text)
    .replace(/[\\*_~|`[\]<>@]/g, '\\$&')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:');
}

/** The same on one line. */
export function escapeLine(text: string): string {
  return lineStart(escapeText(text.replace(/\s+/g, ' ').trim()));
}

/** What begins a line must not make it a heading or a list. */
function lineStart(line: string): string {
  return line.replace(
    /^(\s*)(?:([-+#])|(\d+)([.)]))/,
    (_match, space: string, mark?: string, digits?: string, end?: string) =>
      mark === undefined ? `${space}${digits ?? ''}\\${end ?? ''}` : `${space}\\${mark}`,
  );
}

const inlines: NodeHandlers<[], string> = {
  text: (node) => escapeText(node.value.replace(/[ \t]*\n[ \t]*/g, ' ')) + onReadersClock(node),
  inlineCode: (node) => (/[`\\]|^\s*$/.test(node.value) ? escapeText(node.value) : `\`${inertText(node.value)}\``),
  emphasis: (node) => wrapped('*', phrase(node.children)),
  strong: (node) => wrapped('**', phrase(node.children)),
  delete: (node) => wrapped('~~', phrase(node.children)),
  break: () => '\n',
  link: (node) => {
    const text = plainText({ type: 'root', children: [{ type: 'paragraph', children: node.children }] });
    return linkText(node.url, text, phrase(node.children));
  },
  linkReference: (node) => phrase(node.children),
  image: (node) => escapeText(node.alt ?? ''),
  imageReference: (node) => escapeText(node.alt ?? ''),
  footnoteReference: (node) => escapeText(`[${node.identifier}]`),
};

/** The same instant as the reader's own client writes it: Discord tells nobody the zones of people. */
function onReadersClock({ data }: Text): string {
  const instant = data?.hName === 'time' ? Date.parse(String(data.hProperties?.['dateTime'])) : Number.NaN;
  return Number.isNaN(instant) ? '' : ` = <t:${Math.floor(instant / 1000)}:f>`;
}

/**
 * An address as Discord makes a link of it, without a mention in it; undefined for what people cannot be sent to, such
 * as an address with a name and a password, which looks like that of another place.
 */
export function addressText(address: string): string | undefined {
  const url = safeUrl(address);
  if (url === undefined || !url.startsWith('https:') || new URL(url).username !== '') return undefined;
  return `<${url.replaceAll('@', '%40')}>`;
}

/** A link shows where it leads: as the address alone, or after its text. */
function linkText(address: string, text: string, shown: string): string {
  const elsewhere = linkAddress(address, text);
  const link = addressText(address);
  if (link !== undefined) return elsewhere === undefined ? link : `${shown} (${link})`;
  return elsewhere === undefined ? shown : `${shown} (${escapeText(elsewhere)})`;
}

function wrapped(mark: string, text: string): string {
  return text.trim() === '' || text.includes('\n') ? text : `${mark}${text}${mark}`;
}

function phrase(nodes: readonly Nodes[]): string {
  return nodes.map((node) => handleNode(inlines, node) ?? '').join('');
}

const outlines: NodeHandlers<[], Block[]> = {
  paragraph: (node) => [{ text: paragraph(node.children) }],
  heading: (node) => [{ text: `### ${phrase(node.children).replaceAll('\n', ' ').trim()}` }],
  blockquote: (node) => blocks(node.children).map((part) => ({ ...part, text: prefixed('> ', '> ', part.text) })),
  list: (node) => listBlocks(node),
  listItem: (node) => [{ text: item(node, '- ') }],
  code: (node) => fences(inertText(node.value).split('\n')),
  thematicBreak: () => [{ text: '───' }],
  table: (node) => tableBlocks(node),
  footnoteDefinition: (node) => [
    { text: prefixed(escapeText(`[${node.identifier}] `), '', joinBlocks(blocks(node.children))) },
  ],
};

/** A markdown tree as blocks in Discord's dialect. Raw HTML and control characters do not come through. */
export function toBlocks(root: Root): Block[] {
  return blocks(root.children);
}

export function joinBlocks(parts: readonly Block[]): string {
  return parts.map(({ text, tight }, index) => (index === 0 ? '' : tight ? '\n' : '\n\n') + text).join('');
}

function blocks(nodes: readonly Nodes[]): Block[] {
  return nodes.flatMap(block).filter(({ text }) => text.trim() !== '');
}

function block(node: Nodes): Block[] {
  const found = handleNode(outlines, node) ?? (node.type in inlines ? [{ text: lineStart(phrase([node])) }] : []);
  return found.flatMap((part) => (part.text.length <= longestBlock ? [part] : withoutMarkup(node, part, found)));
}

/** What is too long to stay whole is shown as text, which can be cut. */
function withoutMarkup(node: Nodes, part: Block, found: readonly Block[]): Block[] {
  if (found.length > 1) return [part];
  if (node.type === 'code' || node.type === 'table' || node.type === 'root') return [part];
  const text = plainText({ type: 'root', children: [asContent(node)] });
  return [{ text: text.split('\n').map(escapeText).map(lineStart).join('\n') }];
}

function asContent(node: Exclude<Nodes, Root>): Root['children'][number] {
  return node;
}

function paragraph(nodes: readonly Nodes[]): string {
  return phrase(nodes).split('\n').map(lineStart).join('\n');
}

function prefixed(first: string, others: string, text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n');
}

function listBlocks(list: List): Block[] {
  const first = list.start ?? 1;
  const loose = list.spread === true;
  return list.children.map((child, index) => {
    const text = item(child, list.ordered === true ? `${first + index}. ` : '- ');
    const whole =
      text.length <= longestBlock ? text : lineStart(escapeText(plainText({ type: 'root', children: [child] })));
    return index === 0 || loose ? { text: whole } : { text: whole, tight: true };
  });
}

function item(node: ListItem, marker: string): string {
  const box = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : '';
  const inner = blocks(node.children)
    .map(({ text }) => text)
    .join('\n');
  return prefixed(marker + box, ' '.repeat(marker.length), inner);
}

/** Lines that keep their spaces, in as many fences as needed; `header` stands at the top of each. */
function fences(lines: readonly string[], header: readonly string[] = []): Block[] {
  const room = longestBlock - header.join('\n').length - 16;
  const safe = lines.flatMap((line) => cut(line.replaceAll('```', '`\u200B`\u200B`'), room));
  const parts: string[][] = [[]];
  let length = 0;
  for (const line of safe) {
    if (length + line.length + 1 > room && length > 0) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(line);
    length += line.length + 1;
  }
  return parts.map((part) => ({ text: ['```', ...header, ...part, '```'].join('\n') }));
}

function cut(line: string, length: number): string[] {
  return line.length <= length ? [line] : (line.match(new RegExp(`[\\s\\S]{1,${length}}`, 'gu')) ?? []);
}

/** Columns side by side where they are narrow; otherwise each row as an item "column: cell · column: cell". */
function tableBlocks(table: Table): Block[] {
  const plain = table.children.map((row) =>
    row.children.map((cell) =>
      plainText({ type: 'root', children: [{ type: 'paragraph', children: cell.children }] }).replace(/\s+/g, ' '),
    ),
  );
  const [header = [], ...rows] = plain;
  const widths = header.map((_, column) => Math.max(...plain.map((row) => (row[column] ?? '').length)));
  const width = widths.reduce((sum, column) => sum + column + 2, -2);
  if (rows.length > 0 && width > tableWidth) return rowItems(table);
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const size = widths[column] ?? 0;
        return table.align?.[column] === 'right' ? cell.padStart(size) : cell.padEnd(size);
      })
      .join('  ')
      .trimEnd();
  return fences(rows.map(line), [line(header), widths.map((size) => '─'.repeat(size)).join('  ')]);
}

function rowItems({ children: [header, ...rows] }: Table): Block[] {
  const names = header?.children.map((cell) => phrase(cell.children).replaceAll('\n', ' ')) ?? [];
  return rows.map((row, index) => {
    const cells = row.children.flatMap((cell, column) => {
      const text = phrase(cell.children).replaceAll('\n', ' ');
      if (text === '') return [];
      const name = names[column] ?? '';
      return [name === '' ? text : `${wrapped('**', `${name}:`)} ${text}`];
    });
    const text = `- ${cells.join(' · ')}`;
    return index === 0 ? { text } : { text, tight: true };
  });
}
