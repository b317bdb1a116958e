import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../../src/events/import/read-calendar.ts';
import { calendarText, eventLines } from './calendar-text.ts';

/** Friday, 1 October 2027, 10:00 in Madrid. */
const now = Date.UTC(2027, 9, 1, 8);

/** The times of a file, as they become drafts. */
function times(...lines: string[]): unknown[] {
  const reading = readCalendar(calendarText(...lines), { now, zone: 'Europe/Madrid' });
  if (!reading.ok || reading.problems.length > 0) throw new Error(JSON.stringify(reading));
  return reading.events.map((event) => {
    if (event.kind !== 'held') return event.kind;
    return `${event.occurrence} ${new Date(event.startAt).toISOString().slice(0, 16)} ${event.title}`;
  });
}

const madrid = (start: string) => ({ 'DTSTART;TZID=Europe/Madrid:': start, 'DURATION:': 'PT1H' });
const weekly = eventLines(madrid('20270104T100000'), 'RRULE:FREQ=WEEKLY;BYDAY=MO');

const special = (title: string, recurrenceId: string, start: string, ...more: string[]) =>
  eventLines({ 'SUMMARY:': title, ...madrid(start), 'RECURRENCE-ID;TZID=Europe/Madrid:': recurrenceId }, ...more);

describe('readCalendar() of an event that recurs', () => {
  test.each<[string, string, string]>([
    ['every week', 'FREQ=WEEKLY;BYDAY=MO', '20271004T080000Z 2027-10-04T08:00'],
    ['every two weeks', 'FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO', '20271011T080000Z 2027-10-11T08:00'],
    ['by the clock, also in winter', 'FREQ=MONTHLY;BYDAY=1MO;BYMONTH=12', '20271206T090000Z 2027-12-06T09:00'],
    ['on the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', '20271029T080000Z 2027-10-29T08:00'],
    ['on a day that not every month has', 'FREQ=MONTHLY;BYMONTHDAY=31', '20271031T090000Z 2027-10-31T09:00'],
    [
      'until an instant on the day itself',
      'FREQ=WEEKLY;BYDAY=MO;UNTIL=20271004T080000Z',
      '20271004T080000Z 2027-10-04T08:00',
    ],
    ['until a day', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20271004', '20271004T080000Z 2027-10-04T08:00'],
    [
      'with its own hour in the rule',
      'FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0;BYSECOND=0',
      '20271004T080000Z 2027-10-04T08:00',
    ],
    ['from a day that is none of the rule’s', 'FREQ=WEEKLY;BYDAY=TU', '20271005T080000Z 2027-10-05T08:00'],
    ['in small letters', 'freq=weekly;byday=mo', '20271004T080000Z 2027-10-04T08:00'],
  ])('drafts the next time: %s', (_name, rule, expected) => {
    expect(times(...eventLines(madrid('20270104T100000'), `RRULE:${rule}`))).toEqual([`${expected} General Assembly`]);
  });

  test.each([
    ['until a moment before', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20271004T075959Z'],
    ['until the day before', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20271003'],
    ['a number of times', 'FREQ=WEEKLY;BYDAY=MO;COUNT=10'],
    ['on a day that there never is', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ])('knows that it is over: %s', (_name, rule) => {
    expect(times(...eventLines(madrid('20270104T100000'), `RRULE:${rule}`))).toEqual(['over']);
  });

  test('takes the time that goes on for the next one', () => {
    const rule = 'RRULE:FREQ=WEEKLY;BYDAY=FR';
    const goesOn = eventLines({ 'DTSTART;TZID=Europe/Madrid:': '20270101T093000', 'DURATION:': 'PT1H' }, rule);
    expect(times(...goesOn)).toEqual(['20271001T073000Z 2027-10-01T07:30 General Assembly']);
  });

  test('says in its notes that it recurs, and recognises whole days by the day', () => {
    const reading = readCalendar(
      calendarText(...eventLines({ 'DTSTART;VALUE=DATE:': '20201007' }, 'RRULE:FREQ=YEARLY')),
      {
        now,
        zone: 'Asia/Seoul',
      },
    );
    expect(reading).toMatchObject({
      events: [{ occurrence: '20271007', notes: ['allDay', 'recurs'], startAt: Date.parse('2027-10-07T00:00+09:00') }],
    });
  });

  test('keeps the length of the day across a change of the clocks', () => {
    const night = eventLines(
      { 'DTSTART;TZID=Europe/Madrid:': '20270104T220000', 'DTEND;TZID=Europe/Madrid:': '20270105T060000' },
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=30',
    );
    const reading = readCalendar(calendarText(...night), { now, zone: 'UTC' });
    expect(reading).toMatchObject({
      events: [{ startAt: Date.parse('2027-10-30T22:00+02:00'), endAt: Date.parse('2027-10-31T06:00+01:00') }],
    });
  });

  test('leaves out what was taken out, in whatever form, and adds what was added', () => {
    expect(
      times(
        ...weekly.slice(0, -1),
        'EXDATE;TZID=Europe/Madrid:20271004T100000,20271011T100000',
        'EXDATE:20271018T080000Z',
        'END:VEVENT',
      ),
    ).toEqual(['20271025T080000Z 2027-10-25T08:00 General Assembly']);
    expect(times(...weekly.slice(0, -1), 'RDATE;TZID=Europe/Madrid:20271002T100000', 'END:VEVENT')).toEqual([
      '20271002T080000Z 2027-10-02T08:00 General Assembly',
    ]);
    expect(times(...eventLines(madrid('20270104T100000'), 'RDATE;VALUE=PERIOD:20271003T080000Z/PT1H'))).toEqual([
      '20271003T080000Z 2027-10-03T08:00 General Assembly',
    ]);
  });

  test.each<[string, string[], string]>([
    ['moved on', special('Later', '20271004T100000', '20271005T120000'), '20271004T080000Z 2027-10-05T10:00 Later'],
    [
      'moved beyond the one after it',
      special('Much later', '20271004T100000', '20271013T120000'),
      '20271011T080000Z 2027-10-11T08:00 General Assembly',
    ],
    [
      'drawn forward',
      special('Earlier', '20271025T100000', '20271002T100000'),
      '20271025T080000Z 2027-10-02T08:00 Earlier',
    ],
    [
      'moved into the past',
      special('Yesterday', '20271004T100000', '20270930T100000'),
      '20271011T080000Z 2027-10-11T08:00 General Assembly',
    ],
    [
      'cancelled',
      special('No', '20271004T100000', '20271004T100000', 'STATUS:CANCELLED'),
      '20271011T080000Z 2027-10-11T08:00 General Assembly',
    ],
  ])('follows a single time that was %s', (_name, lines, expected) => {
    expect(times(...weekly, ...lines)).toEqual([expected]);
    expect(times(...lines, ...weekly)).toEqual([expected]);
  });

  test('names the times that do not take place', () => {
    const cancelled = special('No', '20271011T100000', '20271011T100000', 'STATUS:CANCELLED');
    const lines = [...weekly.slice(0, -1), 'EXDATE;TZID=Europe/Madrid:20271004T100000', 'END:VEVENT', ...cancelled];
    const reading = readCalendar(calendarText(...lines), { now, zone: 'UTC' });
    expect(reading).toMatchObject({ events: [{ excluded: ['20271004T080000Z', '20271011T080000Z'] }] });
  });

  test('takes single times without the others each for itself', () => {
    const lines = [
      ...special('One', '20271004T100000', '20271004T120000'),
      ...special('Two', '20271011T100000', '20271011T120000'),
    ];
    expect(times(...lines)).toEqual(['20271004T080000Z 2027-10-04T10:00 One', '20271011T080000Z 2027-10-11T10:00 Two']);
  });
});
