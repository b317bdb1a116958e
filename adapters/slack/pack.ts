import type { KnownBlock, RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { type NumberedList, richText, textOf } from './dialect.ts';
import { limits } from './limits.ts';
import { escapeText, safeCut } from './text.ts';

/** A message as Slack gets it: `text` says all that the blocks say, for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Blocks in as many messages as they need, parted between blocks; a block that no message holds is parted itself. */
export function pack(blocks: readonly KnownBlock[]): SlackMessage[] {
  const messages: KnownBlock[][] = [];
  let size: Size = { blocks: 0, text: 0, json: 0 };
  for (const block of blocks.flatMap(fitting)) {
    const own = sizeOf(block);
    const grown = together(size, own);
    const last = isBearable(grown) ? messages.at(-1) : undefined;
    if (last === undefined) messages.push([block]);
    else last.push(block);
    size = last === undefined ? own : grown;
  }
  return messages.map(toMessage);
}

interface Size {
  readonly blocks: number;
  readonly text: number;
  readonly json: number;
}

function sizeOf(block: KnownBlock): Size {
  return { blocks: 1, text: escapeText(blockText(block)).length, json: JSON.stringify(block).length };
}

/** With an empty line between texts and a comma between blocks. */
function together(one: Size, other: Size): Size {
  return { blocks: one.blocks + other.blocks, text: one.text + other.text + 2, json: one.json + other.json + 1 };
}

function isBearable({ blocks, text, json }: Size): boolean {
  return blocks <= limits.blocksPerMessage && text <= limits.text && json + 2 <= limits.blocksJson;
}

export function toMessage(blocks: readonly KnownBlock[]): SlackMessage {
  return { text: messageText(blocks), blocks };
}

/** Whether one message holds all of this. */
export function fits(blocks: readonly KnownBlock[]): boolean {
  return isBearable(blocks.map(sizeOf).reduce(together, { blocks: 0, text: -2, json: -1 }));
}

function messageText(blocks: readonly KnownBlock[]): string {
  const text = blocks
    .map(blockText)
    .filter((part) => part !== '')
    .join('\n\n');
  return escapeText(text) || '…';
}

/** What people read in a block. */
export function blockText(block: KnownBlock): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(elementText).join('\n');
    case 'header':
      return block.text.text;
    case 'section':
      return block.text?.text ?? '';
    case 'context':
      return block.elements.map((element) => (element.type === 'image' ? element.alt_text : element.text)).join(' ');
    default:
      return '';
  }
}

function elementText(element: RichTextBlockElement): string {
  if (element.type !== 'rich_text_list') return textOf(element.elements);
  const list: NumberedList = element;
  const margin = '  '.repeat(list.indent ?? 0);
  const marker = (index: number) => (list.style === 'ordered' ? `${(list.offset ?? 0) + index + 1}.` : '-');
  return list.elements.map((item, index) => `${margin}${marker(index)} ${textOf(item.elements)}`).join('\n');
}

function fitting(block: KnownBlock): KnownBlock[] {
  if (block.type !== 'rich_text' || isBearable(sizeOf(block))) return [block];
  return halves(block).flatMap(fitting);
}

function halves({ elements }: RichTextBlock): RichTextBlock[] {
  const [first] = elements;
  if (elements.length > 1 || first === undefined) return inTwo(elements).map(richText);
  return elementHalves(first).map((element) => richText([element]));
}

function elementHalves(element: RichTextBlockElement): RichTextBlockElement[] {
  switch (element.type) {
    case 'rich_text_list': {
      const list: NumberedList = element;
      const [only] = list.elements;
      if (list.elements.length === 1 && only !== undefined) {
        // What an item cannot hold goes on below it.
        const [head = [], ...rest] = wordHalves(only.elements);
        const tails = rest.map((elements): RichTextBlockElement => ({ type: 'rich_text_section', elements }));
        return [{ ...list, elements: [{ ...only, elements: head }] }, ...tails];
      }
      const [head = [], tail = []] = inTwo(list.elements);
      const offset = (list.offset ?? 0) + head.length;
      const goesOn: NumberedList = { ...list, elements: tail, ...(list.style === 'ordered' ? { offset } : {}) };
      return [{ ...list, elements: head }, goesOn];
    }
    case 'rich_text_preformatted':
      return wordHalves(element.elements).map((elements) => ({
        ...element,
        elements: elements.filter((part) => part.type === 'text' || part.type === 'link'),
      }));
    default:
      return wordHalves(element.elements).map((elements) => ({ ...element, elements }));
  }
}

function wordHalves(elements: readonly RichTextElement[]): RichTextElement[][] {
  const [only] = elements;
  if (elements.length > 1 || only === undefined) return inTwo(elements);
  if (only.type !== 'text' && only.type !== 'link') return [[only]];
  const text = only.text ?? '';
  const cut = border(text);
  return [[{ ...only, text: text.slice(0, cut) }], [{ ...only, text: text.slice(cut) }]];
}

/** Where a text is best parted near its middle: after a line, a sentence or a word. */
function border(text: string): number {
  const middle = Math.floor(text.length / 2);
  for (const mark of ['\n', '. ', ' ']) {
    const index = text.lastIndexOf(mark, middle);
    if (index > middle / 2) return index + mark.length;
  }
  return safeCut(text, middle);
}

function inTwo<Part>(parts: readonly Part[]): Part[][] {
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle), parts.slice(middle)];
}
