import matter from 'gray-matter';
import { z } from 'zod';

/** A text cut after its front matter, or why it cannot be cut. */
export type FrontMatterSplit =
  | {
      readonly found: 'yaml';
      /** The lines between the two `---`; the first of them is line 2 of the text. */
      readonly lines: readonly string[];
      readonly body: string;
      /** The line of the text on which the body begins. */
      readonly bodyLine: number;
    }
  | { readonly found: 'nothing' }
  | { readonly found: 'noEnd' }
  | { readonly found: 'anotherFormat'; readonly format: string };

/** The line of a text on which the first line of its front matter stands. */
export const firstYamlLine = 2;

const opening = /^---([^\n]*)(?:\n|$)/;
const closing = /^---[ \t]*$/m;

/** Cuts a text (line ends `\n`) after its front matter. Only YAML is taken for one, and nothing of it is read yet. */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const first = opening.exec(text);
  if (first?.[1] === undefined) return { found: 'nothing' };
  const format = first[1].trim();
  if (format !== '' && !/^ya?ml$/i.test(format)) return { found: 'anotherFormat', format };
  const rest = text.slice(first[0].length);
  const end = closing.exec(rest);
  if (end === null) return { found: 'noEnd' };
  const body = rest.slice(end.index + end[0].length);
  const above = text.slice(0, text.length - body.length);
  return {
    found: 'yaml',
    lines: rest.slice(0, end.index).replace(/\n$/, '').split('\n'),
    body,
    bodyLine: above.split('\n').length,
  };
}

/** What YAML says, or why and on which of its lines (from 0) it cannot be read. */
export type YamlReading =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/**
 * Reads lines of YAML and executes nothing. The values of `textKeys` arrive as they were written: YAML would turn
 * 2025-02-30 into the second of March, and 10:30 into 630.
 */
export function readYaml(lines: readonly string[], textKeys: readonly string[]): YamlReading {
  const quoteFigures = createQuoting(textKeys);
  const quoted = lines.map((line) => quoteFigures(line));
  try {
    return { ok: true, data: matter(`---\n${quoted.join('\n')}\n---\n`, { language: 'yaml', engines }).data };
  } catch (cause) {
    const fault = z.object({ reason: z.string(), mark: z.object({ line: z.number() }) }).safeParse(cause);
    if (!fault.success) return { ok: false, line: 0, reason: cause instanceof Error ? cause.message : String(cause) };
    // The reader counts from the line of the opening `---`.
    const line = Math.min(Math.max(fault.data.mark.line - 1, 0), lines.length - 1);
    return { ok: false, line, reason: fault.data.reason };
  }
}

// gray-matter would run `---js` as a program; that way stays shut even if its caller lets such a head through.
const refuse = (): object => {
  throw new Error('only YAML is read');
};
const engines = {
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  json: refuse,
  toml: refuse,
};

/** Puts quotes around the figures that are values of `keys` in a line. */
function createQuoting(keys: readonly string[]): (line: string) => string {
  const key = `(?:${keys.join('|')})\\s*:\\s+`;
  const figures = String.raw`(\d[\dTtZz:.+ -]*?)`;
  const somewhere = new RegExp(String.raw`${key}\d`);
  const block = new RegExp(String.raw`^(\s*(?:- +)?${key})${figures}(?=\s*$|\s+#)`);
  const inline = new RegExp(String.raw`([{,]\s*${key})${figures}(?=\s*[,}])`, 'g');
  return (line) => {
    if (!somewhere.test(line)) return line;
    return block.test(line) ? line.replace(block, "$1'$2'") : line.replace(inline, "$1'$2'");
  };
}
