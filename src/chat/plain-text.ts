import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import { handleNode, type NodeHandlers } from './node-handlers.ts';

/** Control characters (all but line feed and tab) and the characters that turn the direction of the text around. */
const unsafeCharacters = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The same text without what could act on the screen that shows it: no escape sequence survives and no text runs
 * backwards. Every room passes the text that it shows through here.
 */
export function inertText(text: string): string {
  return text.replace(unsafeCharacters, '');
}

/** A text on one line, without what could act on a screen. */
export function oneLine(text: string): string {
  return inertText(text).replaceAll(/\s+/g, ' ').trim();
}

/** A text of at most `limit` UTF-16 units: what is longer is cut between characters, and ends in "…". */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

/**
 * The address of a link, if it is one that people can be sent to: `https:` or `mailto:`; otherwise undefined.
 */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : undefined;
}

/**
 * What a link has to say besides its own text: the address where it leads elsewhere than the text says. Undefined for
 * addresses that people cannot be sent to.
 */
export function linkAddress(address: string, text: string): string | undefined {
  const url = safeUrl(address);
  if (url === undefined) return undefined;
  const shown = url.startsWith('mailto:') ? decodeAddress(url.slice('mailto:'.length)) : url;
  const same = [shown, shown.replace(/^https:\/\//, ''), address].some(
    (form) => form.replace(/\/$/, '') === text.replace(/\/$/, ''),
  );
  return same ? undefined : inertText(shown);
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const handlers: NodeHandlers<[], string> = {
  root: (node) => blocks(node.children),
  paragraph: (node) => inline(node.children),
  heading: (node) => inline(node.children),
  blockquote: (node) => indent('> ', '> ', blocks(node.children)),
  list: (node) => listText(node),
  listItem: (node) => listItemText(node, '- '),
  code: (node) => inertText(node.value),
  thematicBreak: () => '---',
  table: (node) => tableText(node),
  tableRow: (node) => node.children.map(toText).join('; '),
  tableCell: (node) => inline(node.children),
  footnoteDefinition: (node) => indent(inertText(`[${node.identifier}] `), '  ', blocks(node.children)),
  text: (node) => inertText(node.value).replace(/[ \t]*\n[ \t]*/g, ' '),
  inlineCode: (node) => inertText(node.value),
  emphasis: (node) => inline(node.children),
  strong: (node) => inline(node.children),
  delete: (node) => inline(node.children),
  break: () => '\n',
  link: (node) => {
    const text = inline(node.children);
    const address = linkAddress(node.url, text);
    return address === undefined ? text : `${text} (${address})`;
  },
  linkReference: (node) => inline(node.children),
  image: (node) => inertText(node.alt ?? ''),
  imageReference: (node) => inertText(node.alt ?? ''),
  footnoteReference: (node) => inertText(`[${node.identifier}]`),
};

/**
 * Markdown as text that reads well without any markup: blocks are parted by an empty line, list items begin with "- " or
 * their number, a table row reads "column: cell; column: cell". Raw HTML and control characters never come through.
 */
export function plainText(root: Root): string {
  return toText(root).trim();
}

function toText(node: Nodes): string {
  return handleNode(handlers, node) ?? '';
}

function inline(nodes: readonly Nodes[]): string {
  return nodes.map(toText).join('');
}

function blocks(nodes: readonly Nodes[], separator = '\n\n'): string {
  return nodes
    .map(toText)
    .filter((text) => text !== '')
    .join(separator);
}

function listText(list: List): string {
  const first = list.start ?? 1;
  const items = list.children.map((item, index) =>
    listItemText(item, list.ordered === true ? `${first + index}. ` : '- '),
  );
  return items.join(list.spread === true ? '\n\n' : '\n');
}

function listItemText(item: ListItem, marker: string): string {
  const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
  return indent(marker + box, ' '.repeat(marker.length), blocks(item.children, item.spread === true ? '\n\n' : '\n'));
}

function indent(first: string, others: string, text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : (others + line).trimEnd()))
    .join('\n');
}

function tableText(table: Table): string {
  const [header, ...rows] = table.children;
  const columns = header?.children.map(toText) ?? [];
  if (rows.length === 0) return columns.join('; ');
  return rows
    .map((row) =>
      row.children
        .map(toText)
        .map((cell, index) => (columns[index] && cell ? `${columns[index]}: ${cell}` : cell))
        .filter((cell) => cell !== '')
        .join('; '),
    )
    .join('\n');
}
