import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/chat/decode-text.ts';
import { inertText } from '../../../src/chat/plain-text.ts';
import { calendarFeed, uidOf } from '../../../src/events/calendar-feed.ts';
import { readCalendar } from '../../../src/events/import/read-calendar.ts';
import { sampleEvent } from '../sample-events.ts';
import { calendarText } from './calendar-text.ts';

const now = Date.UTC(2026, 10, 22);
const reader = { now, zone: 'Europe/Madrid' };

/** What files are made of, right or wrong, in any order. */
const pieces = fc.constantFrom(
  'BEGIN:VCALENDAR',
  'END:VCALENDAR',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VTIMEZONE',
  'END:VTIMEZONE',
  'BEGIN:STANDARD',
  'END:STANDARD',
  'TZID:Z',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:-0200',
  'METHOD:CANCEL',

  'UID:1',
  'UID:2',
  'SUMMARY:One',
  'DTSTART:20271007T100000',
  'DTSTART;TZID=Z:20270228T100000',
  'DTSTART:99991231T235959Z',

  'DTSTART;VALUE=DATE:00010101',
  'DTEND:20271007T120000Z',
  'DTEND;VALUE=DATE:20271008',
  'DURATION:P9999W',
  'DURATION:PT',

  'RRULE:FREQ=DAILY',
  'RRULE:FREQ=YEARLY;BYDAY=5MO;BYMONTH=2;BYSETPOS=5',
  'RRULE:FREQ=MONTHLY;COUNT=9999',
  'RRULE:',
  'RRULE:FREQ=WEEKLY;UNTIL=90001231',

  'EXDATE:20271008T100000',
  'RDATE:20280101T100000Z',
  'RECURRENCE-ID:20271008T100000',
  'STATUS:CANCELLED',
  'SEQUENCE:x',
  'SEQUENCE:5',
  ' folded',
  '\tfolded',
  '',
  ':',
  ';',
  'X;Y=":',
  'DESCRIPTION:<a href="',
  'LOCATION:\\',
  'URL:%',
);

const recurring = (index: number, rule: string) =>
  ['BEGIN:VEVENT', `UID:${index}`, 'SUMMARY:x', 'DTSTART:19700101T100000Z', `RRULE:${rule}`, 'END:VEVENT'].join('\r\n');

describe('readCalendar()', () => {
  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const decoded = decodeText(new Uint8Array(bytes));
        const reading = readCalendar(decoded.ok ? decoded.text : new TextDecoder().decode(bytes), reader);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });

  test('never throws, and says a line of the file, whatever the parts and their order', () => {
    const part = fc.oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ maxLength: 30 }) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, whole) => {
        const text = whole ? calendarText('BEGIN:VEVENT', ...parts, 'END:VEVENT') : parts.join('\n');
        const last = text.split(/\r\n|\n|\r/).length;
        const { problems } = readCalendar(text, reader);
        expect(problems.filter(({ line }) => line < 1 || line > last)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('ends soon, however much a file asks for', () => {
    const rules = [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=DAILY;COUNT=9999',
    ];
    const text = calendarText(...Array.from({ length: 9_000 }, (_, index) => recurring(index, rules[index % 3] ?? '')));
    const reading = readCalendar(text, reader);
    expect(reading.problems.some(({ kind }) => kind === 'tooManyRules')).toBe(true);
  });

  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map((value) => inertText(value).replaceAll(/\s+/g, ' ').trim())
    .filter((value) => value !== '' && !value.includes('\uFFFD'));
  const events = fc.record({
    revision: fc.nat(50),
    cancelled: fc.boolean(),
    changedAt: fc.integer({ min: 1_600_000_000, max: 1_700_000_000 }).map((second) => second * 1_000),
    startAt: fc.integer({ min: 1_800_000_000, max: 2_500_000_000 }).map((second) => second * 1_000),
    minutes: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
    title: text,
    place: fc.option(text, { nil: undefined }),
    description: fc.option(text, { nil: undefined }),
  });

  test('reads back whatever our own calendar writes', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 20 }), (given) => {
        const written = given.map(({ startAt, minutes, title, place, description, ...rest }, index) =>
          sampleEvent({
            ...rest,
            id: `event-${index}`,
            time: {
              kind: 'instant',
              startAt,
              zone: 'UTC',
              ...(minutes !== undefined && { endAt: startAt + minutes * 60_000 }),
            },
            texts: {
              en: { title, ...(place !== undefined && { place }), ...(description !== undefined && { description }) },
            },
          }),
        );
        const reading = readCalendar(calendarFeed(written, { language: 'en', now }), reader);
        expect(reading).toMatchObject({ ok: true, problems: [], others: 0 });
        expect(reading.ok && reading.events.map(({ uid, sequence, title }) => ({ uid, sequence, title }))).toEqual(
          written.map((event) => ({ uid: uidOf(event), sequence: event.revision, title: event.texts.en?.title })),
        );
        const held = reading.ok ? reading.events.filter((event) => event.kind === 'held') : [];
        expect(held.map(({ startAt, endAt, place }) => ({ startAt, endAt, place }))).toEqual(
          given.flatMap(({ cancelled, startAt, minutes, place = '' }) =>
            cancelled
              ? []
              : [{ startAt, endAt: minutes === undefined ? undefined : startAt + minutes * 60_000, place }],
          ),
        );
      }),
    );
  });
});
