import { describe, expect, test } from 'vitest';
import { localOccurrences, nextLocalOccurrence, parseRecurrence } from '../../src/events/recurrence.ts';

describe('parseRecurrence()', () => {
  test.each([
    ['FREQ=YEARLY', '2026-10-07', 'FREQ=YEARLY'],
    ['RRULE:freq=yearly', '2026-10-07', 'FREQ=YEARLY'],
    [' FREQ=MONTHLY;BYDAY=1MO ', '2026-11-02', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=6', '2026-11-27', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=6'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', '2026-11-24', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH'],
    ['FREQ=YEARLY;UNTIL=20301007', '2026-10-07', 'FREQ=YEARLY;UNTIL=20301007'],
    ['FREQ=YEARLY', '2028-02-29', 'FREQ=YEARLY'],
  ])('reads %o', (text, firstDay, recurrence) => {
    expect(parseRecurrence(text, firstDay)).toEqual({ ok: true, recurrence });
  });

  test.each([
    ['', 'part', ''],
    ['FREQ=HOURLY', 'value', 'FREQ=HOURLY'],
    ['FREQ=YEARLY;BYHOUR=9', 'part', 'BYHOUR=9'],
    ['FREQ=YEARLY;BYMONTH=13', 'value', 'BYMONTH=13'],
    ['FREQ=YEARLY;COUNT=0', 'value', 'COUNT=0'],
    ['FREQ=YEARLY;FREQ=DAILY', 'twice', 'FREQ=DAILY'],
    ['BYMONTH=10', 'noFrequency', 'BYMONTH=10'],
    ['FREQ=YEARLY;COUNT=2;UNTIL=20301007', 'countAndUntil', 'UNTIL=20301007'],
    ['FREQ=YEARLY;UNTIL=20300230', 'until', 'UNTIL=20300230'],
    ['FREQ=WEEKLY;BYDAY=2TU', 'value', 'FREQ=WEEKLY;BYDAY=2TU'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'firstDay', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['FREQ=YEARLY;UNTIL=20201007', 'firstDay', 'FREQ=YEARLY;UNTIL=20201007'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'firstDay', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ])('refuses %o and says which part is meant', (text, problem, part) => {
    expect(parseRecurrence(text, '2026-10-07')).toEqual({ ok: false, problem, part });
  });
});

describe('localOccurrences()', () => {
  test.each([
    ['FREQ=YEARLY', '2026-10-07T00:00', ['2027-10-07T00:00', '2028-10-07T00:00']],
    ['FREQ=YEARLY;UNTIL=20271007', '2026-10-07T18:00', ['2027-10-07T18:00']],
    ['FREQ=YEARLY;COUNT=2', '2026-10-07T18:00', ['2027-10-07T18:00']],
    ['FREQ=YEARLY', '2024-02-29T09:30', ['2028-02-29T09:30']],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4', '2026-12-31T09:00', ['2027-01-31', '2027-03-31', '2027-05-31']],
  ])('gives the times of %s that lie between two', (rule, start, expected) => {
    const found = localOccurrences(rule, start, '2027-01-01T00:00', '2028-12-31T00:00');
    expect(found).toEqual(expected.map((local) => (local.includes('T') ? local : `${local}T09:00`)));
  });
});

const next = (from: string) => nextLocalOccurrence('FREQ=YEARLY;COUNT=2', '2026-10-07T10:00', from);

describe('nextLocalOccurrence()', () => {
  test('gives the time itself, the one after it, and nothing when the rule has ended', () => {
    expect(next('2026-10-07T10:00')).toBe('2026-10-07T10:00');
    expect(next('2026-10-07T10:01')).toBe('2027-10-07T10:00');
    expect(next('2027-10-07T10:01')).toBeUndefined();
  });
});
