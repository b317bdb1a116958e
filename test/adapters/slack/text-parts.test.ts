import { assert, array, constantFrom, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { joinText, splitText } from '../../../adapters/slack/text-parts.ts';

const cases: readonly (readonly [text: string, length: number, parts: readonly string[]])[] = [
  ['', 10, ['']],
  ['short', 10, ['short']],
  ['one two three\n\n4 five six', 15, ['one two three', '4 five six']],
  ['one two three\n4 five six', 15, ['one two three', '4 five six']],
  ['One two three. 4 five', 16, ['One two three.', '4 five']],
  ['one, two-three-four-five', 16, ['one, two-three-f', 'our-five']],
  ['one one one, two-three', 16, ['one one one,', 'two-three']],
  ['one two three', 9, ['one two', 'three']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['abc😀efg', 4, ['abc', '😀ef', 'g']],
  ['- item one\n  - inner item', 12, ['- item one', '- inner item']],
];

test.each(cases)('splitText() parts %j at %i where a reader would', (text, length, parts) => {
  expect(splitText(text, length).parts).toEqual(parts);
});

const anyText = array(constantFrom('word', ' ', '\n', '\n\n', '. ', '😀', '    ', `${' '.repeat(60)}x`), {
  maxLength: 80,
});

test('joinText() puts together again to the character what splitText() has parted, in parts that fit', () => {
  assert(
    property(anyText, string(), integer({ min: 2, max: 60 }), (words, more, length) => {
      const text = words.join('') + more;
      const split = splitText(text, length);
      expect(joinText(split)).toBe(text);
      for (const part of split.parts) expect(part.length).toBeLessThanOrEqual(length);
      expect(split.joints).toHaveLength(split.parts.length - 1);
    }),
  );
});

test.each([
  [['one', '', 'three'], ['\n', ' '], 'one three'],
  [['', 'two'], ['\n'], 'two'],
  [['one', 'added'], [], 'one\n\nadded'],
  [['', ''], [], ''],
])(
  'joinText() of %j leaves out what is empty, and gives what was added a paragraph of its own',
  (parts, joints, text) => {
    expect(joinText({ parts, joints })).toBe(text);
  },
);
