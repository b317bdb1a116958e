/** The largest file that people may send in place of typing, in bytes; a text of a hundred pages is a quarter of it. */
export const maxFileBytes = 1024 * 1024;

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'tooLarge' | 'notText' };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file in UTF-8, with or without a byte order mark, with line feeds alone between its lines. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.byteLength > maxFileBytes) return { ok: false, problem: 'tooLarge' };
  try {
    const text = decoder.decode(bytes);
    return text.includes('\0') ? { ok: false, problem: 'notText' } : { ok: true, text: text.replaceAll('\r\n', '\n') };
  } catch {
    return { ok: false, problem: 'notText' };
  }
}
