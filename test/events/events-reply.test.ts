import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/chat/plain-text.ts';
import { eventsReply } from '../../src/events/events-reply.ts';
import { upcoming, within } from '../../src/events/upcoming.ts';
import { languages } from '../../src/language.ts';
import { sampleEvent, yearlyDay } from './sample-events.ts';

const now = Date.UTC(2026, 10, 22);
const reader = { language: 'en', zone: 'Europe/Madrid', now } as const;
const talk = sampleEvent({
  id: 'talk',
  time: { kind: 'clock', start: '2027-05-03T10:00', end: '2027-05-03T11:30', zone: 'Asia/Seoul' },
  languages: ['en', 'fr'],
  link: 'https://example.org/talk',
  texts: { en: { title: 'Talk', place: 'Seoul' }, fr: { title: 'Conférence', place: 'Séoul' } },
  sections: ['talk#about'],
});
const past = sampleEvent({ id: 'past', time: { kind: 'days', first: '2023-06-12', last: '2023-06-15' } });
const all = [yearlyDay, past, talk, { ...talk, id: 'off', cancelled: true }];

describe('eventsReply()', () => {
  test('lists what comes by month, on the clocks of the reader', () => {
    const reply = eventsReply(upcoming(all, reader), {}, reader);
    const text = plainText(reply.body);
    expect(text).toContain('May 2027');
    expect(text).toContain('Talk – Monday, 3 May 2027, 03:00–04:30 (Europe/Madrid, UTC+2) · Place: Seoul');
    expect(text).toContain('Languages: English, French');
    expect(text).toContain('October 2027');
    expect(text).toContain('The Day – Thursday, 7 October 2027');
    expect(text).not.toContain('2023');
    expect(text.split('Talk')).toHaveLength(2);
    expect(reply.actions).toEqual([
      { kind: 'read', label: 'Talk', sectionId: 'talk#about' },
      { kind: 'read', label: 'The Day', sectionId: 'day#date' },
    ]);
  });

  test.each(languages)('is written in %s', (language) => {
    const reply = eventsReply(upcoming([yearlyDay], reader), {}, { ...reader, language });
    const expected = {
      en: 'The Day – Thursday, 7 October 2027',
      es: 'El Día – jueves, 7 de octubre de 2027',
      fr: 'La Journée – jeudi 7 octobre 2027',
    };
    expect(reply.language).toBe(language);
    expect(plainText(reply.body)).toContain(expected[language]);
  });

  test('says of a month that has passed that its events are over', () => {
    const month = { from: Date.parse('2023-05-31T22:00Z'), to: Date.parse('2023-06-30T22:00Z') };
    const reply = eventsReply(within(all, { ...month, zone: reader.zone }), { month }, reader);
    expect(reply.title).toBe('Events in June 2023');
    expect(reply.notice).toBe('These events are over.');
    expect(plainText(reply.body)).toContain('Monday, 12 June 2023 – Thursday, 15 June 2023');
  });

  test('says that it knows of none, and of what', () => {
    const month = { from: Date.parse('2027-05-31T22:00Z'), to: Date.parse('2027-06-30T22:00Z') };
    expect(plainText(eventsReply([], {}, reader).body)).toBe('I know of no coming event.');
    expect(plainText(eventsReply([], { month, topic: 'care' }, reader).body)).toBe(
      'I know of no event on “care” in June 2027.',
    );
  });

  test('says how many found no room', () => {
    const weekly = {
      ...yearlyDay,
      recurrence: 'FREQ=WEEKLY',
      time: { kind: 'days', first: '2026-12-07', last: '2026-12-07' },
    } as const;
    const text = plainText(eventsReply(upcoming([weekly], reader), {}, reader).body);
    expect(text).toContain('… and 31 more. Give a month to see everything in it.');
  });
});

describe('upcoming()', () => {
  test('shows of what comes later than in a year the next time alone', () => {
    const leapDay = { ...yearlyDay, time: { kind: 'days', first: '2024-02-29', last: '2024-02-29' } } as const;
    const spans = upcoming([leapDay], reader).map(({ span }) => span);
    expect(spans).toEqual([{ kind: 'days', first: '2028-02-29', last: '2028-02-29' }]);
  });
});
