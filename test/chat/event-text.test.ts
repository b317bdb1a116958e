import { describe, expect, it } from 'vitest';
import { eventLines, readableDay, readableInstant } from '../../src/chat/event-text.ts';
import type { PostEvent } from '../../src/chat/post.ts';
import type { Language } from '../../src/language.ts';

const at = (text: string) => Date.parse(text);
const event: PostEvent = { startAt: at('2027-10-07T08:00Z'), zone: 'Europe/Madrid' };

/** French sets `:` off by a narrow space and the `h` of a time by one that does not break; written plainly here. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('eventLines()', () => {
  it.each<[Language, string[]]>([
    [
      'en',
      [
        'When: Thursday, 7 October 2027, 10:00–18:30 (Europe/Madrid, UTC+2)',
        'Where: Barcelona',
        'Link: https://a.example/',
      ],
    ],
    [
      'es',
      [
        'Cuándo: jueves, 7 de octubre de 2027, 10:00–18:30 (Europe/Madrid, UTC+2)',
        'Dónde: Barcelona',
        'Enlace: https://a.example/',
      ],
    ],
    [
      'fr',
      [
        'Quand : jeudi 7 octobre 2027, 10 h – 18 h 30 (Europe/Madrid, UTC+2)',
        'Où : Barcelona',
        'Lien : https://a.example/',
      ],
    ],
  ])('eventLines() says in %s when and where', (language, expected) => {
    const whole = { ...event, endAt: at('2027-10-07T16:30Z'), place: 'Barcelona', link: 'https://a.example/' };
    expect(eventLines(whole, language).map(plain)).toEqual(expected);
  });

  it.each<[Language, string]>([
    ['en', 'When (cancelled): Thursday'],
    ['es', 'Cuándo (cancelado): jueves'],
    ['fr', 'Quand (annulé) : jeudi'],
  ])('eventLines() says in %s, before anything else, that it is cancelled', (language, beginning) => {
    const [when = ''] = eventLines({ ...event, cancelled: true, place: 'Hall' }, language);
    expect(plain(when).startsWith(beginning)).toBe(true);
  });

  it('eventLines() says one time when no end is known', () => {
    expect(eventLines(event, 'en')).toEqual(['When: Thursday, 7 October 2027, 10:00 (Europe/Madrid, UTC+2)']);
  });

  it('eventLines() names both days of an event that lasts longer', () => {
    expect(eventLines({ ...event, endAt: at('2027-10-09T16:00Z') }, 'en')).toEqual([
      'When: Thursday, 7 October 2027, 10:00 – Saturday, 9 October 2027, 18:00 (Europe/Madrid, UTC+2)',
    ]);
  });

  it('eventLines() names both offsets when the clocks change in between', () => {
    expect(eventLines({ ...event, endAt: at('2027-11-01T17:00Z') }, 'en')).toEqual([
      'When: Thursday, 7 October 2027, 10:00 (Europe/Madrid, UTC+2) – Monday, 1 November 2027, 18:00 (Europe/Madrid, UTC+1)',
    ]);
  });

  it('eventLines() lets nothing through that acts on a screen', () => {
    expect(eventLines({ ...event, place: '\u001B[31mHall\u202E' }, 'en')[1]).toBe('Where: [31mHall');
  });
});

describe('readableInstant()', () => {
  it.each([
    ['2027-01-07T00:05Z', 'Europe/London', 'en', 'Thursday, 7 January 2027, 00:05 (Europe/London, UTC)'],
    ['2027-01-07T00:05Z', 'UTC', 'en', 'Thursday, 7 January 2027, 00:05 (UTC)'],
    ['2027-01-07T00:00Z', 'Asia/Kolkata', 'fr', 'jeudi 7 janvier 2027, 5 h 30 (Asia/Kolkata, UTC+5:30)'],
    ['2027-01-07T02:00Z', 'America/Sao_Paulo', 'es', 'miércoles, 6 de enero de 2027, 23:00 (America/Sao_Paulo, UTC-3)'],
  ] as const)('readableInstant() of %s in %s, in %s, is %j', (instant, zone, language, expected) => {
    expect(plain(readableInstant(at(instant), zone, language))).toBe(expected);
  });
});

describe('readableDay()', () => {
  it('readableDay() is the day in the zone', () => {
    expect(readableDay(at('2027-10-07T23:00Z'), 'Europe/Madrid', 'en')).toBe('Friday, 8 October 2027');
  });
});
