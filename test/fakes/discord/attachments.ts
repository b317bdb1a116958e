import { z } from 'zod';
import type { SentFile } from './answer.ts';
import { allComponents, type Component } from './rules.ts';

/** A file that stands with a message. */
export interface FakeAttachment {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export type SentFiles = ReadonlyMap<string, SentFile>;

export const noFiles: SentFiles = new Map();

const asked = z.array(z.object({ id: z.string(), filename: z.string().nullish() })).nullish();
const fileComponent = z.looseObject({ type: z.literal(13), file: z.looseObject({ url: z.string() }) });

/** The body of a request and the files that were sent with it, by their part of the form. */
export async function readBody(
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly body: unknown; readonly files: SentFiles }> {
  if (bytes.byteLength === 0) return { body: undefined, files: noFiles };
  if (!type.startsWith('multipart/form-data'))
    return { body: JSON.parse(new TextDecoder().decode(bytes)), files: noFiles };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = new Map<string, SentFile>();
  for (const [part, value] of form) {
    if (typeof value !== 'string') files.set(part, { name: value.name, text: await value.text() });
  }
  const json = form.get('payload_json');
  return { body: typeof json === 'string' ? JSON.parse(json) : undefined, files };
}

/**
 * What stands with a message after a request: the files that it brings along (`files[0]` and an entry of `attachments`
 * with the id 0), and of the old ones those that it names, or all when it names none; or what is wrong.
 */
export function attachmentsAfter(
  body: unknown,
  files: SentFiles,
  old: readonly FakeAttachment[],
  newId: () => string,
): readonly FakeAttachment[] | string {
  const parsed = asked.safeParse(z.looseObject({ attachments: z.unknown() }).safeParse(body).data?.attachments);
  if (!parsed.success) return 'attachments of another form';
  if (parsed.data === undefined || parsed.data === null) {
    return files.size === 0 ? old : 'a file that is not among the attachments';
  }
  const named = parsed.data.map(({ id, filename }) => {
    const kept = old.find((one) => one.id === id);
    if (kept !== undefined) return kept;
    const file = files.get(`files[${id}]`);
    return file === undefined ? undefined : { id: newId(), name: filename ?? file.name, text: file.text };
  });
  const found = named.filter((one) => one !== undefined);
  if (found.length < named.length) return 'an attachment without its file';
  return files.size > found.length ? 'a file that is not among the attachments' : found;
}

/** In messages of components, a file is shown by a component that names it. */
export function fileProblem(
  components: readonly Component[],
  attachments: readonly FakeAttachment[],
): string | undefined {
  const shown = allComponents(components).flatMap((one) => {
    const parsed = fileComponent.safeParse(one);
    return parsed.success ? [parsed.data.file.url] : [];
  });
  const missing = shown.find((url) => !attachments.some(({ name }) => url === `attachment://${name}`));
  return missing === undefined ? undefined : `${missing} is not attached`;
}
