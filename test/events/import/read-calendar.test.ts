import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../../src/events/import/read-calendar.ts';
import type { HeldEvent } from '../../../src/events/import/imported-event.ts';
import { calendarText, eventLines } from './calendar-text.ts';

const now = Date.UTC(2027, 9, 1, 8);
const reader = { now, zone: 'Europe/Madrid' };
const read = (text: string) => readCalendar(text, reader);

/** The only event of a file. */
function held(...lines: string[]): HeldEvent {
  const reading = read(calendarText(...lines));
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  expect(reading.problems).toEqual([]);
  const [event] = reading.events;
  if (event?.kind !== 'held') throw new Error(`No event to come: ${JSON.stringify(reading.events)}`);
  return event;
}

const utc = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().replace(':00.000', '');

/** When an event takes place, in which zone, and what is not plain about it. */
function at(start: Readonly<Record<string, string>>): unknown[] {
  const { startAt, endAt, zone, notes } = held(...eventLines(start));
  return [utc(startAt), utc(endAt), zone, notes];
}

const kindWhenItEnds = (end: string) => {
  const reading = read(calendarText(...eventLines({ 'DTSTART:': '20270901T080000Z', 'DTEND:': end })));
  return reading.ok && reading.events.map(({ kind }) => kind);
};

describe('readCalendar() of times', () => {
  test.each<[string, Readonly<Record<string, string>>, unknown[]]>([
    [
      'UTC',
      { 'DTSTART:': '20271007T080000Z', 'DTEND:': '20271007T100000Z' },
      ['2027-10-07T08:00Z', '2027-10-07T10:00Z', 'Europe/Madrid', []],
    ],
    [
      'a zone',
      { 'DTSTART;TZID=America/New_York:': '20271007T100000', 'DURATION:': 'PT1H30M' },
      ['2027-10-07T14:00Z', '2027-10-07T15:30Z', 'America/New_York', []],
    ],
    [
      'a zone in quotes, in small letters',
      { 'DTSTART;TZID="europe/lisbon":': '20271007T100000' },
      ['2027-10-07T09:00Z', undefined, 'Europe/Lisbon', []],
    ],
    [
      'a zone behind a path',
      { 'DTSTART;TZID=/mozilla.org/20050126_1/Asia/Seoul:': '20271007T100000' },
      ['2027-10-07T01:00Z', undefined, 'Asia/Seoul', []],
    ],
    [
      'a zone of three parts',
      { 'DTSTART;TZID=/x/America/Argentina/Salta:': '20271007T100000' },
      ['2027-10-07T13:00Z', undefined, 'America/Argentina/Salta', []],
    ],
    [
      'a zone of Windows',
      { 'DTSTART;TZID=Romance Standard Time:': '20271007T100000' },
      ['2027-10-07T08:00Z', undefined, 'Europe/Paris', []],
    ],
    [
      'another zone of Windows',
      { 'DTSTART;TZID=E. South America Standard Time:': '20271007T100000' },
      ['2027-10-07T13:00Z', undefined, 'America/Sao_Paulo', []],
    ],
    ['no zone', { 'DTSTART:': '20271007T100000' }, ['2027-10-07T08:00Z', undefined, 'Europe/Madrid', ['floating']]],
    [
      'a day',
      { 'DTSTART;VALUE=DATE:': '20271007' },
      ['2027-10-06T22:00Z', '2027-10-07T22:00Z', 'Europe/Madrid', ['allDay']],
    ],
    [
      'days across a change of the clocks',
      { 'DTSTART;VALUE=DATE:': '20271030', 'DTEND;VALUE=DATE:': '20271101' },
      ['2027-10-29T22:00Z', '2027-10-31T23:00Z', 'Europe/Madrid', ['allDay']],
    ],
    [
      'a day whose end is its start',
      { 'DTSTART;VALUE=DATE:': '20271007', 'DTEND;VALUE=DATE:': '20271007' },
      ['2027-10-06T22:00Z', '2027-10-07T22:00Z', 'Europe/Madrid', ['allDay']],
    ],
    [
      'no length at all',
      { 'DTSTART:': '20271007T080000Z', 'DTEND:': '20271007T080000Z' },
      ['2027-10-07T08:00Z', undefined, 'Europe/Madrid', []],
    ],
    [
      'two zones',
      { 'DTSTART;TZID=Europe/Madrid:': '20271007T100000', 'DTEND;TZID=Europe/London:': '20271007T110000' },
      ['2027-10-07T08:00Z', '2027-10-07T10:00Z', 'Europe/Madrid', []],
    ],
    [
      'an hour that the clocks skip',
      { 'DTSTART;TZID=Europe/Madrid:': '20280326T023000' },
      ['2028-03-26T01:30Z', undefined, 'Europe/Madrid', []],
    ],
    [
      'an hour that they show twice',
      { 'DTSTART;TZID=Europe/Madrid:': '20271031T023000' },
      ['2027-10-31T00:30Z', undefined, 'Europe/Madrid', []],
    ],
    [
      'weeks',
      { 'DTSTART:': '20271007T080000Z', 'DURATION:': 'P1W' },
      ['2027-10-07T08:00Z', '2027-10-14T08:00Z', 'Europe/Madrid', []],
    ],
  ])('reads %s', (_name, start, expected) => {
    expect(at(start)).toEqual(expected);
  });

  test('shows times of UTC in the zone of the calendar, where it names one', () => {
    expect(held('X-WR-TIMEZONE:Asia/Tokyo', ...eventLines()).zone).toBe('Asia/Tokyo');
    expect(held('X-WR-TIMEZONE:Nowhere', ...eventLines()).zone).toBe('Europe/Madrid');
  });

  test('knows what is over by its end', () => {
    expect(kindWhenItEnds('20271001T080000Z')).toEqual(['over']);
    expect(kindWhenItEnds('20271001T080001Z')).toEqual(['held']);
  });
});

