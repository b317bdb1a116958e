import type { List, ListItem, Paragraph, Root, Table, TableRow } from 'mdast';
import type { Language } from '../language.ts';
import { inlineText, sliceInline } from './markdown.ts';
import type { Unit } from './section.ts';
import { splitSentences } from './sentences.ts';

/**
 * Everything in a section that can be quoted alone, in reading order: sentences, list items (an inner item is a unit of
 * its own, introduced by the outer one) and table rows.
 */
export function toUnits(body: Root, language: Language): readonly Unit[] {
  const units: Unit[] = [];
  for (const [block, node] of body.children.entries()) {
    if (node.type === 'paragraph') {
      addSentences(units, node, block, language);
      continue;
    }
    const last = units.at(-1);
    const introduces =
      last !== undefined && last.kind === 'sentence' && last.block === block - 1 && last.text.endsWith(':');
    const lead = introduces ? last.index : undefined;
    if (node.type === 'list') addItems(units, node, block, lead);
    if (node.type === 'table') addRows(units, node, block, lead);
  }
  return units;
}

type NewUnit = Omit<Unit, 'index' | 'lead'>;

function add(units: Unit[], unit: NewUnit, lead?: number): number {
  const index = units.length;
  units.push({ ...unit, index, ...(lead !== undefined && { lead }) });
  return index;
}

function addSentences(units: Unit[], paragraph: Paragraph, block: number, language: Language): void {
  const text = inlineText(paragraph.children);
  for (const { start, end } of splitSentences(text, language)) {
    const node: Paragraph = { type: 'paragraph', children: sliceInline(paragraph.children, start, end) };
    add(units, { kind: 'sentence', text: text.slice(start, end), block, node });
  }
}

function addItems(units: Unit[], list: List, block: number, lead: number | undefined): void {
  for (const [position, item] of list.children.entries()) {
    const paragraphs = item.children.filter((child) => child.type === 'paragraph');
    const text = paragraphs.map((paragraph) => inlineText(paragraph.children).trim()).join(' ');
    let inner = lead;
    if (text !== '') {
      const alone: ListItem = { type: 'listItem', spread: false, children: paragraphs };
      const start = list.ordered === true ? { start: (list.start ?? 1) + position } : {};
      const node: List = { type: 'list', ordered: list.ordered ?? false, ...start, spread: false, children: [alone] };
      inner = add(units, { kind: 'item', text, block, node }, lead);
    }
    for (const child of item.children) if (child.type === 'list') addItems(units, child, block, inner);
  }
}

function addRows(units: Unit[], table: Table, block: number, lead: number | undefined): void {
  const [header, ...rows] = table.children;
  if (header === undefined) return;
  const titles = cellTexts(header);
  for (const row of rows) {
    const cells = cellTexts(row).flatMap((cell, column) => {
      const title = titles[column] ?? '';
      if (cell === '') return [];
      return title === '' ? [cell] : [`${title}: ${cell}`];
    });
    if (cells.length === 0) continue;
    const node: Table = { ...table, children: [header, row] };
    add(units, { kind: 'row', text: cells.join('; '), block, node }, lead);
  }
}

function cellTexts(row: TableRow): string[] {
  return row.children.map((cell) => inlineText(cell.children).trim());
}
