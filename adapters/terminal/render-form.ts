import type { FormField } from '../../src/chat/form.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Language } from '../../src/language.ts';
import type { Paper } from './dialect.ts';
import type { Filling } from './fill-form.ts';
import { wrap } from './wrap.ts';

/** What stands above the first field: what the form is for and how to go about it. */
export function renderFormTitle({ form, ahead }: Filling, language: Language, paper: Paper): string {
  const { terminal } = messagesIn(language);
  const isAgain = ahead[0].problem !== undefined;
  return [
    ...wrap(bold(inertText(form.title), paper), paper.width),
    ...(isAgain ? wrap(terminal.formProblems, paper.width) : []),
    ...wrap(terminal.formKeys, paper.width),
  ].join('\n');
}

/** The field that is asked for: its name, what stands in it, what is wrong with that, and what can be typed. */
export function renderField({ ahead: [field] }: Filling, language: Language, paper: Paper): string {
  const { terminal } = messagesIn(language);
  const required = field.required ? ` (${terminal.required})` : '';
  const current = currentOf(field, language);
  const choices = field.kind === 'choice' || field.kind === 'choices' ? (field.choices ?? []) : [];
  return [
    bold(inertText(field.label), paper) + required,
    ...(current === '' ? [] : [`[${current}]`]),
    ...(field.problem === undefined ? [] : [`! ${inertText(field.problem)}`]),
    ...(field.hint === undefined ? [] : [inertText(field.hint)]),
    ...choices.map(({ label }, index) => `${index + 1}) ${inertText(label)}`),
    ...keysOf(field, language),
  ]
    .flatMap((line) => wrap(line, paper.width))
    .join('\n');
}

function keysOf({ kind }: FormField, language: Language): readonly string[] {
  const { terminal } = messagesIn(language);
  switch (kind) {
    case 'text':
      return [terminal.textKeys];
    case 'file':
      return [terminal.fileKeys];
    case 'choice':
      return [terminal.choiceKeys];
    case 'choices':
      return [terminal.choicesKeys];
    case 'switch':
      return [terminal.switchKeys];
    case 'line':
      return [];
  }
}

/** The value as a person reads it: labels instead of what they stand for. */
function currentOf({ kind, value = '', choices = [] }: FormField, language: Language): string {
  const { terminal } = messagesIn(language);
  if (kind === 'file') return value === '' ? '' : terminal.fileKept;
  if (kind === 'switch') return value === 'true' ? terminal.yes : terminal.no;
  if (kind !== 'choice' && kind !== 'choices') return inertText(value);
  const values = kind === 'choice' ? [value] : value.split(',');
  const labels = values.map((each) => choices.find((choice) => choice.value === each.trim())?.label ?? each.trim());
  return inertText(labels.filter((label) => label !== '').join(', '));
}

function bold(text: string, paper: Paper): string {
  return text.replace(/\S+/g, (word) => paper.style(['bold'], word));
}
