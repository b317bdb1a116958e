import { describe, expect, it } from 'vitest';
import { parseWhen, type WhenOptions } from '../../src/announcements/parse-when.ts';
import { writeWhen } from '../../src/announcements/zone.ts';
import type { Language } from '../../src/language.ts';

const zone = 'Europe/Madrid';
/** A Thursday, 14:00 in Madrid. */
const now = Date.parse('2027-09-30T12:00:20Z');

function read(text: string, options: Partial<WhenOptions> = {}): string {
  const when = parseWhen(text, { now, zone, language: 'en', ...options });
  if (when.ok) return writeWhen(when.at, options.zone ?? zone, 'always');
  return 'candidates' in when
    ? `${when.problem} ${when.candidates.map((at) => writeWhen(at, options.zone ?? zone, 'always')).join(' | ')}`
    : when.problem;
}

const written: readonly (readonly [Language, string, string])[] = [
  ['en', '2027-10-07 10:00', '2027-10-07 10:00+02:00'],
  ['en', '2027-10-07T10:00', '2027-10-07 10:00+02:00'],
  ['en', '2027-10-07T10:00:30', '2027-10-07 10:00:30+02:00'],
  ['en', '2027-10-07T10:00Z', '2027-10-07 12:00+02:00'],
  ['en', '2027-10-07 10:00-05:00', '2027-10-07 17:00+02:00'],
  ['en', '2027-10-07 10:00 UTC', '2027-10-07 12:00+02:00'],
  ['en', '2027-10-07 10:00 +0530', '2027-10-07 06:30+02:00'],
  ['en', 'tomorrow 18:00', '2027-10-01 18:00+02:00'],
  ['en', 'Tomorrow at 6pm', '2027-10-01 18:00+02:00'],
  ['en', 'tomorrow morning at 9', '2027-10-01 09:00+02:00'],
  ['en', 'at 8 p.m. tomorrow', '2027-10-01 20:00+02:00'],
  ['en', '12 am tomorrow', '2027-10-01 00:00+02:00'],
  ['en', '12 pm tomorrow', '2027-10-01 12:00+02:00'],
  ['en', 'the day after tomorrow at 10:30 a. m.', '2027-10-02 10:30+02:00'],
  ['en', '7 October 2027 at 10am', '2027-10-07 10:00+02:00'],
  ['en', 'October 7, 2027 10:00', '2027-10-07 10:00+02:00'],
  ['en', 'the 7th of October 2027, 10:00', '2027-10-07 10:00+02:00'],
  ['en', '7 Oct 10:00', '2027-10-07 10:00+02:00'],
  ['en', 'Thursday 7 October at 9:30', '2027-10-07 09:30+02:00'],
  ['en', '29 February 10:00', '2028-02-29 10:00+01:00'],
  ['en', 'next Monday at noon', '2027-10-04 12:00+02:00'],
  ['en', 'Thursday at 16:00', '2027-10-07 16:00+02:00'],
  ['en', 'tonight at 8', '2027-09-30 20:00+02:00'],
  ['en', 'today at 17:00', '2027-09-30 17:00+02:00'],
  ['en', '18:00', '2027-09-30 18:00+02:00'],
  ['en', 'in 2 hours', '2027-09-30 16:00+02:00'],
  ['en', 'in half an hour', '2027-09-30 14:30+02:00'],
  ['en', 'in a week at 9:00', '2027-10-07 09:00+02:00'],
  ['en', '30/10/2027 10:00', '2027-10-30 10:00+02:00'],
  ['en', '10/30/2027 10:00', '2027-10-30 10:00+02:00'],
  ['en', '  mañana   a las 18:00 ', '2027-10-01 18:00+02:00'],
  ['fr', 'demain à 18 h', '2027-10-01 18:00+02:00'],
  ['fr', 'demain à 18\u00A0h\u00A030', '2027-10-01 18:30+02:00'],
  ['fr', 'demain matin à 9 h', '2027-10-01 09:00+02:00'],
  ['fr', 'après-demain à 10:00', '2027-10-02 10:00+02:00'],
  ['fr', 'demain à midi', '2027-10-01 12:00+02:00'],
  ['fr', 'jeudi 7 octobre à 9h30', '2027-10-07 09:30+02:00'],
  ['fr', 'le 7 octobre 2027 à 10 h 30', '2027-10-07 10:30+02:00'],
  ['fr', 'le 1er octobre à 9 heures', '2027-10-01 09:00+02:00'],
  ['fr', '7 août 2028 à 10h', '2028-08-07 10:00+02:00'],
  ['fr', 'aujourd’hui à 17 h', '2027-09-30 17:00+02:00'],
  ['fr', 'lundi prochain à 9h', '2027-10-04 09:00+02:00'],
  ['fr', '8 heures du soir demain', '2027-10-01 20:00+02:00'],
  ['fr', 'ce soir à 20 h', '2027-09-30 20:00+02:00'],
  ['fr', 'dans une heure', '2027-09-30 15:00+02:00'],
  ['fr', 'dans trois jours à 9 h', '2027-10-03 09:00+02:00'],
  ['fr', 'le 07/10/2027 à 09:30', '2027-10-07 09:30+02:00'],
  ['es', 'mañana a las 18:00', '2027-10-01 18:00+02:00'],
  ['es', 'mañana por la mañana a las 9', '2027-10-01 09:00+02:00'],
  ['es', 'pasado mañana a las 9:00', '2027-10-02 09:00+02:00'],
  ['es', 'mañana a las 6 de la tarde', '2027-10-01 18:00+02:00'],
  ['es', 'mañana al mediodía', '2027-10-01 12:00+02:00'],
  ['es', 'el 7 de octubre a las 9.30', '2027-10-07 09:30+02:00'],
  ['es', '7 de octubre del 2027 a las 10h', '2027-10-07 10:00+02:00'],
  ['es', '1.º de octubre a las 10:00', '2027-10-01 10:00+02:00'],
  ['es', 'el jueves 7 de octubre a las 6 p. m.', '2027-10-07 18:00+02:00'],
  ['es', 'el miércoles a las 8 de la mañana', '2027-10-06 08:00+02:00'],
  ['es', 'lunes próximo a las 10', '2027-10-04 10:00+02:00'],
  ['es', 'viernes que viene a las 9', '2027-10-01 09:00+02:00'],
  ['es', 'dentro de 2 horas', '2027-09-30 16:00+02:00'],
  ['es', 'esta noche a las 20:00', '2027-09-30 20:00+02:00'],
  ['es', '7/10/2027 10:00', '2027-10-07 10:00+02:00'],
];

