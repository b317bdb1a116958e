import { z } from 'zod';
import type { Form } from '../../src/chat/form.ts';
import type { Command } from '../../src/chat/incoming.ts';
import { type GivenFiles, givenFiles } from './buttons.ts';
import { type GivenFile, slackFile } from './files.ts';
import { limits } from './limits.ts';
import { joinText } from './text-parts.ts';

/** What a modal of ours carries unseen. */
const metadataForm = z.object({
  command: z.string(),
  options: z.record(z.string(), z.string()),
  /** What stood between the parts of a long text, by field. */
  joints: z.record(z.string(), z.array(z.string())).optional(),
  /** Files that were given before the form was opened, by field. */
  files: givenFiles.optional(),
});

export type FormMetadata = z.infer<typeof metadataForm>;

const option = z.object({ value: z.string() });

const stateForm = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: option.nullish(),
      selected_options: z.array(option).optional(),
      files: z.array(slackFile).nullish(),
    }),
  ),
);

export type FormState = z.infer<typeof stateForm>;

/** What was filled in, by block and kind of field; undefined for what Slack does not write so. */
export function parseState(state: unknown): FormState | undefined {
  return stateForm.safeParse(state).data;
}

/** The block of a part of a long text; the first is named like the field. */
export function partId(field: string, index: number): string {
  return index === 0 ? field : `${field}~${index + 1}`;
}

/** The block of the button that makes more room for a field. */
export function moreId(field: string): string {
  return `${field}~more`;
}

/** The field of a block, and which part of it the block is, from 0. */
export function partOf(blockId: string): readonly [field: string, index: number] {
  const [, field = blockId, number = '1'] = /^(.+)~(\d+)$/.exec(blockId) ?? [];
  return [field, Number(number) - 1];
}

/** What a form gives: a command, of which some options are what files say that have to be read first. */
export interface SentForm {
  readonly command: Pick<Command, 'kind' | 'name' | 'options'>;
  /** By field: the file that was chosen, or the id of the one that was given before. */
  readonly files: ReadonlyMap<string, GivenFile>;
}

/** What was filled in; undefined for a view that is none of our forms. */
export function toSentForm(metadata: string, state: unknown): SentForm | undefined {
  const form = metadataForm.safeParse(parsed(metadata)).data;
  const values = parseState(state);
  if (form === undefined || values === undefined) return undefined;
  const files: [string, GivenFile][] = Object.entries(form.files ?? {});
  const parts = new Map<string, string[]>();
  for (const [blockId, elements] of Object.entries(values)) {
    const [field, index] = partOf(blockId);
    for (const [kind, input] of Object.entries(elements)) {
      const [file] = input.files ?? [];
      if (file !== undefined) files.push([field, file]);
      if (kind === 'file') continue;
      const texts = parts.get(field) ?? [];
      texts[index] = readInput(kind, input);
      parts.set(field, texts);
    }
  }
  const fields = [...parts].map(([field, texts]): [string, string] => [
    field,
    joinText({ parts: Array.from(texts, (text) => text ?? ''), joints: form.joints?.[field] ?? [] }),
  ]);
  const options = { ...form.options, ...Object.fromEntries(fields) };
  return { command: { kind: 'command', name: form.command, options }, files: new Map(files) };
}

/** Those of the files whose text the form holds: what could not be read has to be chosen anew. */
export function filesIn({ fields }: Form, files: GivenFiles): GivenFiles {
  const held = new Set(fields.filter(({ value = '' }) => value !== '').map(({ name }) => name));
  return Object.fromEntries(Object.entries(files).filter(([name]) => held.has(name)));
}

/** What a form carries, with the files that were chosen in it. */
export function withFiles(metadata: string, state: unknown): string {
  const form = metadataForm.safeParse(parsed(metadata)).data;
  const files = toGivenFiles(toSentForm(metadata, state)?.files ?? new Map());
  return form === undefined || Object.keys(files).length === 0 ? metadata : JSON.stringify({ ...form, files });
}

/** Files as a form or a button carries them, to be read when they are needed. */
export function toGivenFiles(files: ReadonlyMap<string, GivenFile>): GivenFiles {
  return Object.fromEntries([...files].map(([field, { id, name }]) => [field, { id, name }]));
}

function readInput(kind: string, input: FormState[string][string]): string {
  if (kind === 'switch') return (input.selected_options ?? []).length > 0 ? 'true' : 'false';
  if (kind === 'choices') return (input.selected_options ?? []).map(({ value }) => value).join(',');
  return kind === 'choice' ? (input.selected_option?.value ?? '') : (input.value ?? '');
}

/** What is wrong, by field, where every problem has a field that stands in the view; otherwise undefined. */
export function formErrors(form: Form): Record<string, string> | undefined {
  const wrong = form.fields.filter(({ problem }) => problem !== undefined);
  const shown = wrong.every(({ kind, value = '' }) => kind !== 'line' || value.length <= limits.inputValue);
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
