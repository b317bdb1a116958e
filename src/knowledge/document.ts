import type { Root } from 'mdast';
import { isLanguage, type Language } from '../language.ts';
import { parseFrontMatter, type FrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { problem, type Parsed, type Place } from './problem.ts';
import type { Problem } from './section.ts';
import { findKeyLine } from './yaml-lines.ts';

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
  return firstHeadLine + findKeyLine(head, keyPath);
}

const firstHeadLine = 2;

/** In bytes. A longer file is not a page. */
export const largestPage = 256 * 1024;

const opening = /^---([^\n]*)(?:\n|$)/;
const closing = /^---[ \t]*$/m;

/** Reads a page's bytes. Executes nothing; reports every problem at once. */
export function parseDocument(path: string, bytes: Uint8Array): Parsed<Document> {
  const start = { path, line: 1 };
  const decoded = decodePage(start, bytes);
  if (decoded.value === undefined) return { problems: decoded.problems };
  const text = decoded.value;
  const parts = splitFrontMatter(start, text);
  if (parts.value === undefined) return { problems: parts.problems };
  const { yaml, body } = parts.value;
  const head = parseFrontMatter(path, yaml, firstHeadLine);
  const problems: Problem[] = [...head.problems];
  const lines = yaml.split('\n');
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
  const tree = parseMarkdown(`${'\n'.repeat(text.slice(0, text.length - body.length).split('\n').length - 1)}${body}`);
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

function splitFrontMatter(start: Place, text: string): Parsed<{ readonly yaml: string; readonly body: string }> {
  const first = opening.exec(text);
  const refuse = (message: string) => ({ problems: [problem(start, 'front-matter', message)] });
  if (first?.[1] === undefined)
    return refuse('The page has no front matter: begin with a line --- and copy the keys from another page');
  const format = first[1].trim();
  if (format !== '' && !/^ya?ml$/i.test(format)) {
    return refuse(`The front matter is marked as ${format} and only YAML is read: write --- alone on the first line`);
  }
  const rest = text.slice(first[0].length);
  const end = closing.exec(rest);
  if (end === null) return refuse('The front matter has no end: write a line --- after its last key');
  return {
    value: { yaml: rest.slice(0, end.index).replace(/\n$/, ''), body: rest.slice(end.index + end[0].length) },
    problems: [],
  };
}
