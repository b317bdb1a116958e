import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Form, FormField } from '../../src/chat/form.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { button, type GivenFiles } from './buttons.ts';
import { bodyBlocks, richText, type Style, textElements } from './dialect.ts';
import { inputElement, plain } from './form-input.ts';
import { filesIn, type FormMetadata, moreId, partId } from './form-state.ts';
import { limits } from './limits.ts';
import { replyBlocks } from './render.ts';
import { label } from './text.ts';
import { splitText } from './text-parts.ts';

export const formCallback = 'form';

/**
 * A form as a modal; `reply` is what came with it, `given` what was given for its fields before. Problems stand above
 * their fields; texts that are longer than Slack's fields stand in several.
 */
export function formView(
  form: Form,
  { language, body, notice }: Pick<Reply, 'language' | 'body' | 'notice'>,
  given: GivenFiles = {},
): ModalView {
  const files = filesIn(form, given);
  const title = label(form.title);
  const blocks: KnownBlock[] = [
    ...(title.length > limits.viewTitle ? [{ type: 'header', text: plain(title, limits.headerLength) } as const] : []),
    ...(notice === undefined ? [] : [words(notice, { bold: true })]),
    ...bodyBlocks(body),
    ...form.fields.map((field) => typedFile(field, files)).flatMap((field) => fieldBlocks(field, language, files)),
  ];
  return {
    type: 'modal',
    callback_id: formCallback,
    private_metadata: JSON.stringify(metadataOf(form, files)),
    title: plain(title, limits.viewTitle),
    submit: plain(form.submit, limits.viewTitle),
    close: plain(messagesIn(language).room.cancel, limits.viewTitle),
    blocks: blocks.slice(0, limits.viewBlocks),
  };
}

/** What was pasted instead of a file that Slack has stands as a text: its fields for files cannot be filled in. */
function typedFile(field: FormField, given: GivenFiles): FormField {
  const { name, kind, value = '' } = field;
  const isTyped = kind === 'file' && value !== '' && given[name] === undefined;
  return isTyped && splitText(value, limits.inputValue).parts.length <= limits.textParts
    ? { ...field, kind: 'text' }
    : field;
}

function metadataOf({ command, options, fields }: Form, files: GivenFiles): FormMetadata {
  const joints = fields.flatMap((field) => {
    const { name, kind, value = '' } = typedFile(field, files);
    const { joints: between } = splitText(value, limits.inputValue);
    return kind === 'text' && between.length > 0 ? [{ name, between }] : [];
  });
  return {
    command,
    options: { ...options },
    ...(joints.length === 0
      ? {}
      : { joints: Object.fromEntries(joints.map(({ name, between }) => [name, [...between]])) }),
    ...(Object.keys(files).length === 0 ? {} : { files }),
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

function fieldBlocks(field: FormField, language: Language, given: GivenFiles): KnownBlock[] {
  const { name, value = '' } = field;
  const problem = field.problem === undefined ? [] : [words(`⚠ ${field.problem}`, { bold: true })];
  const { parts } = field.kind === 'text' ? splitText(value, limits.inputValue) : { parts: [value] };
  const isTyped = field.kind === 'line' || field.kind === 'text';
  const { tooLongForForm, fileKept } = messagesIn(language).room;
  if (isTyped && (parts.length > limits.textParts || parts.some((part) => part.length > limits.inputValue))) {
    return [words(tooLongForForm(field.label, value.length, limits.inputValue * limits.textParts), { italic: true })];
  }
  const kept = given[name];
  const isRequired = field.required && kept === undefined;
  return [
    ...problem,
    ...(kept === undefined ? [] : [words(fileKept(kept.name), { italic: true })]),
    ...parts.map((part, index) =>
      input({ ...field, value: part, required: isRequired && index === 0 }, index, language),
    ),
    ...moreRoom(field, parts.length, language),
  ];
}

/** One part of a field; fields that are not longer than Slack allows are their own first part. */
export function input(field: FormField, index: number, language: Language): InputBlock {
  const hint = index === 0 ? field.hint : messagesIn(language).room.goesOn;
  return {
    type: 'input',
    block_id: partId(field.name, index),
    optional: !field.required,
    label: plain(index === 0 ? field.label : `${field.label} (${index + 1})`, limits.inputLabel),
    ...(hint === undefined ? {} : { hint: plain(hint, limits.inputHint) }),
    element: inputElement(field),
  };
}

/** A button for going on with a text that may be longer than Slack's fields. */
function moreRoom(
  { name, kind, label: text, maxLength = 0 }: FormField,
  parts: number,
  language: Language,
): KnownBlock[] {
  const mostParts = Math.min(Math.ceil(maxLength / limits.inputValue), limits.textParts);
  if (kind !== 'text' || parts >= mostParts) return [];
  const offer = messagesIn(language).room.moreRoom(text);
  const value = { kind: 'more', field: name, mostParts } as const;
  return [{ type: 'actions', block_id: moreId(name), elements: [button(offer, value, 'more')] }];
}

function words(text: string, style: Style): KnownBlock {
  return richText([{ type: 'rich_text_section', elements: textElements(text, style) }]);
}
