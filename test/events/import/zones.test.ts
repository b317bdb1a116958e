import { describe, expect, test } from 'vitest';
import { isZone } from '../../../src/announcements/zone.ts';
import { readCalendar } from '../../../src/events/import/read-calendar.ts';
import { windowsZones, zoneOfWindows } from '../../../src/events/import/windows-zones.ts';
import { calendarText, eventLines } from './calendar-text.ts';

const now = Date.UTC(2027, 0, 1);

/** A zone as Outlook writes one that has no name: summer time from the last Sunday in March to the last in October. */
const customized = zone('Customized Time Zone', [
  ['STANDARD', '16011028T030000', '+0200', '+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'],
  ['DAYLIGHT', '16010325T020000', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'],
]);

function zone(name: string, observances: readonly (readonly string[])[], ...more: string[]): string[] {
  const parts = observances.flatMap(([kind, start, from, to, ...rules]) => [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...rules,
    `END:${kind}`,
  ]);
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, ...more, ...parts, 'END:VTIMEZONE'];
}

function startIn(definition: readonly string[], local: string, name = 'Customized Time Zone') {
  const event = eventLines({ [`DTSTART;TZID=${name}:`]: local });
  const reading = readCalendar(calendarText(...definition, ...event), { now, zone: 'Europe/London' });
  if (!reading.ok || reading.events[0]?.kind !== 'held') return reading.problems;
  const { startAt, zone: shown, notes } = reading.events[0];
  return [new Date(startAt).toISOString().slice(0, 16), shown, ...notes];
}

describe('a zone that only the file knows', () => {
  test.each([
    ['in winter', '20270115T100000', '2027-01-15T09:00'],
    ['in summer', '20270715T100000', '2027-07-15T08:00'],
    ['a second before summer time', '20270328T015959', '2027-03-28T00:59'],
    ['after it has begun', '20270328T030000', '2027-03-28T01:00'],
    ['a minute before it ends', '20271031T015900', '2027-10-30T23:59'],
    ['after it has ended', '20271031T030000', '2027-10-31T02:00'],
    ['far away', '24000715T100000', '2400-07-15T08:00'],
  ])('gives the instant %s, and is shown in the reader’s', (_name, local, expected) => {
    expect(startIn(customized, local)).toEqual([expected, 'Europe/London', 'zoneOfFile']);
  });

  test('may list the days on which clocks change', () => {
    const listed = zone('Listed', [
      ['STANDARD', '20250101T000000', '+0100', '+0100'],
      ['DAYLIGHT', '20260401T020000', '+0100', '+0200', 'RDATE:20270404T020000,20280402T020000'],
      ['STANDARD', '20261004T030000', '+0200', '+0100', 'RDATE:20271003T030000'],
    ]);
    expect(startIn(listed, '20270405T120000', 'Listed')).toEqual(['2027-04-05T10:00', 'Europe/London', 'zoneOfFile']);
    expect(startIn(listed, '20271005T120000', 'Listed')).toEqual(['2027-10-05T11:00', 'Europe/London', 'zoneOfFile']);
    expect(startIn(listed, '20280405T120000', 'Listed')).toEqual(['2028-04-05T10:00', 'Europe/London', 'zoneOfFile']);
  });

  const problem = [expect.objectContaining({ kind: 'unknownZone' })];

  test.each<[string, string[]]>([
    ['has no rules', ['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone', 'END:VTIMEZONE']],
    ['begins later', zone('Customized Time Zone', [['STANDARD', '20280101T000000', '+0100', '+0100']])],
    [
      'changes its clocks by the second',
      zone('Customized Time Zone', [['STANDARD', '20200101T000000', '+0100', '+0100', 'RRULE:FREQ=SECONDLY']]),
    ],
    [
      'has an offset that is none',
      zone('Customized Time Zone', [['STANDARD', '20200101T000000', '+0100', 'one hour']]),
    ],
    [
      'has rules without number',
      zone(
        'Customized Time Zone',
        Array.from({ length: 100 }, () => [
          'STANDARD',
          '16010101T000000',
          '+0100',
          '+0100',
          'RRULE:FREQ=YEARLY;BYMONTH=1',
        ]),
      ),
    ],
  ])('is not relied on when it %s', (_name, definition) => {
    expect(startIn(definition, '20270715T100000')).toEqual(problem);
  });

  test('is that of the database where the file says so', () => {
    const located = zone('Home', [['STANDARD', '20200101T000000', '+0900', '+0900']], 'X-LIC-LOCATION:Asia/Tokyo');
    expect(startIn(located, '20270715T100000', 'Home')).toEqual(['2027-07-15T01:00', 'Asia/Tokyo']);
  });

  test('counts less than the database where its name stands there', () => {
    const wrong = zone('Europe/Madrid', [['STANDARD', '20200101T000000', '+0900', '+0900']]);
    expect(startIn(wrong, '20270715T100000', 'Europe/Madrid')).toEqual(['2027-07-15T08:00', 'Europe/Madrid']);
  });
});

describe('zoneOfWindows()', () => {
  test.each([
    ['Romance Standard Time', 'Europe/Paris'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['GMT Standard Time', 'Europe/London'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Eastern Standard Time (Mexico)', 'America/Cancun'],
    ['Central America Standard Time', 'America/Guatemala'],
    ['Russia Time Zone 11', 'Asia/Kamchatka'],
    ['UTC', 'Etc/UTC'],
    ['UTC+13', 'Etc/GMT-13'],
    ['korea  standard time', 'Asia/Seoul'],
    ['AUS Eastern Standard Time', 'Australia/Sydney'],
    ['Morocco Standard Time', 'Africa/Casablanca'],
    ['Iran Standard Time', 'Asia/Tehran'],
  ])('knows %s', (name, expected) => {
    expect(zoneOfWindows(name)).toBe(expected);
    expect(isZone(expected)).toBe(true);
  });

  test('gives zones that exist alone', () => {
    expect(windowsZones.size).toBeGreaterThan(130);
    expect([...windowsZones.values()].filter((name) => !isZone(name))).toEqual([]);
  });

  test.each(['', 'Standard Time', 'Romance Summer Time', 'Europe/Paris', 'constructor'])(
    'does not know “%s”',
    (name) => {
      expect(zoneOfWindows(name)).toBeUndefined();
    },
  );
});
