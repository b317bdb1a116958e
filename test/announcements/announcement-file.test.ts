import { describe, expect, it } from 'vitest';
import { parseAnnouncementFile } from '../../src/announcements/announcement-file.ts';
import type { ParseOptions } from '../../src/announcements/input-problem.ts';
import { languages } from '../../src/language.ts';
import { now, sampleContent } from './sample-content.ts';

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

function problemsOf(text: string, more: Partial<ParseOptions> = {}): string[] {
  const parsed = parseAnnouncementFile(text, { ...options, ...more });
  return parsed.ok ? [] : parsed.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`);
}

const whole = `---
# What the secretariat wants to say.
audience: all
zone: Europe/Paris
publishAt: 2027-09-01 09:00:00   # unquoted, as most people write it
event:
  start: 2027-10-07 10:00
  end: 18:00
  place: Barcelona
  link: https://example.org/
reminders: [7d, 1d]
pings: true
missing: en
---

# en: General Assembly: the programme

Please **register**.

## Agenda

\`\`\`
# fr: not a heading
\`\`\`

# FR : Assemblée générale #

Veuillez vous inscrire.
`;

describe('parseAnnouncementFile()', () => {
  it('parseAnnouncementFile() reads a whole announcement, times as they were written', () => {
    expect(parseAnnouncementFile(whole, options)).toEqual({
      ok: true,
      content: {
        texts: {
          en: {
            title: 'General Assembly: the programme',
            body: 'Please **register**.\n\n## Agenda\n\n```\n# fr: not a heading\n```',
          },
          fr: { title: 'Assemblée générale', body: 'Veuillez vous inscrire.' },
        },
        event: {
          startAt: Date.parse('2027-10-07T08:00Z'),
          endAt: Date.parse('2027-10-07T16:00Z'),
          zone: 'Europe/Paris',
          place: 'Barcelona',
          link: 'https://example.org/',
        },
        audience: 'all',
        publishAt: Date.parse('2027-09-01T07:00Z'),
        zone: 'Europe/Paris',
        reminders: ['7d', '1d'],
        pings: true,
        missing: 'en',
      },
    });
  });

  it('parseAnnouncementFile() reads the same with the line ends and the mark of another system', () => {
    const expected = parseAnnouncementFile(whole, options);
    expect(parseAnnouncementFile(`\uFEFF${whole.replaceAll('\n', '\r\n')}`, options)).toEqual(expected);
  });

  it('parseAnnouncementFile() reads an event on one line, with times as they were written', () => {
    const yaml = `${head}\nevent: {start: 2027-10-07 10:00:00, end: 12:30, place: "Hall, 2"}\nreminders: 1d`;
    expect(parseAnnouncementFile(file({ yaml }), options)).toMatchObject({
      content: {
        event: { startAt: Date.parse('2027-10-07T08:00Z'), endAt: Date.parse('2027-10-07T10:30Z'), place: 'Hall, 2' },
        reminders: ['1d'],
      },
    });
  });

  it('parseAnnouncementFile() lets nothing stand that the file leaves out', () => {
    const parsed = parseAnnouncementFile(file(), { ...options, previous: sampleContent });
    expect(parsed).toEqual({
      ok: true,
      content: {
        texts: { en: { title: 'Assembly', body: 'Come.' } },
        audience: 'all',
        zone: 'Europe/Madrid',
        reminders: [],
        pings: false,
      },
    });
  });

  it('parseAnnouncementFile() never runs what a head says', () => {
    const global: { announcementRan?: boolean } & typeof globalThis = globalThis;
    for (const open of ['---js', '---javascript', '--- coffee', '---JS']) {
      const text = file({ open, yaml: 'globalThis.announcementRan = true; module.exports = {audience: "all"}' });
      expect(problemsOf(text)).toHaveLength(1);
    }
    const tagged = file({ yaml: 'audience: !!js/function "function () { globalThis.announcementRan = true }()"' });
    expect(problemsOf(tagged)).toEqual([expect.stringMatching(/^2 file: This line of the particulars cannot be read/)]);
    expect(global.announcementRan).toBeUndefined();
  });

  it('parseAnnouncementFile() gives the same problems when it sees a broken file again', () => {
    const broken = file({ yaml: 'audience: [' });
    expect(problemsOf(broken)).toHaveLength(1);
    expect(problemsOf(broken)).toEqual(problemsOf(broken));
  });

  it('parseAnnouncementFile() reports everything that is wrong at once, by line', () => {
    const text = `---
audience: nobody
zone: Atlantis
when: now
event:
  start: tomorrow
  link: http://example.org
reminders: [7d, 3d]
---
Hello.

# en: ${'x'.repeat(151)}

# pt: Assembleia

Venha.
`;
    expect(problemsOf(text).map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
      '2 audience',
      '3 zone',
      '4 when',
      '6 start',
      '7 link',
      '8 reminders',
      '10 file',
      '12 body.en',
      '12 title.en',
      '14 file',
    ]);
  });

  it.each(languages)('parseAnnouncementFile() says in %s what is wrong', (language) => {
    for (const text of [
      '',
      '---\n',
      file({ open: '---js' }),
      'x\0',
      file({ yaml: 'x: [' }),
      file({ body: 'x\n# a\n# de: x' }),
    ]) {
      for (const problem of problemsOf(text, { language })) {
        expect(problem).not.toMatch(/undefined|\[object/);
        if (language !== 'en') expect(problemsOf(text)).not.toContain(problem);
      }
    }
  });
});
