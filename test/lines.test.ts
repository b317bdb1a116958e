import { describe, expect, test } from 'vitest';
import { linesOf } from '../src/lines.ts';

async function linesIn(...pieces: readonly string[]): Promise<string[]> {
  async function* arriving() {
    yield* pieces;
  }
  const lines: string[] = [];
  for await (const line of linesOf(arriving())) lines.push(line);
  return lines;
}

describe('linesOf()', () => {
  test.each([
    [[], []],
    [[''], []],
    [['\n'], ['']],
    [['a\n\nb\n'], ['a', '', 'b']],
    [['a\nb'], ['a', 'b']],
    [['a\r\nb\r\n'], ['a', 'b']],
    [
      ['a\r', '\nb', 'c', '\n'],
      ['a', 'bc'],
    ],
    [['a\rb\u2028c\u2029d\u0085e\fg\n'], ['a\rb\u2028c\u2029d\u0085e\fg']],
  ])('gives the lines of %j', async (pieces, expected) => {
    expect(await linesIn(...pieces)).toEqual(expected);
  });
});
