import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/events/event.ts';
import { nextOccurrence, occurrencesIn } from '../../src/events/occurrences.ts';
import { sampleEvent, yearlyDay } from './sample-events.ts';

const starts = (spans: readonly Span[]) =>
  spans.map((span) => (span.kind === 'days' ? span.first : new Date(span.startAt).toISOString().slice(0, 16)));

/** The starts of an event at a time of day, every day from one to another. */
function daily(zone: string, first: string, days: number, time: string) {
  const start = `${first}T${time}`;
  const event = sampleEvent({ time: { kind: 'clock', start, zone }, recurrence: `FREQ=DAILY;COUNT=${days}` });
  const from = Date.parse(`${first}T00:00Z`) - 86_400_000;
  return starts(occurrencesIn(event, { from, to: from + (days + 2) * 86_400_000, zone }).map(({ span }) => span));
}

describe('occurrencesIn() around changes of the clocks', () => {
  // Saturday, the Sunday of the change, Monday; at nine in the morning, in UTC.
  test.each([
    ['2026-03-28', ['2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00']],
    ['2026-10-24', ['2026-10-24T07:00', '2026-10-25T08:00', '2026-10-26T08:00']],
    ['2027-03-27', ['2027-03-27T08:00', '2027-03-28T07:00', '2027-03-29T07:00']],
    ['2027-10-30', ['2027-10-30T07:00', '2027-10-31T08:00', '2027-11-01T08:00']],
    ['2028-03-25', ['2028-03-25T08:00', '2028-03-26T07:00', '2028-03-27T07:00']],
    ['2028-10-28', ['2028-10-28T07:00', '2028-10-29T08:00', '2028-10-30T08:00']],
    ['2029-03-24', ['2029-03-24T08:00', '2029-03-25T07:00', '2029-03-26T07:00']],
    ['2029-10-27', ['2029-10-27T07:00', '2029-10-28T08:00', '2029-10-29T08:00']],
    ['2030-03-30', ['2030-03-30T08:00', '2030-03-31T07:00', '2030-04-01T07:00']],
    ['2030-10-26', ['2030-10-26T07:00', '2030-10-27T08:00', '2030-10-28T08:00']],
  ])('keeps the hour of Europe/Madrid from %s on', (first, expected) => {
    expect(daily('Europe/Madrid', first, 3, '09:00')).toEqual(expected);
  });

  // Zones that gave up summer time, in the nights in which their clocks used to change.
  test.each([
    ['America/Sao_Paulo', '12:00', ['02-14', '02-21', '10-17', '11-01', '11-07']],
    ['Asia/Seoul', '00:00', ['03-28', '05-08', '10-10', '10-24']],
    ['Asia/Tehran', '05:30', ['03-20', '03-21', '09-20', '09-21']],
  ])('knows that the clocks of %s do not change any more', (zone, utc, days) => {
    for (const year of [2026, 2027, 2028, 2029, 2030]) {
      for (const day of days) {
        const found = daily(zone, `${year}-${day}`, 3, '09:00');
        expect(found.map((instant) => instant.slice(11))).toEqual([utc, utc, utc]);
        expect(found[0]?.slice(0, 10)).toBe(`${year}-${day}`);
      }
    }
  });

  test.each([2026, 2027, 2028, 2029, 2030])('moves a skipped hour of %i on by as much as is skipped', (year) => {
    const day = { 2026: '03-29', 2027: '03-28', 2028: '03-26', 2029: '03-25', 2030: '03-31' }[year] ?? '';
    expect(daily('Europe/Madrid', `${year}-${day}`, 1, '02:30')).toEqual([`${year}-${day}T01:30`]);
  });

  test.each([2026, 2027, 2028, 2029, 2030])('takes the first of the two hours that %i repeats', (year) => {
    const day = { 2026: '10-25', 2027: '10-31', 2028: '10-29', 2029: '10-28', 2030: '10-27' }[year] ?? '';
    expect(daily('Europe/Madrid', `${year}-${day}`, 1, '02:30')).toEqual([`${year}-${day}T00:30`]);
  });

  test('keeps what would end before it begins as long as it is', () => {
    const time = { kind: 'clock', start: '2027-03-28T02:30', end: '2027-03-28T03:00', zone: 'Europe/Madrid' } as const;
    const [found] = occurrencesIn(sampleEvent({ time }), {
      from: Date.UTC(2027, 2, 28),
      to: Date.UTC(2027, 2, 29),
      zone: 'UTC',
    });
    expect(found?.span).toMatchObject({
      startAt: Date.UTC(2027, 2, 28, 1, 30),
      endAt: Date.UTC(2027, 2, 28, 2),
    });
  });
});

/** The days of the event within a time, for a reader in Madrid. */
const inMadrid = (from: string, to: string) =>
  starts(
    occurrencesIn(yearlyDay, { from: Date.parse(from), to: Date.parse(to), zone: 'Europe/Madrid' }).map(
      ({ span }) => span,
    ),
  );

describe('occurrencesIn() with whole days', () => {
  test.each([
    ['2027-10-06T21:59Z', '2027-10-06T22:00Z', []],
    ['2027-10-06T21:59Z', '2027-10-06T22:01Z', ['2027-10-07']],
    ['2027-10-07T21:59Z', '2028-10-07T00:00Z', ['2027-10-07', '2028-10-07']],
    ['2027-10-07T22:00Z', '2028-10-06T22:00Z', []],
  ])('begins and ends them with the days of the reader: %s to %s', (from, to, expected) => {
    expect(inMadrid(from, to)).toEqual(expected);
  });
});

const next = (now: string, zone: string) => {
  const found = nextOccurrence(yearlyDay, { now: Date.parse(now), zone });
  return found?.span.kind === 'days' ? found.span.first : undefined;
};

describe('nextOccurrence()', () => {
  test.each([
    ['2026-11-22T12:00Z', 'Europe/Madrid', '2027-10-07'],
    ['2027-10-07T12:00Z', 'Europe/Madrid', '2027-10-07'],
    ['2027-10-07T15:30Z', 'Asia/Seoul', '2028-10-07'],
    ['2027-10-08T02:30Z', 'America/Sao_Paulo', '2027-10-07'],
    ['2010-01-01T00:00Z', 'UTC', '2018-10-07'],
  ])('at %s in %s is %s', (now, zone, expected) => {
    expect(next(now, zone)).toBe(expected);
  });

  test('is none for what is over, has ended or is cancelled', () => {
    const reader = { now: Date.UTC(2028, 0, 1), zone: 'UTC' };
    expect(nextOccurrence(sampleEvent(), reader)).toBeUndefined();
    expect(nextOccurrence({ ...yearlyDay, recurrence: 'FREQ=YEARLY;COUNT=3' }, reader)).toBeUndefined();
    expect(nextOccurrence({ ...yearlyDay, cancelled: true }, reader)).toBeUndefined();
  });

  test('is the one that goes on', () => {
    const time = { kind: 'clock', start: '2026-01-05T22:00', end: '2026-01-06T02:00', zone: 'Asia/Tehran' } as const;
    const event = sampleEvent({ time, recurrence: 'FREQ=WEEKLY' });
    const now = Date.parse('2027-01-04T21:00Z');
    expect(
      starts([nextOccurrence(event, { now, zone: 'UTC' })?.span ?? { kind: 'days', first: '', last: '' }]),
    ).toEqual(['2027-01-04T18:30']);
  });
});
