import type { Problem } from './section.ts';

/** What was read from a text, or everything that is wrong with it: `value` is absent as soon as one problem is an error. */
export interface Parsed<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** Where and under which rule something is wrong; the message is added by `problem`. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

export function problem(place: Place, rule: string, message: string): Problem {
  return { path: place.path, line: place.line, rule, severity: 'error', message };
}

export function warning(place: Place, rule: string, message: string): Problem {
  return { ...problem(place, rule, message), severity: 'warning' };
}

/** By path, line, rule and message, so that the same pages give the same list on every machine. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.line - b.line ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

/** Order by code unit: the same everywhere, whatever the machine's locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
