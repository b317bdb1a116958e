import type { Heading, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { onLine, readInline } from './plain-inline.ts';

/**
 * Reads the plain markdown of which nearly all pages consist: headings, paragraphs of one line, flat lists and tables,
 * each line for itself. Gives what the full parser gives, in a small part of its time, but for positions: only what may be
 * reported has one, and it tells the line alone. Undefined as soon as a line may mean anything else.
 * @param firstLine the number that the text's first line has in its file
 */
export function parsePlainMarkdown(text: string, firstLine: number): Root | undefined {
  const children: RootContent[] = [];
  // What decides how a line goes on: the line before it, and the last one that was not blank.
  let before: Kind = 'blank';
  let last: Kind = 'blank';
  let lineNumber = firstLine;
  for (const line of text.split('\n')) {
    const kind = kindOf(line);
    if (kind === undefined || !mayFollow(kind, before, last)) return undefined;
    if (kind !== 'blank' && !addLine(children, kind, { line, lineNumber, goesOn: kind === before })) return undefined;
    before = kind;
    if (kind !== 'blank') last = kind;
    lineNumber += 1;
  }
  return children.every(isWhole) ? { type: 'root', children } : undefined;
}

type Kind = 'blank' | 'heading' | 'item' | 'row' | 'text';

// A letter, or a sign that begins no block of markdown; a figure only where it cannot number a list.
const safeStart = /^\*{0,2}(?:[\p{L}«“¿¡("'[]|\d+(?!\d|[.)](?: |$)))/u;

function kindOf(line: string): Kind | undefined {
  if (line === '') return 'blank';
  if (line.startsWith('#')) return 'heading';
  if (line.startsWith('|')) return 'row';
  if (line.startsWith('- ')) return safeStart.test(line.slice(2)) ? 'item' : undefined;
  return safeStart.test(line) ? 'text' : undefined;
}

/** Lines that follow each other belong together in many ways, of which only the plain ones are read here. */
function mayFollow(kind: Kind, before: Kind, last: Kind): boolean {
  if (kind === 'blank') return true;
  if (kind === 'heading') return before !== 'row';
  if (kind === before) return kind !== 'text';
  // After a blank line, another item makes the items paragraphs.
  return (before === 'blank' || before === 'heading') && !(kind === 'item' && last === 'item');
}

interface Line {
  readonly line: string;
  readonly lineNumber: number;
  /** It belongs to the list or table of the line before. */
  readonly goesOn: boolean;
}

/** Adds what the line says; false where it is not plain. */
function addLine(children: RootContent[], kind: Kind, { line, lineNumber, goesOn }: Line): boolean {
  const last = goesOn ? children.at(-1) : undefined;
  const position = onLine(lineNumber);
  if (kind === 'heading') return add(children, readHeading(line, lineNumber));
  if (kind === 'row') {
    if (last?.type === 'table' && last.align === undefined) {
      last.align = readDelimiters(line, last.children[0]?.children.length ?? 0);
      return last.align !== undefined;
    }
    const row = readRow(line, lineNumber);
    if (last?.type !== 'table') return row !== undefined && add(children, { type: 'table', children: [row], position });
    return row?.children.length === last.align?.length && add(last.children, row);
  }
  const content = readInline(kind === 'item' ? line.slice(2) : line, lineNumber);
  if (content === undefined) return false;
  if (kind === 'text') return add(children, { type: 'paragraph', children: content, position });
  if (last?.type === 'list') return add(last.children, toItem(content));
  const list = { ordered: false, start: null, spread: false, children: [toItem(content)] };
  return add(children, { type: 'list', ...list, position });
}

function add<T>(list: T[], item: T | undefined): boolean {
  if (item !== undefined) list.push(item);
  return item !== undefined;
}

/** A table is one from its second line on. */
function isWhole(node: RootContent): boolean {
  return node.type !== 'table' || node.align !== undefined;
}

function toItem(content: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, checked: null, children: [{ type: 'paragraph', children: content }] };
}

function readHeading(line: string, lineNumber: number): Heading | undefined {
  const [, signs = '', words = ''] = /^(#{1,6}) (\S.*)$/.exec(line) ?? [];
  const depth = ([1, 2, 3, 4, 5, 6] as const)[signs.length - 1];
  // Signs at the end may close the heading.
  if (depth === undefined || /#\s*$/.test(words)) return undefined;
  const children = safeStart.test(words) ? readInline(words, lineNumber) : undefined;
  return children && { type: 'heading', depth, children, position: onLine(lineNumber) };
}

/** How the columns are aligned: in no particular way, as only plain dashes are read here. */
function readDelimiters(line: string, columns: number): null[] | undefined {
  const cells = cellsOf(line);
  return cells?.length === columns && cells.every((cell) => /^-+$/.test(cell)) ? cells.map(() => null) : undefined;
}

function readRow(line: string, lineNumber: number): TableRow | undefined {
  const cells = cellsOf(line)?.map((cell) => (cell === '' ? [] : readInline(cell, lineNumber)));
  if (cells === undefined) return undefined;
  const known = cells.filter((cell) => cell !== undefined);
  if (known.length < cells.length) return undefined;
  return { type: 'tableRow', children: known.map((children) => ({ type: 'tableCell', children })) };
}

function cellsOf(line: string): string[] | undefined {
  // A bar after a backslash or in code divides nothing.
  if (/[\\`]/.test(line) || !/^\|.*\|$/.test(line)) return undefined;
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replaceAll(/^ +| +$/g, ''));
}
