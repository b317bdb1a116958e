import type { Root } from 'mdast';
import { parseMarkdown } from '../chat/markdown.ts';
import { firstYamlLine, splitFrontMatter, type FrontMatterSplit } from '../front-matter.ts';
import { isLanguage, type Language } from '../language.ts';
import { findKeyLine } from '../yaml-lines.ts';
import { parseFrontMatter, type FrontMatter } from './front-matter.ts';
import { parsePlainMarkdown } from './plain-markdown.ts';
import { problem, type Parsed, type Place } from './problem.ts';
import type { Problem } from './section.ts';

/** One page: its head, and its text as a tree whose positions are lines of the file. */
export interface Document {
  /** Relative to the knowledge folder, with slashes: `en/report-2023/board.md`. */
  readonly path: string;
  readonly language: Language;
  readonly frontMatter: FrontMatter;
  /** The lines between the two `---`, as they were written. */
  readonly head: readonly string[];
  readonly tree: Root;
}

/** The line of the file on which a key of the front matter stands, such as `source.date` or `sections.results.0.page`. */
export function lineOfKey({ head }: Pick<Document, 'head'>, key: string): number {
  const keyPath = key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return firstYamlLine + findKeyLine(head, keyPath);
}

/** In bytes. A longer file is not a page. */
export const largestPage = 256 * 1024;

/** Reads a page's bytes. Executes nothing; reports every problem at once. */
export function parseDocument(path: string, bytes: Uint8Array): Parsed<Document> {
  const start = { path, line: 1 };
  const decoded = decodePage(start, bytes);
  if (decoded.value === undefined) return { problems: decoded.problems };
  const text = decoded.value;
  const parts = splitFrontMatter(text);
  if (parts.found !== 'yaml') return { problems: [problem(start, 'front-matter', whyNotCut(parts))] };
  const { lines, body, bodyLine } = parts;
  const head = parseFrontMatter(path, lines);
  const problems: Problem[] = [...head.problems];
  const folder = path.split('/', 1)[0];
  if (head.value !== undefined && head.value.lang !== folder) {
    const line = lineOfKey({ head: lines }, 'lang');
    problems.push(
      problem(
        { path, line },
        'lang-of-folder',
        `lang is ${head.value.lang} in the folder ${folder}/: write lang: ${folder}, or move the page`,
      ),
    );
  }
  // Blank lines in place of the head keep the lines of the tree those of the file.
  const tree = parsePlainMarkdown(body, bodyLine) ?? parseMarkdown(`${'\n'.repeat(bodyLine - 1)}${body}`);
  if (head.value === undefined || !isLanguage(folder) || problems.length > 0) return { problems };
  return { value: { path, language: folder, frontMatter: head.value, head: lines, tree }, problems };
}

/** Decodes a file of the knowledge: UTF-8, composed letters, `\n` as the only line break. */
export function decodePage(place: Place, bytes: Uint8Array): Parsed<string> {
  if (bytes.byteLength > largestPage) {
    return {
      problems: [
        problem(
          place,
          'too-large',
          `The file has ${bytes.byteLength} bytes and may have ${largestPage}: split it into several`,
        ),
      ],
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: text.replaceAll(/\r\n?/g, '\n').normalize('NFC'), problems: [] };
  } catch {
    return { problems: [problem(place, 'not-utf-8', 'The file is not UTF-8 text: save it in the encoding UTF-8')] };
  }
}

function whyNotCut(parts: Exclude<FrontMatterSplit, { found: 'yaml' }>): string {
  if (parts.found === 'nothing')
    return 'The page has no front matter: begin with a line --- and copy the keys from another page';
  if (parts.found === 'noEnd') return 'The front matter has no end: write a line --- after its last key';
  return `The front matter is marked as ${parts.format} and only YAML is read: write --- alone on the first line`;
}
