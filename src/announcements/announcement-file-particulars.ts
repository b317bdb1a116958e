import { z } from 'zod';
import { messagesIn } from '../chat/messages.ts';
import { firstYamlLine, readYaml } from '../front-matter.ts';
import type { Language } from '../language.ts';
import { findKeyLine } from '../yaml-lines.ts';
import { quoted, type InputProblem } from './input-problem.ts';
import { nearestNames } from './nearest-names.ts';

/** The front matter of an announcement, as fields. */
export interface Particulars {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly InputProblem[];
  /** Whether it could be read at all. */
  readonly readable: boolean;
  /** The line of the file on which a field stands, or would have to stand. */
  readonly lineOf: (field: string) => number;
}

const topKeys = ['audience', 'topics', 'publishAt', 'zone', 'event', 'reminders', 'pings', 'missing'];
const eventKeys = ['start', 'end', 'place', 'link', 'cancelled'];

const mapping = z.record(z.string(), z.unknown());
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Reads the lines between the two `---` of a file. Every value becomes the text of a field, times as they were written. */
export function readParticulars(lines: readonly string[], language: Language): Particulars {
  const messages = messagesIn(language).delivery.problems.file;
  const fields: Record<string, string> = {};
  const problems: InputProblem[] = [];
  const lineOf = (path: readonly string[]) => firstYamlLine + findKeyLine(lines, path);
  const report = (path: readonly string[], message: string) =>
    problems.push({ field: path.at(-1) ?? 'file', line: lineOf(path), message });
  const result = (readable: boolean): Particulars => ({
    fields,
    problems,
    readable,
    lineOf: (field) => lineOf(eventKeys.includes(field) ? ['event', field] : [field]),
  });

  const reading = readYaml(lines, ['publishAt', 'start', 'end']);
  if (!reading.ok) {
    problems.push({ field: 'file', line: firstYamlLine + reading.line, message: messages.notYaml(reading.reason) });
    return result(false);
  }
  const top = mapping.safeParse(reading.data);
  if (!top.success || Array.isArray(reading.data)) {
    report([], messages.notPairs);
    return result(false);
  }

  const readScalar = (path: readonly string[], value: unknown) => {
    const text = scalar.safeParse(value ?? '');
    const key = path.at(-1) ?? '';
    if (text.success) fields[key] = text.data;
    else report(path, messages.notText(path.join('.')));
  };
  const readMapping = (above: readonly string[], keys: readonly string[], data: Readonly<Record<string, unknown>>) => {
    for (const [key, value] of Object.entries(data)) {
      const path = [...above, key];
      if (!keys.includes(key)) {
        report(path, messages.unknownKey(quoted(path.join('.')), nearestNames(key, keys).join(', ')));
      } else if (path.length === 1 && key === 'event') readEvent(value);
      else if (key === 'reminders' || key === 'topics') readList(key, value);
      else readScalar(path, value);
    }
  };
  const readEvent = (value: unknown) => {
    const event = mapping.safeParse(value ?? {});
    if (event.success && !Array.isArray(value)) readMapping(['event'], eventKeys, event.data);
    else report(['event'], messages.notEvent);
  };
  const readList = (key: 'reminders' | 'topics', value: unknown) => {
    const list = z.union([z.array(scalar), scalar.transform((text) => [text])]).safeParse(value ?? []);
    if (list.success) fields[key] = list.data.join(',');
    else report([key], messages.notList[key]);
  };

  readMapping([], topKeys, top.data);
  return result(true);
}
