import { describe, expect, test } from 'vitest';
import { monthAt, parseMonth } from '../../src/events/parse-month.ts';

const now = Date.UTC(2026, 10, 22);
const madrid = { now, zone: 'Europe/Madrid' };
const firstOf = (text: string) => {
  const month = parseMonth(text, madrid);
  return month === undefined ? undefined : new Date(month.from).toISOString();
};

describe('parseMonth()', () => {
  test.each([
    ['2027-10', '2027-09-30T22:00:00.000Z'],
    ['10/2027', '2027-09-30T22:00:00.000Z'],
    ['October 2027', '2027-09-30T22:00:00.000Z'],
    ['octubre de 2027', '2027-09-30T22:00:00.000Z'],
    ['OCTOBRE  2027', '2027-09-30T22:00:00.000Z'],
    ['oct. 2027', '2027-09-30T22:00:00.000Z'],
    ['février', '2027-01-31T23:00:00.000Z'],
    ['november', '2026-10-31T23:00:00.000Z'],
    ['diciembre', '2026-11-30T23:00:00.000Z'],
    ['10', '2027-09-30T22:00:00.000Z'],
  ])('reads %o', (text, from) => {
    expect(firstOf(text)).toBe(from);
  });

  test.each(['', '13', '2027-13', '2027-00', 'someday', 'october the first', '7 October 2027', '2027'])(
    'takes %o for no month',
    (text) => {
      expect(firstOf(text)).toBeUndefined();
    },
  );

  test('ends where the next month begins, when the clocks change in it', () => {
    expect(parseMonth('2027-03', madrid)).toEqual({
      from: Date.parse('2027-02-28T23:00Z'),
      to: Date.parse('2027-03-31T22:00Z'),
    });
  });
});

test('monthAt() is the month of the zone', () => {
  expect(monthAt(Date.parse('2027-09-30T15:00Z'), 'Asia/Seoul')).toEqual({
    from: Date.parse('2027-09-30T15:00Z'),
    to: Date.parse('2027-10-31T15:00Z'),
  });
});
