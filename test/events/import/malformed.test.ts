import { describe, expect, test } from 'vitest';
import { largestCalendar, mostEvents, readCalendar } from '../../../src/events/import/read-calendar.ts';
import { calendarText, eventLines } from './calendar-text.ts';

const reader = { now: Date.UTC(2027, 9, 1, 8), zone: 'Europe/Madrid' };
const read = (text: string) => readCalendar(text, reader);

const many = (count: number, start: string) =>
  Array.from({ length: count }, (_, index) => eventLines({ 'UID:': `${start}-${index}`, 'DTSTART:': start })).flat();

describe('readCalendar() of a file that is no calendar', () => {
  test.each<[string, string, unknown]>([
    ['an empty file', '', { line: 1, kind: 'notCalendar', value: '' }],
    ['white space', '\r\n \n', { line: 1, kind: 'notCalendar' }],
    [
      'a web page',
      '<!doctype html>\n<p>Sign in</p>',
      { line: 1, kind: 'notCalendar', value: '<!doctype html> <p>Sign in</p>' },
    ],
    ['a card', '\nBEGIN:VCARD\nEND:VCARD\n', { line: 2, kind: 'notCalendar', value: 'BEGIN:VCARD' }],
    ['an event alone', eventLines().join('\n'), { line: 1, kind: 'notCalendar', value: 'BEGIN:VEVENT' }],
    ['zero bytes', 'BEGIN:VCALENDAR\n\0\nEND:VCALENDAR', { line: 2, kind: 'notText' }],
    ['Latin-1', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Asamblea en M\uFFFDxico', { line: 3, kind: 'notText' }],
    ['a file over the limit', 'x'.repeat(largestCalendar + 1), { kind: 'tooLarge', about: largestCalendar + 1 }],
    ['a file that breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1', { line: 2, kind: 'unclosed', value: 'VEVENT' }],
    [
      'an event that is not ended',
      calendarText('BEGIN:VEVENT', 'UID:1', 'SUMMARY:One', ...eventLines().slice(0, -1)),
      { line: 7, kind: 'unclosed', value: 'VEVENT', about: 11 },
    ],
    ['an end without a beginning', calendarText('END:VEVENT'), { line: 4, kind: 'notOpened', value: 'END:VEVENT' }],
    ['words after the end', `${calendarText()}SUMMARY:More\r\n`, { line: 5, kind: 'notOpened', value: 'SUMMARY:More' }],
  ])('says where and why: %s', (_name, text, expected) => {
    const reading = read(text);
    expect(reading.ok).toBe(false);
    expect(reading.problems).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  });

  test('refuses more events to come than anybody looks at, whatever is over', () => {
    const over = many(mostEvents * 2, '20200101T100000Z');
    expect(read(calendarText(...over, ...many(mostEvents, '20271007T080000Z'))).ok).toBe(true);
    expect(read(calendarText(...over, ...many(mostEvents + 1, '20271007T080000Z')))).toMatchObject({
      ok: false,
      problems: [{ kind: 'tooManyEvents', about: mostEvents + 1 }],
    });
  });
});

describe('readCalendar() of an event that is wrong', () => {
  test.each<[string, string[], unknown]>([
    ['no UID', eventLines({ 'UID:': undefined }), { line: 8, kind: 'noUid', value: 'General Assembly' }],
    ['an endless UID', eventLines({ 'UID:': 'x'.repeat(1_001) }), { line: 8, kind: 'longUid' }],
    ['no title', eventLines({ 'SUMMARY:': ' ' }), { line: 8, kind: 'noSummary', value: 'e1@example.org' }],
    ['no start', eventLines({ 'DTSTART:': undefined }), { line: 8, kind: 'noStart', value: 'General Assembly' }],
    [
      'a day that does not exist',
      eventLines({ 'DTSTART:': '20270229T100000Z' }),
      { line: 11, kind: 'badTime', value: '20270229T100000Z' },
    ],
    ['an hour that does not exist', eventLines({ 'DTSTART:': '20271007T250000Z' }), { line: 11, kind: 'badTime' }],
    ['words as a date', eventLines({ 'DTSTART:': 'next Friday' }), { line: 11, kind: 'badTime', value: 'next Friday' }],
    [
      'an end that is no date',
      eventLines({ 'DTEND:': '2027-10-07' }),
      { line: 12, kind: 'badTime', value: '2027-10-07' },
    ],
    [
      'an end before the start',
      eventLines({ 'DTEND:': '20271007T070000Z' }),
      { line: 12, kind: 'endBeforeStart', value: '20271007T070000Z < 20271007T080000Z', about: 11 },
    ],
    [
      'a length that is none',
      eventLines({ 'DURATION:': 'two hours' }),
      { line: 12, kind: 'badDuration', value: 'two hours' },
    ],
    ['a negative length', eventLines({ 'DURATION:': '-PT1H' }), { line: 12, kind: 'badDuration' }],
    [
      'an unknown zone',
      eventLines({ 'DTSTART;TZID=Mars/Base:': '20271007T100000' }),
      { line: 11, kind: 'unknownZone', value: 'Mars/Base' },
    ],
    [
      'parameters that cannot be read',
      eventLines({ 'DTSTART;TZID=Eu"rope/Madrid:': '20271007T100000' }),
      { line: 11, kind: 'badParameters', value: 'DTSTART' },
    ],
    [
      'a line without a colon',
      eventLines({}, 'which goes on here'),
      { line: 12, kind: 'noColon', value: 'which goes on here' },
    ],
    [
      'a rule by the second',
      eventLines({ 'RRULE:': 'FREQ=SECONDLY' }),
      { line: 12, kind: 'badRecurrence', value: 'FREQ=SECONDLY' },
    ],
    [
      'a rule with a wrong day',
      eventLines({ 'RRULE:': 'FREQ=WEEKLY;BYDAY=XX' }),
      { line: 12, kind: 'badRecurrence', value: 'BYDAY=XX' },
    ],
    [
      'a rule until no day',
      eventLines({ 'RRULE:': 'FREQ=WEEKLY;UNTIL=2027' }),
      { line: 12, kind: 'badRecurrence', value: 'UNTIL=2027' },
    ],
    [
      'a time that is taken out and no time',
      eventLines({ 'RRULE:': 'FREQ=WEEKLY', 'EXDATE:': 'Monday' }),
      { line: 13, kind: 'badTime', value: 'Monday' },
    ],
    [
      'a time and all that follow',
      eventLines({ 'RECURRENCE-ID;RANGE=THISANDFUTURE:': '20271007T080000Z' }),
      { line: 8, kind: 'thisAndFuture' },
    ],
  ])('says where and why, and reads the others: %s', (_name, lines, expected) => {
    const task = ['BEGIN:VTODO', 'UID:t1', 'SUMMARY:Buy flags', 'END:VTODO'];
    const reading = read(calendarText(...task, ...lines, ...eventLines({ 'UID:': 'good@example.org' })));
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    expect(reading.events.map(({ uid }) => uid)).toEqual(['good@example.org']);
    expect(reading.problems).toEqual([expect.objectContaining(expected)]);
  });

  test('says everything at once, in the order of the lines', () => {
    const reading = read(
      calendarText(
        ...eventLines({ 'UID:': undefined, 'SUMMARY:': undefined, 'DTSTART:': 'x' }),
        ...eventLines({ 'DTSTART:': undefined }),
      ),
    );
    expect(reading.problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '4 noUid',
      '4 noSummary',
      '5 badTime',
      '7 noStart',
    ]);
  });

  test('counts folded lines as editors do, and quotes no more than a line', () => {
    const reading = read(calendarText('X-NOTE:one', ' two', '\tthree', `oops ${'y'.repeat(200)}`));
    expect(reading).toMatchObject({
      ok: true,
      problems: [{ line: 7, kind: 'noColon', value: `oops ${'y'.repeat(74)}…` }],
    });
  });
});