const refused: readonly (readonly [string, string])[] = [
  ['', 'unreadable'],
  ['soon', 'unreadable'],
  [`${', '.repeat(100)}tomorrow 10:00`, 'unreadable'],
  ['tomorrow at midnight', 'unreadable'],
  ['demain à minuit', 'unreadable'],
  ['a las 12 de la noche', 'unreadable'],
  ['tomorrow 25:00', 'unreadable'],
  ['tomorrow 10:60', 'unreadable'],
  ['2027-13-07 10:00', 'unreadable'],
  ['2027-02-30 10:00', 'unreadable'],
  ['31 September 2027 10:00', 'unreadable'],
  ['31/31/2027 10:00', 'unreadable'],
  ['10:00-11:00', 'unreadable'],
  ['2027-10-07 10:00-18:00', 'unreadable'],
  ['tomorrow 10:00 11:00', 'unreadable'],
  ['tomorrow today 10:00', 'unreadable'],
  ['2027-10-07 tomorrow 10:00', 'unreadable'],
  ['tomorrow at 10:00 sharp', 'unreadable'],
  ['15:00 in the morning tomorrow', 'unreadable'],
  ['in 2 hours at 10:00', 'unreadable'],
  ['in 2 hours tomorrow', 'unreadable'],
  ['10:00 UTC', 'unreadable'],
  ['7 October 2027', 'noHour'],
  ['tomorrow', 'noHour'],
  ['in 3 days', 'noHour'],
  ['next Friday', 'noHour'],
  ['Friday 7 October 2027 10:00', 'wrongWeekday'],
  ['7/10/2027 10:00', 'ambiguousDate 2027-10-07 10:00+02:00 | 2027-07-10 10:00+02:00'],
];

