import { problem, type CalendarProblem } from './calendar-problem.ts';
import type { ContentLine } from './content-lines.ts';

/** What stands between a `BEGIN` and its `END`. */
export interface Component {
  /** In capital letters, such as `VEVENT`. */
  readonly name: string;
  /** The line of its `BEGIN`. */
  readonly line: number;
  /** The line of its `END`. */
  readonly endLine: number;
  readonly lines: readonly ContentLine[];
  readonly children: readonly Component[];
}

interface Open {
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly children: Component[];
}

/** The calendars of a file; what is begun and not ended, or ended and not begun, is a problem. */
export function readComponents(lines: readonly ContentLine[]): {
  readonly calendars: readonly Component[];
  readonly problems: readonly CalendarProblem[];
} {
  const calendars: Component[] = [];
  const problems: CalendarProblem[] = [];
  const open: Open[] = [];
  for (const content of lines) {
    const { name, line, value } = content;
    const component = value.trim().toUpperCase();
    const innermost = open.at(-1);
    if (name === 'BEGIN') {
      if (innermost === undefined && component !== 'VCALENDAR') return notCalendar(content);
      open.push({ name: component, line, lines: [], children: [] });
    } else if (innermost === undefined) {
      if (calendars.length === 0) return notCalendar(content);
      problems.push(problem('notOpened', line, `${name}:${value}`));
    } else if (name !== 'END') innermost.lines.push(content);
    else if (component !== innermost.name) {
      const isOpen = open.some((each) => each.name === component);
      problems.push(
        isOpen
          ? problem('unclosed', innermost.line, innermost.name, line)
          : problem('notOpened', line, `${name}:${value}`),
      );
      // What follows would all be taken for something else.
      return { calendars, problems };
    } else {
      open.pop();
      (open.at(-1)?.children ?? calendars).push({ ...innermost, endLine: line });
    }
  }
  for (const { name, line } of open) problems.push(problem('unclosed', line, name));
  return { calendars, problems };
}

function notCalendar({ line, name, value }: ContentLine): ReturnType<typeof readComponents> {
  return { calendars: [], problems: [problem('notCalendar', line, `${name}:${value}`)] };
}

/** The first property of a name. */
export function propertyOf({ lines }: Pick<Component, 'lines'>, name: string): ContentLine | undefined {
  return lines.find((line) => line.name === name);
}

/** All properties of a name, in the order of the file. */
export function propertiesOf({ lines }: Pick<Component, 'lines'>, name: string): readonly ContentLine[] {
  return lines.filter((line) => line.name === name);
}
