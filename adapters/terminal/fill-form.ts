import { messagesIn } from '../../src/chat/messages.ts';
import type { Form, FormField } from '../../src/chat/form.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { languages, type Language } from '../../src/language.ts';
import { withoutQuotes } from './incoming.ts';

/** A form that a person is filling in, one field after the other. */
export interface Filling {
  readonly form: Form;
  /** The fields that are still to be asked for; the first is the one that stands on the screen. */
  readonly ahead: readonly [FormField, ...FormField[]];
  /** What was given so far, by field; what is not in here keeps the value that the form came with. */
  readonly given: Readonly<Record<string, string>>;
  /** The lines of a text that has been begun. */
  readonly text?: readonly string[];
}

export type Filled =
  | { readonly kind: 'asking'; readonly filling: Filling; readonly complaint?: string }
  /** The person named a file: what stands in it is the value (`fillInFile`). */
  | { readonly kind: 'file'; readonly filling: Filling; readonly path: string }
  /** The options of the form's command. */
  | { readonly kind: 'filled'; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'cancelled' };

/** What became of a line without reading anything else. */
export type FilledAtOnce = Exclude<Filled, { readonly kind: 'file' }>;

/** Asks for every field or, when the form came back with problems, for the fields that have some. */
export function beginFilling(form: Form): Filling | undefined {
  const wrong = form.fields.filter(({ problem }) => problem !== undefined);
  const [first, ...others] = wrong.length === 0 ? form.fields : wrong;
  return first === undefined ? undefined : { form, ahead: [first, ...others], given: {} };
}

/** Takes one line. An empty one keeps the value, a single hyphen empties it; a text ends with a line of a single dot. */
export function fillIn(filling: Filling, line: string, language: Language): Filled {
  const typed = line.trim();
  const [field] = filling.ahead;
  if (typed === '/cancel') return { kind: 'cancelled' };
  if (filling.text !== undefined) {
    if (typed !== '.') return { kind: 'asking', filling: { ...filling, text: [...filling.text, line] } };
    return next(filling, filling.text.join('\n').trim());
  }
  if (typed === '') return next(filling, undefined);
  if (typed === '-') return next(filling, field.kind === 'switch' ? 'false' : '');
  if (field.kind === 'text') return { kind: 'asking', filling: { ...filling, text: [line] } };
  if (field.kind === 'file') return { kind: 'file', filling, path: withoutQuotes(typed) };
  const read = readValue(field, typed, language);
  return read.ok ? next(filling, read.value) : { kind: 'asking', filling, complaint: read.complaint };
}

/** Takes what stands in the file that was asked for. */
export function fillInFile(filling: Filling, text: string): FilledAtOnce {
  return next(filling, text);
}

function next({ form, ahead, given }: Filling, value: string | undefined): FilledAtOnce {
  const [field, following, ...others] = ahead;
  const values = value === undefined ? given : { ...given, [field.name]: value };
  if (following !== undefined) {
    return { kind: 'asking', filling: { form, ahead: [following, ...others], given: values } };
  }
  const kept = Object.fromEntries(
    form.fields.map((each) => [each.name, each.value ?? (each.kind === 'switch' ? 'false' : '')]),
  );
  return { kind: 'filled', options: { ...form.options, ...kept, ...values } };
}

type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly complaint: string };

function readValue(field: FormField, typed: string, language: Language): Read {
  const { terminal } = messagesIn(language);
  switch (field.kind) {
    case 'switch': {
      const value = readSwitch(typed);
      return value === undefined
        ? { ok: false, complaint: terminal.notYesOrNo(inertText(typed)) }
        : { ok: true, value: String(value) };
    }
    case 'choice':
      return readChoices(field, [typed], language);
    case 'choices':
      return readChoices(field, typed.split(','), language);
    default:
      return { ok: true, value: typed };
  }
}

function readChoices({ choices = [] }: FormField, typed: readonly string[], language: Language): Read {
  const values: string[] = [];
  for (const word of typed.map((each) => each.trim()).filter((each) => each !== '')) {
    const numbered = /^\d+$/.test(word) ? choices[Number(word) - 1] : undefined;
    const choice = numbered ?? choices.find(({ value, label }) => isSame(value, word) || isSame(label, word));
    if (choice === undefined) {
      return { ok: false, complaint: messagesIn(language).terminal.notAChoice(inertText(word), choices.length) };
    }
    values.push(choice.value);
  }
  return { ok: true, value: values.join(',') };
}

/** Yes and no in every language, also by their first letters: who writes in one may read in another. */
function readSwitch(typed: string): boolean | undefined {
  const isWord = (word: string) => isSame(word, typed) || isSame(word.slice(0, 1), typed);
  if (languages.some((language) => isWord(messagesIn(language).terminal.yes))) return true;
  if (languages.some((language) => isWord(messagesIn(language).terminal.no))) return false;
  return undefined;
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0;
}
