import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhen } from '../../src/announcements/parse-when.ts';
import { isZone, writeWhen, zoneNamed } from '../../src/announcements/zone.ts';

describe('isZone()', () => {
  it.each(['Europe/Madrid', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'UTC', 'Etc/GMT+5'])(
    'isZone() knows %s',
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  it.each(['Madrid', 'Europe/Atlantis', '+02:00', '', 'Europe/Madrid ', 'null', '../../etc/passwd'])(
    'isZone() does not know %j',
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );
});

describe('zoneNamed()', () => {
  it.each([
    ['europe/madrid', 'Europe/Madrid'],
    ['AMERICA/NEW_YORK', 'America/New_York'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Nowhere', undefined],
  ])('zoneNamed() of %j is %s', (text, expected) => {
    expect(zoneNamed(text)).toBe(expected);
  });
});

describe('writeWhen()', () => {
  it('writeWhen() adds the offset only where the clocks show the time twice', () => {
    expect(writeWhen(Date.parse('2027-10-31T00:30Z'), 'Europe/Madrid')).toBe('2027-10-31 02:30+02:00');
    expect(writeWhen(Date.parse('2027-10-31T01:30Z'), 'Europe/Madrid')).toBe('2027-10-31 02:30+01:00');
    expect(writeWhen(Date.parse('2027-10-31T02:30Z'), 'Europe/Madrid')).toBe('2027-10-31 03:30');
  });

  it('writeWhen() writes what parseWhen() reads as the same instant, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const from = Date.parse('2020-01-01T00:00Z') / 1000;
    const to = Date.parse('2060-01-01T00:00Z') / 1000;
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (zone, second) => {
        const at = second * 1000;
        expect(parseWhen(writeWhen(at, zone), { now: 0, zone, language: 'fr' })).toEqual({ ok: true, at });
      }),
      { numRuns: 500 },
    );
  });
});
