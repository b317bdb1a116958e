import type { PhrasingContent, Text } from 'mdast';
import { parseMarkdown } from '../chat/markdown.ts';

// Words in stars, and links with nothing but words and an address.
const part = /(\*\*?)([\p{L}\p{N}](?:[^*[\]]*[\p{L}\p{N}:.])?)\1|\[([^*[\]]+)\]\(([\w:/.?=#%+-]+)\)/gu;
// Everything that may be markdown or stand for another character, and addresses, which become links.
const markup = /[*_`[\]<>\\~|\t\r\0]|&#?\w+;/;
const address = /https?:|www\.|xmpp:|@/i;
const special = new RegExp(`${markup.source}|${address.source}`, 'i');

/**
 * The content of a line that is known to be a paragraph by itself, as the full parser reads it, which it is left to where
 * it holds more than words in stars and links; undefined where it is no paragraph. What may be reported carries its line as
 * its position.
 */
export function readInline(line: string, lineNumber: number): PhrasingContent[] | undefined {
  return readPlain(line, lineNumber) ?? readAny(line, lineNumber);
}

function readPlain(line: string, lineNumber: number): PhrasingContent[] | undefined {
  // Blanks at the ends are no part of the text.
  if (line.startsWith(' ') || line.endsWith(' ')) return undefined;
  if (!special.test(line)) return line === '' ? [] : [textOf(line)];
  const content: PhrasingContent[] = [];
  let end = 0;
  const addText = (text: string): boolean => {
    if (text !== '') content.push(textOf(text));
    return !special.test(text);
  };
  for (const match of line.matchAll(part)) {
    const [whole, stars, words = '', label = '', url = ''] = match;
    const before = line.slice(end, match.index);
    end = match.index + whole.length;
    if (!addText(before)) return undefined;
    if (stars !== undefined) {
      if (special.test(words) || !standsFree(before, words, line.slice(end))) return undefined;
      content.push({ type: stars.length === 2 ? 'strong' : 'emphasis', children: [textOf(words)] });
    } else {
      // After an exclamation mark it is a picture.
      if (markup.test(label) || before.endsWith('!')) return undefined;
      content.push({ type: 'link', title: null, url, children: [textOf(label)], position: onLine(lineNumber) });
    }
  }
  return addText(line.slice(end)) ? content : undefined;
}

/** Stars mean nothing else between blanks, signs and the ends of the line; a sign before the last must be followed by one. */
function standsFree(before: string, words: string, after: string): boolean {
  if (/[\p{L}\p{M}\p{N}*]$/u.test(before) || /^[\p{L}\p{M}\p{N}*]/u.test(after)) return false;
  return /[\p{L}\p{N}]$/u.test(words) || /^(?:$|[ ,.;:)])/.test(after);
}

function readAny(line: string, lineNumber: number): PhrasingContent[] | undefined {
  const [paragraph, ...others] = parseMarkdown(line).children;
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined;
  for (const node of paragraph.children) moveTo(lineNumber, node);
  return paragraph.children;
}

function moveTo(lineNumber: number, node: PhrasingContent): void {
  node.position = onLine(lineNumber);
  if ('children' in node) for (const child of node.children) moveTo(lineNumber, child);
}

function textOf(value: string): Text {
  return { type: 'text', value };
}

/** What is told about a node is the line on which it stands. */
export function onLine(line: number): NonNullable<Text['position']> {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}
