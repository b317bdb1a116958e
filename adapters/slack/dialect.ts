import type {
  DividerBlock,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextList,
  RichTextSection,
} from '@slack/types';
import type { List, ListItem, Nodes, Root, RootContent, Table } from 'mdast';
import { handleNode, type NodeHandlers } from '../../src/chat/node-handlers.ts';
import { inertText, linkAddress, safeUrl } from '../../src/chat/plain-text.ts';
import { limits } from './limits.ts';
import { tableGrid } from './table.ts';
import { escapeText } from './text.ts';

// Rich text says what a text is instead of marking it up: whatever the words are, they cannot become a mention, a
// command or a link.

export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
}

/** A list that goes on counting where another one stopped; Slack knows `offset`, its types do not. */
export interface NumberedList extends RichTextList {
  readonly offset?: number;
}

const inlines: NodeHandlers<[Style], RichTextElement[]> = {
  text: (node, style) => textElements(node.value.replace(/[ \t]*\n[ \t]*/g, ' '), style),
  inlineCode: (node, style) => textElements(node.value, { ...style, code: true }),
  emphasis: (node, style) => phrase(node.children, { ...style, italic: true }),
  strong: (node, style) => phrase(node.children, { ...style, bold: true }),
  delete: (node, style) => phrase(node.children, { ...style, strike: true }),
  break: () => textElements('\n', {}),
  link: (node, style) => linkElements(node.url, phrase(node.children, style), style),
  linkReference: (node, style) => phrase(node.children, style),
  image: (node, style) => textElements(node.alt ?? '', style),
  imageReference: (node, style) => textElements(node.alt ?? '', style),
  footnoteReference: (node, style) => textElements(`[${node.identifier}]`, style),
};

const outlines: NodeHandlers<[], RichTextBlockElement[]> = {
  paragraph: (node) => section(phrase(node.children, {})),
  heading: (node) => section(phrase(node.children, { bold: true })),
  blockquote: (node) => {
    const elements = flat(node.children);
    return elements.length === 0 ? [] : [{ type: 'rich_text_quote', elements }];
  },
  list: (node) => listElements(node, 0),
  code: (node) => preformatted(inertText(node.value)),
  table: (node) => tableElements(node),
  footnoteDefinition: (node) => section([...textElements(`[${node.identifier}] `, {}), ...flat(node.children)]),
};

/** A markdown tree as blocks, one for each of its own blocks. Raw HTML and control characters never come through. */
export function bodyBlocks(root: Root): (RichTextBlock | DividerBlock)[] {
  return root.children.flatMap((node): (RichTextBlock | DividerBlock)[] => {
    if (node.type === 'thematicBreak') return [{ type: 'divider' }];
    const elements = handleNode(outlines, node) ?? section(handleNode(inlines, node, {}) ?? []);
    return elements.length === 0 ? [] : [richText(elements)];
  });
}

export function richText(elements: readonly RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [...elements] };
}

/** A text as it is; nothing in it acts. */
export function textElements(text: string, style: Style = {}): RichTextElement[] {
  const inert = inertText(text);
  if (inert === '') return [];
  return [{ type: 'text', text: inert, ...(Object.keys(style).length === 0 ? {} : { style: { ...style } }) }];
}

/** A link that says where it leads; only its words where people cannot be sent there. */
export function linkElements(address: string, words: readonly RichTextElement[], style: Style = {}): RichTextElement[] {
  const url = safeUrl(address);
  const text = textOf(words);
  if (url === undefined) return [...words];
  const shown = linkAddress(address, text);
  if (escapeText(url).length > limits.urlLength) return [...words, ...textElements(` (${shown ?? url})`, style)];
  const link: RichTextElement = {
    type: 'link',
    url,
    ...(text.trim() === '' ? {} : { text }),
    ...(Object.keys(style).length === 0 ? {} : { style: { ...style } }),
  };
  return shown === undefined || text.trim() === '' ? [link] : [link, ...textElements(` (${shown})`, style)];
}

/** What people read of such elements. */
export function textOf(elements: readonly RichTextElement[]): string {
  return elements
    .map((element) => {
      if (element.type === 'text') return element.text;
      if (element.type === 'link') return element.text ?? element.url;
      return element.type === 'date' ? (element.fallback ?? '') : '';
    })
    .join('');
}

function phrase(nodes: readonly Nodes[], style: Style): RichTextElement[] {
  return joined(nodes.flatMap((node) => handleNode(inlines, node, style) ?? []));
}

/** Neighbours of the same style as one. */
function joined(elements: readonly RichTextElement[]): RichTextElement[] {
  const result: RichTextElement[] = [];
  for (const element of elements) {
    const last = result.at(-1);
    if (last?.type === 'text' && element.type === 'text' && sameStyle(last, element)) {
      result[result.length - 1] = { ...last, text: last.text + element.text };
    } else {
      result.push(element);
    }
  }
  return result;
}

