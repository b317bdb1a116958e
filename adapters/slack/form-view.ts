import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { FieldChoice, Form, FormField } from '../../src/chat/form.ts';
import type { Command } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { bodyBlocks, richText, type Style, textElements } from './dialect.ts';
import { limits } from './limits.ts';
import { replyBlocks } from './render.ts';
import { label, shortened } from './text.ts';

export const formCallback = 'form';

const metadataForm = z.object({ command: z.string(), options: z.record(z.string(), z.string()) });

const plain = (text: string, length: number) =>
  ({ type: 'plain_text', text: shortened(label(text), length), emoji: false }) as const;

/** A form as a modal; `reply` is what came with it. Problems stand above their fields. */
export function formView(
  form: Form,
  { language, body, notice }: Pick<Reply, 'language' | 'body' | 'notice'>,
): ModalView {
  const title = label(form.title);
  const blocks: KnownBlock[] = [
    ...(title.length > limits.viewTitle ? [{ type: 'header', text: plain(title, limits.headerLength) } as const] : []),
    ...(notice === undefined ? [] : [words(notice, { bold: true })]),
    ...bodyBlocks(body),
    ...form.fields.flatMap((field) => fieldBlocks(field, language)),
  ];
  return {
    type: 'modal',
    callback_id: formCallback,
    private_metadata: JSON.stringify({ command: form.command, options: form.options }),
    title: plain(title, limits.viewTitle),
    submit: plain(form.submit, limits.viewTitle),
    close: plain(messagesIn(language).room.cancel, limits.viewTitle),
    blocks: blocks.slice(0, limits.viewBlocks),
  };
}

/** A modal that only says something. */
export function wordsView(reply: Pick<Reply, 'language' | 'body'>): ModalView {
  const { room } = messagesIn(reply.language);
  return {
    type: 'modal',
    title: plain(room.homeTitle, limits.viewTitle),
    close: plain(room.close, limits.viewTitle),
    blocks: replyBlocks(reply, limits.viewBlocks),
  };
}

export function noteView(text: string, language: Language): ModalView {
  return wordsView({
    language,
    body: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] },
  });
}

function fieldBlocks(field: FormField, language: Language): KnownBlock[] {
  const length = field.value?.length ?? 0;
  const isTyped = field.kind === 'line' || field.kind === 'text';
  if (isTyped && length > limits.inputValue) {
    return [words(messagesIn(language).room.tooLongForForm(field.label, length, limits.inputValue), { italic: true })];
  }
  const input: InputBlock = {
    type: 'input',
    block_id: field.name,
    optional: !field.required,
    label: plain(field.label, limits.inputLabel),
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, limits.inputHint) }),
    element: element(field),
  };
  if (field.problem === undefined) return [input];
  return [words(`⚠ ${field.problem}`, { bold: true }), input];
}

function words(text: string, style: Style): KnownBlock {
  return richText([{ type: 'rich_text_section', elements: textElements(text, style) }]);
}

function element(field: FormField): InputBlock['element'] {
  const { value = '', choices = [] } = field;
  const isChoice = field.kind === 'choice' || field.kind === 'choices';
  // Slack takes no list without choices, nor one with more than it shows: people type then.
  const kind = isChoice && (choices.length === 0 || choices.length > limits.options) ? 'line' : field.kind;
  const chosen = value.split(',').map((part) => part.trim());
  switch (kind) {
    case 'line':
    case 'text':
    case 'file':
      return {
        type: 'plain_text_input',
        action_id: kind,
        multiline: kind !== 'line',
        // Slack takes no value that is longer than what may be typed; the core says what is too long.
        max_length: Math.min(Math.max(field.maxLength ?? limits.inputValue, value.length), limits.inputValue),
        ...(value === '' ? {} : { initial_value: value }),
      };
    case 'choice': {
      const options = choices.map(toOption);
      const initial = options.find((option) => option.value === value);
      return {
        type: 'static_select',
        action_id: kind,
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      };
    }
    case 'choices': {
      const options = choices.map(toOption);
      const initial = options.filter((option) => chosen.includes(option.value ?? ''));
      const initials = initial.length === 0 ? {} : { initial_options: initial };
      return options.length <= limits.checkboxes
        ? { type: 'checkboxes', action_id: kind, options, ...initials }
        : { type: 'multi_static_select', action_id: kind, options, ...initials };
    }
    case 'switch': {
      const option = toOption({ value: 'true', label: field.label });
      const initial = value === 'true' ? { initial_options: [option] } : {};
      return { type: 'checkboxes', action_id: kind, options: [option], ...initial };
    }
  }
}

function toOption({ value, label: text }: FieldChoice): PlainTextOption {
  return { text: plain(text, limits.optionText), value };
}

const option = z.object({ value: z.string() });

const stateForm = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: option.nullish(),
      selected_options: z.array(option).optional(),
    }),
  ),
);

export type FormState = z.infer<typeof stateForm>;

/** What was filled in, by field and kind of field; undefined for what Slack does not write so. */
export function parseState(state: unknown): FormState | undefined {
  return stateForm.safeParse(state).data;
}

/** What was filled in, as the command that the form gives; undefined for a view that is none of our forms. */
export function toFormCommand(
  metadata: string,
  state: unknown,
): Pick<Command, 'kind' | 'name' | 'options'> | undefined {
  const form = metadataForm.safeParse(parsed(metadata)).data;
  const values = parseState(state);
  if (form === undefined || values === undefined) return undefined;
  const fields = Object.entries(values).flatMap(([name, elements]) =>
    Object.entries(elements).map(([kind, input]): [string, string] => [name, readInput(kind, input)]),
  );
  return { kind: 'command', name: form.command, options: { ...form.options, ...Object.fromEntries(fields) } };
}

function readInput(kind: string, input: FormState[string][string]): string {
  if (kind === 'switch') return (input.selected_options ?? []).length > 0 ? 'true' : 'false';
  if (kind === 'choices') return (input.selected_options ?? []).map(({ value }) => value).join(',');
  return kind === 'choice' ? (input.selected_option?.value ?? '') : (input.value ?? '');
}

/** What is wrong, by field, where every problem has a field that stands in the view; otherwise undefined. */
export function formErrors(form: Form): Record<string, string> | undefined {
  const wrong = form.fields.filter(({ problem }) => problem !== undefined);
  const shown = wrong.every(
    ({ kind, value = '' }) => !/^(?:line|text)$/.test(kind) || value.length <= limits.inputValue,
  );
  if (wrong.length === 0 || !shown) return undefined;
  return Object.fromEntries(wrong.map(({ name, problem = '' }) => [name, problem]));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
