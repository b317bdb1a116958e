import { problem, type CalendarProblem } from './calendar-problem.ts';

/** A property as it stands in a calendar file, unfolded (RFC 5545, 3.1). */
export interface ContentLine {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** In capital letters. */
  readonly name: string;
  /** By their names in capital letters; undefined where they could not be read. */
  readonly params: ReadonlyMap<string, string> | undefined;
  /** As it stands there, escaped. */
  readonly value: string;
}

const nameForm = /^[\w-]+(?=[:;])/;
const paramForm = /;([\w-]+)=((?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)/y;

/** The properties of a file, and the lines that are none. */
export function readContentLines(text: string): {
  readonly lines: readonly ContentLine[];
  readonly problems: readonly CalendarProblem[];
} {
  const lines: ContentLine[] = [];
  const problems: CalendarProblem[] = [];
  for (const { line, written } of unfold(text)) {
    const read = readContentLine(line, written);
    if (read === undefined) problems.push(problem('noColon', line, written));
    else lines.push(read);
  }
  return { lines, problems };
}

function unfold(text: string): { readonly line: number; readonly written: string }[] {
  const unfolded: { readonly line: number; readonly parts: string[] }[] = [];
  for (const [index, physical] of text.split(/\r\n|\n|\r/).entries()) {
    const last = unfolded.at(-1);
    if (last !== undefined && /^[ \t]/.test(physical)) last.parts.push(physical.slice(1));
    else if (physical.trim() !== '') unfolded.push({ line: index + 1, parts: [physical] });
  }
  return unfolded.map(({ line, parts }) => ({ line, written: parts.join('') }));
}

function readContentLine(line: number, written: string): ContentLine | undefined {
  const name = nameForm.exec(written)?.[0];
  if (name === undefined) return undefined;
  const params = new Map<string, string>();
  let end = name.length;
  paramForm.lastIndex = end;
  for (let found = paramForm.exec(written); found !== null; found = paramForm.exec(written)) {
    const [, param = '', value = ''] = found;
    params.set(param.toUpperCase(), value.replaceAll('"', ''));
    end = paramForm.lastIndex;
  }
  const isRead = written[end] === ':';
  // Of a property with parameters in some form of their own, the value still follows a colon.
  const colon = isRead ? end : written.indexOf(':', name.length);
  if (colon === -1) return undefined;
  return { line, name: name.toUpperCase(), params: isRead ? params : undefined, value: written.slice(colon + 1) };
}

/** What a value of the type TEXT says (RFC 5545, 3.3.11). */
export function unescapeText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));
}