function sameStyle(one: RichTextElement, other: RichTextElement): boolean {
  return JSON.stringify(one.style ?? {}) === JSON.stringify(other.style ?? {});
}

function section(elements: RichTextElement[]): RichTextSection[] {
  return textOf(elements).trim() === '' ? [] : [{ type: 'rich_text_section', elements }];
}

function preformatted(text: string): RichTextBlockElement[] {
  return text.trim() === '' ? [] : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }];
}

/** A list and the lists in it: those are lists of their own that are indented, between which the outer one goes on. */
function listElements(list: List, indent: number): NumberedList[] {
  const start = list.start ?? 1;
  return list.children
    .flatMap((item, index): NumberedList[] => {
      const first = item.children.findIndex((child) => child.type === 'list');
      const after = first === -1 ? [] : item.children.slice(first);
      const inner = after.filter((child) => child.type === 'list');
      // An item cannot go on after a list in it: then that list is written out.
      const isLast = inner.length === after.length;
      const own = isLast ? item.children.slice(0, item.children.length - after.length) : item.children;
      const words = [...textElements(checkbox(item)), ...flat(own)];
      const offset = start - 1 + index;
      const line: NumberedList = {
        type: 'rich_text_list',
        style: list.ordered === true ? 'ordered' : 'bullet',
        indent: Math.min(indent, limits.listIndent),
        ...(list.ordered === true && offset > 0 ? { offset } : {}),
        elements: [{ type: 'rich_text_section', elements: words.length === 0 ? [{ type: 'text', text: ' ' }] : words }],
      };
      return [line, ...(isLast ? inner.flatMap((nested) => listElements(nested, indent + 1)) : [])];
    })
    .reduce<NumberedList[]>(continued, []);
}

/** Items that follow each other belong to one list. */
function continued(lists: NumberedList[], next: NumberedList): NumberedList[] {
  const last = lists.at(-1);
  const goesOn = last !== undefined && last.style === next.style && last.indent === next.indent;
  if (!goesOn) return [...lists, next];
  return [...lists.slice(0, -1), { ...last, elements: [...last.elements, ...next.elements] }];
}

function checkbox({ checked }: ListItem): string {
  return typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : '';
}

/** Blocks as lines of one text, for places that hold nothing else: list items and quotations. */
function flat(nodes: readonly RootContent[]): RichTextElement[] {
  const parts = nodes.map(flatBlock).filter((elements) => textOf(elements).trim() !== '');
  return joined(parts.flatMap((elements, index) => (index === 0 ? elements : [...textElements('\n'), ...elements])));
}

function flatBlock(node: RootContent): RichTextElement[] {
  switch (node.type) {
    case 'paragraph':
      return phrase(node.children, {});
    case 'heading':
      return phrase(node.children, { bold: true });
    case 'blockquote':
    case 'footnoteDefinition':
      return flat(node.children);
    case 'list':
      return node.children.flatMap((item, index) => [
        ...textElements(`${index === 0 ? '' : '\n'}${node.ordered === true ? `${(node.start ?? 1) + index}.` : '•'} `),
        ...textElements(checkbox(item)),
        ...flat(item.children),
      ]);
    case 'code':
      return textElements(node.value, { code: true });
    case 'table':
      return tableRows(node).flatMap((row, index) => (index === 0 ? row : [...textElements('\n'), ...row]));
    default:
      return handleNode(inlines, node, {}) ?? [];
  }
}

/** Columns side by side where they are narrow; otherwise a list of rows as "column: cell". */
function tableElements(table: Table): RichTextBlockElement[] {
  const grid = tableGrid(table, limits.tableWidth);
  if (grid !== undefined) return preformatted(grid);
  const rows = tableRows(table).filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  const elements = rows.map((row): RichTextSection => ({ type: 'rich_text_section', elements: row }));
  return [{ type: 'rich_text_list', style: 'bullet', elements }];
}

function tableRows(table: Table): RichTextElement[][] {
  const [header, ...rows] = table.children;
  const columns = (header?.children ?? []).map((cell) => phrase(cell.children, { bold: true }));
  if (rows.length === 0) return [columns.flatMap((cell, index) => (index === 0 ? cell : semicolon(cell)))];
  return rows.map((row) =>
    row.children
      .map((cell, index) => ({ name: columns[index] ?? [], cell: phrase(cell.children, {}) }))
      .filter(({ cell }) => cell.length > 0)
      .flatMap(({ name, cell }, index) => {
        const named = name.length === 0 ? cell : [...name, ...textElements(': '), ...cell];
        return index === 0 ? named : semicolon(named);
      }),
  );
}

function semicolon(elements: readonly RichTextElement[]): RichTextElement[] {
  return [...textElements('; '), ...elements];
}
