import { describe, expect, it } from 'vitest';
import { readYaml, splitFrontMatter } from '../src/front-matter.ts';

describe('splitFrontMatter()', () => {
  it('splitFrontMatter() gives the lines between the marks, and where the rest begins', () => {
    expect(splitFrontMatter('---\na: 1\nb: 2\n---\n\n# Title\n')).toEqual({
      found: 'yaml',
      lines: ['a: 1', 'b: 2'],
      body: '\n\n# Title\n',
      bodyLine: 4,
    });
  });

  it.each([
    ['', { found: 'nothing' }],
    ['# Title\n---\na: 1\n---\n', { found: 'nothing' }],
    ['---\na: 1\n', { found: 'noEnd' }],
    ['---js\nx\n---\n', { found: 'anotherFormat', format: 'js' }],
    ['--- yaml\na: 1\n---', { found: 'yaml', lines: ['a: 1'], body: '', bodyLine: 3 }],
  ])('splitFrontMatter() of %j gives %j', (text, expected) => {
    expect(splitFrontMatter(text)).toEqual(expected);
  });
});

describe('readYaml()', () => {
  it.each([
    ['at: 2027-10-07 10:00:00', '2027-10-07 10:00:00'],
    ['at: 2027-02-30', '2027-02-30'],
    ['at: 10:30', '10:30'],
    ['at: 2027-10-07T10:00:00Z   # Thursday', '2027-10-07T10:00:00Z'],
    ['at: 7 October, 10:00', '7 October, 10:00'],
    ['at: "2027-10-07"', '2027-10-07'],
    ['at:   2027', '2027'],
  ])('readYaml() takes %j as it was written', (line, at) => {
    expect(readYaml([line], ['at'])).toEqual({ ok: true, data: { at } });
  });

  it('readYaml() takes times on one line, and in lists, as they were written', () => {
    expect(readYaml(['x: {at: 2027-02-30, b: 1, at2: 10:30}', 'y:', '  - at: 10:30'], ['at'])).toEqual({
      ok: true,
      data: { x: { at: '2027-02-30', b: 1, at2: 630 }, y: [{ at: '10:30' }] },
    });
  });

  it('readYaml() tells on which line and why it cannot read', () => {
    expect(readYaml(['a: 1', 'b: [', 'c: 2'], [])).toMatchObject({ ok: false, line: 2 });
    expect(readYaml(['a: 1', 'a: 2'], [])).toMatchObject({ ok: false, line: 1, reason: 'duplicated mapping key' });
  });
});
