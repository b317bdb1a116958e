import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many columns a styled text takes: styling takes none, a letter with its accents takes one. */
export function textWidth(text: string): number {
  return [...graphemes.segment(stripVTControlCharacters(text))].length;
}

/**
 * Breaks a text at its spaces into lines of at most `width` columns; a line feed stays a line feed. A word that is longer
 * than a line, such as an address, stays whole so that it can be copied.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const word of line.split(/[ \t]+/)) {
    const needed = textWidth(word);
    if (current !== '' && used + 1 + needed > width) {
      lines.push(current);
      current = '';
      used = 0;
    }
    used += current === '' ? needed : needed + 1;
    current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
