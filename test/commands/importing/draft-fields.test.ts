import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanField, fieldLimits } from '../../../src/announcements/announcement-fields.ts';
import { parseMarkdown } from '../../../src/chat/markdown.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import { draftFields } from '../../../src/commands/importing/draft-fields.ts';
import { plainToMarkdown } from '../../../src/commands/importing/plain-to-markdown.ts';
import type { HeldEvent } from '../../../src/events/import/imported-event.ts';
import { injections } from '../../contract/injections.ts';

const event: HeldEvent = {
  kind: 'held',
  line: 4,
  uid: 'e1',
  occurrence: '',
  standalone: false,
  sequence: 0,
  modifiedAt: 0,
  title: 'General Assembly',
  excluded: [],
  startAt: Date.parse('2027-10-31T02:30+01:00'),
  endAt: Date.parse('2027-10-31T05:00+01:00'),
  zone: 'Europe/Madrid',
  description: 'Please register.',
  place: 'Dakar',
  link: 'https://example.org/a',
  notes: [],
};

/** What readers of a draft's text see. */
const shown = (body: string) => plainText(parseMarkdown(cleanField('body.en', body)));

describe('draftFields()', () => {
  test('writes what the file says, with times that nobody can take for others', () => {
    expect(draftFields(event, 'en')).toEqual({
      fields: {
        language: 'en',
        title: 'General Assembly',
        body: 'Please register.',
        start: '2027-10-31 02:30+01:00',
        end: '2027-10-31 05:00+01:00',
        zone: 'Europe/Madrid',
        place: 'Dakar',
        link: 'https://example.org/a',
        cancelled: '',
      },
      notes: [],
    });
  });

  test('lets the title stand for a text that there is none', () => {
    expect(draftFields({ ...event, description: ' \n' }, 'en')).toMatchObject({
      fields: { body: 'General Assembly' },
      notes: ['noDescription'],
    });
  });

  test('shortens a title and a place, and keeps the whole of them in the text', () => {
    const [title, place] = ['Assembly '.repeat(30).trim(), 'Room '.repeat(60).trim()];
    const { fields, notes } = draftFields({ ...event, title, place }, 'en');
    expect(notes).toEqual(['titleShortened', 'placeShortened']);
    expect(fields.title.length).toBeLessThanOrEqual(fieldLimits.title);
    expect(fields.place.length).toBeLessThanOrEqual(fieldLimits.place);
    expect(fields.title).toMatch(/…$/);
    expect(shown(fields.body)).toBe(`${title}\n\n${place}\n\nPlease register.`);
  });

  test.each([
    ['short words', 'word '.repeat(6_000)],
    ['marks that have to be escaped', '*_[|'.repeat(4_900)],
    ['pictures of several units', '👩‍👩‍👧‍👦'.repeat(2_000)],
  ])('shortens a text that is too long, and says so in it: %s', (_name, description) => {
    const { fields, notes } = draftFields({ ...event, description }, 'es');
    expect(notes).toEqual(['bodyShortened']);
    expect(fields.body.length).toBeLessThanOrEqual(fieldLimits.body);
    expect(fields.body.length).toBeGreaterThan(fieldLimits.body * 0.9);
    expect(fields.body).toMatch(/…\n\nEste texto era más largo en el calendario y se ha abreviado\.$/);
    expect(fields.body.isWellFormed()).toBe(true);
  });

  test.each([
    ['http://example.org', ''],
    [`https://example.org/${'x'.repeat(600)}`, ''],
    ['javascript:alert(1)', ''],
    ['no address', ''],
  ])('keeps a link that people cannot be sent to in the text: %s', (link, expected) => {
    const { fields, notes } = draftFields({ ...event, link }, 'en');
    expect([fields.link, notes]).toEqual([expected, ['linkLeft']]);
    expect(shown(fields.body)).toContain(link);
  });

  test('takes an address that stands in the place of the place for the link too', () => {
    const place = 'https://meet.example.org/abc';
    expect(draftFields({ ...event, link: '', place }, 'en').fields).toMatchObject({ place, link: place });
  });
});

const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What means something in markdown. */
const marks = '| - : * _ # > ` [ ] ( ) ! \\ < & @ ~ = + 1 .'.split(' ');

describe('plainToMarkdown()', () => {
  test.each(injections)('lets nothing become markup: %j', (injection) => {
    const text = cleanField('body.en', injection).replaceAll(/\s+/g, ' ').trim();
    expect(shown(plainToMarkdown(text))).toBe(text);
  });

  test('shows any lines as they are', () => {
    const words = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom(...marks)), {
        maxLength: 12,
      })
      .map((parts) => line(cleanField('title.en', parts.join(''))));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (lines) => {
        const markdown = plainToMarkdown(lines.join('\n'));
        const nodes = parseMarkdown(markdown).children;
        expect(nodes.filter(({ type }) => type !== 'paragraph')).toEqual([]);
        const text = lines
          .join('\n')
          .split(/\n\s*\n/)
          .map((part) =>
            part
              .split('\n')
              .filter((each) => each !== '')
              .join('\n'),
          )
          .filter((part) => part !== '')
          .join('\n\n');
        expect(plainText(parseMarkdown(markdown))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
