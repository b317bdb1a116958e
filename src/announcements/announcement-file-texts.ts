import { parseMarkdown } from '../chat/markdown.ts';
import { messagesIn } from '../chat/messages.ts';
import { isLanguage, type Language } from '../language.ts';
import { quoted, type InputProblem } from './input-problem.ts';

/** The texts of an announcement's file, as fields. */
export interface TextParts {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly InputProblem[];
  /** The line of the file on which the text of a field begins; undefined for fields that are no texts. */
  readonly lineOf: (field: string) => number | undefined;
}

interface Part {
  /** From 0, among the lines of the body. */
  readonly line: number;
  readonly heading: string;
  readonly body: string;
}

/** A language at the beginning of a heading: two or three letters, as in `fr` or `pt-BR`. */
const headingForm = /^([a-z]{2,3}(?:-[a-z]+)?)\s*:\s*(.*)$/i;

/**
 * Reads what follows the front matter: for each language a heading `# en: Title` and the text below it. `firstLine` is the
 * line of the file on which `body` begins.
 */
export function readTextParts(body: string, firstLine: number, language: Language): TextParts {
  const messages = messagesIn(language).delivery.problems.file;
  const fields: Record<string, string> = {};
  const lines = new Map<string, number>();
  const problems: InputProblem[] = [];
  const { opening, parts } = cut(body);
  const report = (line: number, message: string) => problems.push({ field: 'file', line: firstLine + line, message });
  if (opening.trim() !== '')
    report(
      opening.split('\n').findIndex((line) => line.trim() !== ''),
      messages.textBeforeHeading,
    );
  for (const part of parts) {
    const [, written, title] = headingForm.exec(part.heading) ?? [];
    const of = written?.toLowerCase();
    if (of === undefined) report(part.line, messages.headingWithoutLanguage(quoted(part.heading)));
    else if (!isLanguage(of)) report(part.line, messages.unknownLanguage(quoted(written ?? of)));
    else if (lines.has(of)) {
      report(part.line, messages.languageTwice(messagesIn(language).languageName(of), lines.get(of) ?? firstLine));
    } else {
      lines.set(of, firstLine + part.line);
      fields[`title.${of}`] = title ?? '';
      fields[`body.${of}`] = part.body;
    }
  }
  const lineOf = (field: string) => {
    const [, of] = /^(?:title|body)\.(.*)$/.exec(field) ?? [];
    return of === undefined ? undefined : (lines.get(of) ?? firstLine);
  };
  return { fields, problems, lineOf };
}

/** Cuts at the headings that begin with one `#`; what looks like one in a block of code is none. */
function cut(body: string): { readonly opening: string; readonly parts: readonly Part[] } {
  const lines = body.split('\n');
  const starts = parseMarkdown(body)
    .children.filter((node) => node.type === 'heading' && node.depth === 1)
    .map((node) => (node.position?.start.line ?? 1) - 1)
    .filter((line) => /^ {0,3}#(?:\s|$)/.test(lines[line] ?? ''));
  const parts = starts.map((line, index) => ({
    line,
    heading: headingText(lines[line] ?? ''),
    body: lines.slice(line + 1, starts[index + 1]).join('\n'),
  }));
  return { opening: lines.slice(0, starts[0]).join('\n'), parts };
}

/** The words of a heading, without the marks around them. */
function headingText(line: string): string {
  return line
    .trim()
    .replace(/^#\s*/, '')
    .replace(/\s+#+$/, '')
    .trim();
}
