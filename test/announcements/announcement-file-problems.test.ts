import { describe, expect, it } from 'vitest';
import { largestFile, parseAnnouncementFile } from '../../src/announcements/announcement-file.ts';
import type { ParseOptions } from '../../src/announcements/input-problem.ts';
import { now } from './sample-content.ts';

const options: ParseOptions = { now, zone: 'Europe/Madrid', language: 'en', audiences: ['all', 'members-es'] };

const head = 'audience: all';
const texts = '# en: Assembly\n\nCome.\n';

function file({
  yaml = head,
  body = texts,
  open = '---',
}: { yaml?: string; body?: string; open?: string } = {}): string {
  return `${open}\n${yaml}\n---\n\n${body}`;
}

function problemsOf(text: string): string[] {
  const parsed = parseAnnouncementFile(text, options);
  return parsed.ok ? [] : parsed.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`);
}

describe('parseAnnouncementFile() of a file with faults', () => {
  it.each<[string, string, string[]]>([
    ['an empty file', '', ['1 file: The file does not begin with its particulars']],
    [
      'a head without an end',
      '---\naudience: all\n',
      ['1 file: The particulars at the beginning of the file have no end'],
    ],
    ['a head in another language', file({ open: '---js' }), ['1 file: The particulars are marked as “js”']],
    ['a head in JSON', file({ open: '---json' }), ['1 file: The particulars are marked as “json”']],
    ['a file that is no text', `${file()}\0`, ['1 file: This is not a text file']],
    ['a file that was not UTF-8', `${file()}\uFFFD`, ['1 file: This is not a text file']],
    [
      'a large file',
      file({ body: `# en: A\n\n${'é'.repeat(largestFile / 2)}` }),
      ['1 file: The file has 262176 bytes and may have 262144'],
    ],
    ['a file of 5 MB', 'x'.repeat(5_000_000), ['1 file: The file has 5000000 bytes']],
    [
      'YAML that is broken',
      file({ yaml: 'audience: all\nzone: "Europe' }),
      ['3 file: This line of the particulars cannot be read'],
    ],
    [
      'a key twice',
      file({ yaml: 'audience: all\naudience: all' }),
      ['3 file: This line of the particulars cannot be read (duplicated'],
    ],
    ['a list', file({ yaml: '- audience' }), ['2 file: The particulars are not names with values']],
    ['a word', file({ yaml: 'audience' }), ['2 file: The particulars are not names with values']],
    [
      'an unknown key',
      file({ yaml: `${head}\nadience: x` }),
      ['3 adience: There is no “adience” among the particulars. I know: audience, '],
    ],
    [
      'an unknown key of the event',
      file({ yaml: `${head}\nevent:\n  start: 2027-10-07 10:00\n  begin: x` }),
      ['5 begin: There is no “event.begin”'],
    ],
    [
      'a nested value',
      file({ yaml: 'audience:\n  - all' }),
      ['2 audience: “audience” needs a single value', '2 audience: Please say who is to get'],
    ],
    [
      'an event that is a date',
      file({ yaml: `${head}\nevent: 2027-10-07 10:00` }),
      ['3 event: The event needs lines of its own below it'],
    ],
    [
      'reminders that are pairs',
      file({ yaml: `${head}\nreminders:\n  7d: true` }),
      ['3 reminders: The reminders are not a list'],
    ],
    [
      'a past time',
      file({ yaml: `${head}\npublishAt: 2026-01-01 10:00` }),
      ['3 publishAt: This is in the past: Thursday, 1 January 2026, 10:00'],
    ],
    ['no audience', file({ yaml: 'zone: Europe/Paris' }), ['2 audience: Please say who is to get']],
    ['an empty head', file({ yaml: '' }), ['2 audience: Please say who is to get']],
    ['no text', file({ body: '' }), ['3 title.en: There is no text yet']],
    [
      'text before the first heading',
      file({ body: `\nHello.\n\n${texts}` }),
      ['6 file: This text belongs to no language'],
    ],
    ['text alone', file({ body: 'Hello.' }), ['5 file: This text belongs to no language']],
    [
      'a heading without a language',
      file({ body: `${texts}\n# Agenda: morning\n` }),
      ['9 file: The heading “Agenda: morning” names no language'],
    ],
    [
      'an unknown language',
      file({ body: `${texts}\n# de: Versammlung\n` }),
      ['9 file: “de” is not a language of announcements'],
    ],
    [
      'a language twice',
      file({ body: `${texts}\n# EN: Again\n\nx\n` }),
      ['9 file: There is a text in English already, on line 5'],
    ],
    [
      'a heading without a text',
      file({ body: `${texts}\n# fr: Assemblée\n` }),
      ['9 body.fr: The title in French has no text'],
    ],
    ['a heading without words', file({ body: '# en:\n\nCome.\n' }), ['5 title.en: The text in English has no title']],
  ])('parseAnnouncementFile() refuses %s', (_, text, expected) => {
    const problems = problemsOf(text);
    expect(problems.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(expected);
  });
});
