import { describe, expect, test } from 'vitest';
import { decodeText, maxFileBytes } from '../../src/chat/decode-text.ts';

describe('decodeText()', () => {
  test.each([
    ['¡Hola!\r\nuno', '¡Hola!\nuno'],
    ['\uFEFF# en: Title', '# en: Title'],
    ['', ''],
  ])('reads %j', (written, text) => {
    expect(decodeText(new TextEncoder().encode(written))).toEqual({ ok: true, text });
  });

  test.each([
    ['what is not UTF-8', new Uint8Array([0x61, 0xe9, 0x62]), 'notText'],
    ['zero bytes', new Uint8Array([0x61, 0, 0x62]), 'notText'],
    ['what is larger than the limit', new Uint8Array(maxFileBytes + 1), 'tooLarge'],
  ])('refuses %s', (_name, bytes, problem) => {
    expect(decodeText(bytes)).toEqual({ ok: false, problem });
  });
});
