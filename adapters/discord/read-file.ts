import { decodeText, maxFileBytes } from '../../src/chat/decode-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Language } from '../../src/language.ts';
import { limits } from './limits.ts';

/** A file that somebody attached, as Discord tells of it. */
export interface AttachedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
}

export type ReadFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Fetches a file and gives its text, or what to say to whoever attached it. */
export async function readFile({ name, size, url }: AttachedFile, language: Language): Promise<ReadFile> {
  const { fileTooLarge, fileUnreadable, fileNotText } = messagesIn(language).room;
  const called = inertText(name);
  const tooLarge = (bytes: number): ReadFile => ({ ok: false, message: fileTooLarge(called, bytes, maxFileBytes) });
  if (size > maxFileBytes) return tooLarge(size);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.requestMs) });
    if (!response.ok) return { ok: false, message: fileUnreadable(called) };
    const bytes = await response.bytes();
    const decoded = decodeText(bytes);
    if (decoded.ok) return decoded;
    return decoded.problem === 'tooLarge' ? tooLarge(bytes.byteLength) : { ok: false, message: fileNotText(called) };
  } catch {
    return { ok: false, message: fileUnreadable(called) };
  }
}