/** When clocks go forward (skipped) and back (repeated), 2026 to 2028. */
const changes: readonly (readonly [string, string, string])[] = [
  ['Europe/Madrid', '2026-03-29 02:30', 'skipped 2026-03-29 01:30+01:00 | 2026-03-29 03:30+02:00'],
  ['Europe/Madrid', '2027-03-28 02:00', 'skipped 2027-03-28 01:00+01:00 | 2027-03-28 03:00+02:00'],
  ['Europe/Madrid', '2027-03-28 01:59', '2027-03-28 01:59+01:00'],
  ['Europe/Madrid', '2027-03-28 03:00', '2027-03-28 03:00+02:00'],
  ['Europe/Madrid', '2027-10-31 02:30', 'repeated 2027-10-31 02:30+02:00 | 2027-10-31 02:30+01:00'],
  ['Europe/Madrid', '2027-10-31 02:30+01:00', '2027-10-31 02:30+01:00'],
  ['Europe/Madrid', '2027-10-31 02:30+02:00', '2027-10-31 02:30+02:00'],
  ['Europe/Madrid', '2027-10-31 01:59', '2027-10-31 01:59+02:00'],
  ['Europe/Madrid', '2027-10-31 03:00', '2027-10-31 03:00+01:00'],
  ['Europe/Madrid', '2028-10-29 02:00', 'repeated 2028-10-29 02:00+02:00 | 2028-10-29 02:00+01:00'],
  ['America/New_York', '2027-03-14 02:30', 'skipped 2027-03-14 01:30-05:00 | 2027-03-14 03:30-04:00'],
  ['America/New_York', '2027-11-07 01:30', 'repeated 2027-11-07 01:30-04:00 | 2027-11-07 01:30-05:00'],
  ['America/New_York', '2028-03-12 03:00', '2028-03-12 03:00-04:00'],
  // Neither Brazil nor Iran has summer time any more.
  ['America/Sao_Paulo', '2027-10-17 00:30', '2027-10-17 00:30-03:00'],
  ['America/Sao_Paulo', '2028-02-20 23:30', '2028-02-20 23:30-03:00'],
  ['Asia/Tehran', '2027-03-22 00:30', '2027-03-22 00:30+03:30'],
  ['Asia/Tehran', '2028-09-20 23:30', '2028-09-20 23:30+03:30'],
  ['Asia/Kathmandu', '2027-10-07 10:00', '2027-10-07 10:00+05:45'],
];

describe('parseWhen()', () => {
  it.each(written)('parseWhen() reads, in %s, %j as %s', (language, text, expected) => {
    expect(read(text, { language })).toBe(expected);
  });

  it.each(refused)('parseWhen() refuses %j: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(changes)('parseWhen() in %s takes %s for %s', (of, text, expected) => {
    expect(read(text, { zone: of })).toBe(expected);
  });

  it('parseWhen() takes a time without a day for the day of another instant when it is given one', () => {
    expect(read('12:00', { sameDayAs: Date.parse('2027-10-07T08:00Z') })).toBe('2027-10-07 12:00+02:00');
  });

  it('parseWhen() takes today and tomorrow from the zone', () => {
    expect(read('tomorrow 9:00', { zone: 'Pacific/Auckland' })).toBe('2027-10-02 09:00+13:00');
  });

  it('parseWhen() names the day that a wrong day of the week goes with', () => {
    expect(parseWhen('Friday 7 October 2027 10:00', { now, zone, language: 'en' })).toEqual({
      ok: false,
      problem: 'wrongWeekday',
      at: Date.parse('2027-10-07T08:00Z'),
    });
  });

  it.each(['Europe/Berlino', '+02:00', ''])('parseWhen() refuses the zone %j', (wrong) => {
    expect(read('2027-10-07 10:00', { zone: wrong })).toBe('unknownZone');
  });
});