const version = (title: string, more: Readonly<Record<string, string>>) => eventLines({ 'SUMMARY:': title, ...more });

const titles = (...lines: string[]) => held(...lines).title;

describe('readCalendar() of words', () => {
  test('reads what was escaped and folded, in any script', () => {
    const event = held(
      ...eventLines(
        { 'SUMMARY;LANGUAGE=fr:': 'Journée\\, métro\\;polis ' },
        'DESCRIPTION:One\\nTwo\\\\n\\NThree – ',
        ' 서울 مرحبا',
        'LOCATION;ALTREP="https://example.org/a:b;c":Room 1\\, Dakar',
        'URL;VALUE=URI:https://example.org/a?b=1;c',
      ),
    );
    expect(event).toMatchObject({
      title: 'Journée, métro;polis',
      description: 'One\nTwo\\n\nThree – 서울 مرحبا',
      place: 'Room 1, Dakar',
      link: 'https://example.org/a?b=1;c',
    });
  });

  test.each([
    [
      '<p>Dear <b>all</b>,</p><p>see <a href="https://example.org/x">the page</a>&nbsp;&amp; come</p>',
      'Dear all,\n\nsee the page (https://example.org/x) & come',
    ],
    ['One<br>Two<ul><li>a</li><li>b</li></ul>', 'One\nTwo\n- a\n- b'],
    ['a < b and <script>alert(1)</script> &amp;', 'a < b and <script>alert(1)</script> &amp;'],
    ['<a href="https://example.org">https://example.org</a>', 'https://example.org'],
    [
      'Welcome.\\n\\n-::~:~::~:~::-\\nJoin: https://example.org/m\\n-::~:~::~:~::-',
      'Welcome.\n\nJoin: https://example.org/m\n',
    ],
  ])('takes the marks of web pages out of a description: %s', (written, expected) => {
    expect(held(...eventLines({ 'DESCRIPTION:': written })).description).toBe(expected);
  });

  test('says what is tentative or private, and counts what is no event', () => {
    const todo = ['BEGIN:VTODO', 'SUMMARY:Buy flags', 'END:VTODO'];
    const reading = read(calendarText(...eventLines({ 'STATUS:': 'TENTATIVE', 'CLASS:': 'CONFIDENTIAL' }), ...todo));
    expect(reading).toMatchObject({ ok: true, others: 1, events: [{ notes: ['tentative', 'private'] }] });
  });

  test.each([
    [
      calendarText('METHOD:CANCEL', 'BEGIN:VEVENT', 'UID:e1', 'END:VEVENT'),
      { kind: 'cancelled', uid: 'e1', occurrence: '' },
    ],
    [calendarText(...eventLines({ 'STATUS:': 'CANCELLED' })), { kind: 'cancelled', title: 'General Assembly' }],
    [
      calendarText('METHOD:CANCEL', ...eventLines({ 'RECURRENCE-ID:': '20271007T080000Z' })),
      { kind: 'cancelled', occurrence: '20271007T080000Z', standalone: true },
    ],
  ])('knows what does not take place', (text, expected) => {
    expect(read(text)).toMatchObject({ ok: true, events: [expected], problems: [] });
  });

  test('takes of two entries with one UID the one with the higher number, then the later one', () => {
    expect(titles(...version('new', { 'SEQUENCE:': '10' }), ...version('old', { 'SEQUENCE:': '9' }))).toBe('new');
    expect(
      titles(
        ...version('new', { 'LAST-MODIFIED:': '20270102T000000Z' }),
        ...version('old', { 'LAST-MODIFIED:': '20270101T000000Z' }),
      ),
    ).toBe('new');
    expect(titles(...version('first', {}), ...version('second', {}))).toBe('second');
  });
});
