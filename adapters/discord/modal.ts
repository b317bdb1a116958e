import type { FormField } from '../../src/chat/form.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Language } from '../../src/language.ts';
import type { ActionCodes } from './actions.ts';
import { escapeLine, escapeText, type Block } from './dialect.ts';
import { partsOf, type OpenForm } from './forms.ts';
import { limits } from './limits.ts';
import { componentType, messageOf, textDisplay, type MessagePayload } from './payload.ts';
import { labelOf, rowsOf, type ButtonSpec } from './render.ts';
import { packBlocks } from './split.ts';

const inputStyle = { line: 1, text: 2 } as const;
const longestShownValue = 1500;
const checkbox = 23;

/** What Discord shows as a form of its own. */
export interface ModalPayload {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly object[];
}

/** One part of a form as a modal, with what has been written so far. */
export function toModal(open: OpenForm, part: number): ModalPayload {
  const fields = partsOf(open.form.fields)[part] ?? [];
  return {
    custom_id: modalId(open, part),
    title: labelOf(open.form.title, limits.modalTitle),
    components: fields.map((field) =>
      fieldComponent(field, open.values[field.name] ?? field.value ?? '', open.language),
    ),
  };
}

/** The form and its part; where that fits, the command too, so that nothing written is lost when the form is. */
function modalId({ key, form }: OpenForm, part: number): string {
  const id = `f.${key}.${part}`;
  const withCommand = `${id}.${form.command}?${new URLSearchParams(form.options).toString()}`;
  return withCommand.length <= limits.customId ? withCommand : id;
}

export interface ModalSource {
  readonly key: string;
  readonly part: number;
  readonly command?: string;
  readonly options: Readonly<Record<string, string>>;
}

export function readModalId(customId: string): ModalSource | undefined {
  const [, key, part, command, query] = /^f\.([\w-]+)\.(\d+)(?:\.([a-z-]+)\?(.*))?$/.exec(customId) ?? [];
  if (key === undefined) return undefined;
  const options = Object.fromEntries(new URLSearchParams(query ?? ''));
  return { key, part: Number(part), ...(command === undefined ? {} : { command }), options };
}

function fieldComponent(field: FormField, value: string, language: Language): object {
  if (value.length > limits.textInput && field.kind !== 'file') {
    const { tooLongForForm } = messagesIn(language).room;
    return textDisplay(escapeLine(tooLongForForm(field.label, value.length, limits.textInput)));
  }
  const description = field.problem ?? field.hint;
  return {
    type: componentType.label,
    label: labelOf(field.label, limits.label),
    ...(description === undefined ? {} : { description: labelOf(description, limits.labelDescription) }),
    component: control(field, value),
  };
}

function control(field: FormField, value: string): object {
  const { name, kind, required, choices = [] } = field;
  if (kind === 'switch') return { type: checkbox, custom_id: name, default: value === 'true' };
  if (kind === 'file') {
    // What was attached before stays when nothing is attached now.
    const isNeeded = required && value === '';
    return {
      type: componentType.upload,
      custom_id: name,
      min_values: isNeeded ? 1 : 0,
      max_values: 1,
      required: isNeeded,
    };
  }
  if ((kind === 'choice' || kind === 'choices') && choices.length > 0 && choices.length <= limits.selectOptions) {
    const chosen = kind === 'choice' ? [value] : value.split(',').map((part) => part.trim());
    return {
      type: componentType.select,
      custom_id: name,
      required,
      min_values: required ? 1 : 0,
      max_values: kind === 'choice' ? 1 : choices.length,
      options: choices.map((choice) => ({
        label: labelOf(choice.label, limits.selectOption),
        value: choice.value,
        ...(chosen.includes(choice.value) ? { default: true } : {}),
      })),
    };
  }
  return {
    type: componentType.input,
    custom_id: name,
    style: kind === 'text' ? inputStyle.text : inputStyle.line,
    required,
    // What is too long already must fit, so that it can be shortened.
    max_length: Math.min(Math.max(field.maxLength ?? limits.textInput, value.length), limits.textInput),
    ...(value === '' ? {} : { value }),
  };
}

/** The whole form as it stands: every field with its value and what is wrong with it, a button for each part, and the last. */
export function formMessages(open: OpenForm, codes: ActionCodes): MessagePayload[] {
  const { form, language, key } = open;
  const { room } = messagesIn(language);
  const blocks: Block[] = [
    { text: `## ${escapeLine(form.title)}` },
    { text: escapeLine(room.formIntroduction) },
    ...form.fields.map((field, index): Block => {
      const text = fieldText(field, open.values[field.name] ?? '', language);
      return index === 0 ? { text } : { text, tight: true };
    }),
  ];
  const parts = partsOf(form.fields);
  const buttons: ButtonSpec[] = [
    ...parts.map((fields, part): ButtonSpec => {
      const names = [fields[0]?.label, fields.length > 1 ? fields.at(-1)?.label : undefined];
      const label = room.formPart(part + 1, names.filter((name) => name !== undefined).join(' … '));
      return { label, choice: { kind: 'part', key, part } };
    }),
    { label: form.submit, choice: { kind: 'submit', key }, style: 'primary' },
  ];
  const texts = packBlocks(blocks, limits.part);
  return texts.map((text, index) =>
    messageOf([textDisplay(text), ...(index === texts.length - 1 ? rowsOf(buttons, codes) : [])]),
  );
}

function fieldText(field: FormField, value: string, language: Language): string {
  const { room } = messagesIn(language);
  const words = wordsOf(field, value, language);
  const rest = words.length > longestShownValue ? ` … (${words.length})` : '';
  const shown =
    words === ''
      ? `*${escapeText(field.required ? room.required : room.formEmpty)}*`
      : escapeLine(words.slice(0, longestShownValue)) + rest;
  const problem = field.problem === undefined ? '' : `\n  ⚠️ ${escapeLine(field.problem)}`;
  return `- **${escapeLine(field.label)}** ${shown}${problem}`;
}

/** What stands in a field, as people say it. */
function wordsOf({ kind, choices = [] }: FormField, value: string, language: Language): string {
  const { room } = messagesIn(language);
  if (value === '') return '';
  if (kind === 'file') return room.yes;
  if (kind === 'switch') return room[value === 'true' ? 'yes' : 'no'];
  const chosen = choices.filter((choice) => value.split(',').some((one) => one.trim() === choice.value));
  return chosen.length === 0 ? value : chosen.map(({ label }) => label).join(', ');
}
