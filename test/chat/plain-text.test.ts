import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inertText, linkAddress, oneLine, plainText, safeUrl, shortened } from '../../src/chat/plain-text.ts';
import { expectNoControls, hostileText } from '../contract/hostile-text.ts';
import { markdown } from '../contract/sample-core.ts';

describe('plainText()', () => {
  test.each([
    ['parts blocks by an empty line', '# Title\n\nOne *two*\nthree.\n\nFour.', 'Title\n\nOne two three.\n\nFour.'],
    ['marks list items', '- one\n- two\n  - inner\n- three', '- one\n- two\n  - inner\n- three'],
    ['numbers from the first number', '3. three\n4. four', '3. three\n4. four'],
    ['keeps loose items apart', '- one\n\n- two\n\n  more', '- one\n\n- two\n\n  more'],
    ['shows what is ticked', '- [x] done\n- [ ] open', '- [x] done\n- [ ] open'],
    [
      'reads a row by its columns',
      '| Year | Host |\n|-|-|\n| 2023 | Brussels |\n| 2024 | |',
      'Year: 2023; Host: Brussels\nYear: 2024',
    ],
    ['reads a header without rows', '| Year | Host |\n|-|-|', 'Year; Host'],
    ['keeps hard breaks', 'one\\\ntwo', 'one\ntwo'],
    ['keeps code as it is', 'Run `npm ci`:\n\n```sh\na <b\n  c\n```', 'Run npm ci:\n\na <b\n  c'],
    ['marks quotations', '> one\n>\n> two', '> one\n>\n> two'],
    ['describes pictures', '![A map](https://example.org/map.png)', 'A map'],
    ['keeps footnotes', 'One.[^a]\n\n[^a]: Two.', 'One.[a]\n\n[a] Two.'],
    ['drops raw HTML', 'a <b onclick="x()">b</b>\n\n<script>alert(1)</script>\n\nc', 'a b\n\nc'],
    ['parts by a line', 'a\n\n---\n\nb', 'a\n\n---\n\nb'],
  ])('%s', (_name, source, text) => {
    expect(plainText(markdown(source))).toBe(text);
  });

  test.each([
    ['[the report](https://example.org/report)', 'the report (https://example.org/report)'],
    ['<https://example.org/report>', 'https://example.org/report'],
    ['[example.org](https://example.org/)', 'example.org'],
    ['[write](mailto:desk@example.org)', 'write (desk@example.org)'],
    ['<desk@example.org>', 'desk@example.org'],
    ['[members](knowledge:members#size)', 'members'],
    ['[click](javascript:alert)', 'click'],
    ['[old](http://example.org/)', 'old'],
  ])('shows where the link %s leads', (source, text) => {
    expect(plainText(markdown(source))).toBe(text);
  });

  test('lets no control character through when the text is hostile', () => {
    const source = `${hostileText}\n\n- ${hostileText}\n\n\`\`\`\n${hostileText}\n\`\`\`\n\n[^a\u001B]\n\n[^a\u001B]: ${hostileText}`;
    expectNoControls(plainText(markdown(source)));
  });

  test('lets no control character through whatever the text is', () => {
    const pieces = constantFrom('\u001B[31m', '\u009B', '\u202E', '[a](', '`', '|', '\n', '- ', '&#27;', '<b>', ')');
    const text = array(oneof(pieces, string({ unit: 'binary' })), { maxLength: 20 });
    assert(property(text, (parts) => expectNoControls(plainText(markdown(parts.join(''))))));
  });
});

describe('inertText()', () => {
  test('keeps everything but what acts on the screen', () => {
    expect(inertText('a\u001B[31mb\tc\nd\re\u007Ff\u0085g\u202Eh é🌍')).toBe('a[31mb\tc\ndefgh é🌍');
  });
});

describe('safeUrl()', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.org', '//example.org', 'x', ''])(
    'refuses %s',
    (address) => {
      expect(safeUrl(address)).toBeUndefined();
    },
  );

  test('encodes what could end an attribute or a line', () => {
    expect(safeUrl('https://example.org/a"b\nc<d')).toBe('https://example.org/a%22bc%3Cd');
  });
});

describe('linkAddress()', () => {
  test('shows an address that cannot be decoded as it is', () => {
    expect(linkAddress('mailto:desk%E0%A4%A@example.org', 'desk')).toBe('desk%E0%A4%A@example.org');
  });
});

describe('shortened()', () => {
  test.each([
    ['what fits as it is', 'Forum', 5, 'Forum'],
    ['what is too long, with a sign that it goes on', 'Forums', 5, 'Foru…'],
    ['no space before that sign', 'The forum', 5, 'The…'],
    ['no half of a character', '12🙂', 3, '12…'],
  ])('leaves %s', (_, text, limit, expected) => {
    expect(shortened(text, limit)).toBe(expected);
  });
});

test('oneLine() makes one line of several, without control characters', () => {
  expect(oneLine(' Room A\r\n\tsecond  floor\u001B ')).toBe('Room A second floor');
});
