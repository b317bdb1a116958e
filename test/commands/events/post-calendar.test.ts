import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { AnnouncementContent } from '../../../src/announcements/announcement.ts';
import { postCalendarOf, type PostCalendarOptions } from '../../../src/commands/events/post-calendar.ts';

const first: AnnouncementContent = {
  texts: { en: { title: 'Assembly', body: 'Come.' }, es: { title: 'Asamblea', body: 'Vengan.' } },
  event: { startAt: Date.UTC(2027, 9, 7, 8), zone: 'Europe/Madrid' },
  audience: 'all',
  zone: 'Europe/Madrid',
  reminders: [],
  pings: false,
};
const corrected = { ...first, texts: { ...first.texts, es: { title: 'La asamblea', body: 'Vengan.' } } };
const moved = { ...corrected, event: { startAt: Date.UTC(2027, 9, 8, 8), zone: 'Europe/Madrid' } };
const revisions = [first, corrected, moved];

const calendarAt = (revision: number, options: Partial<PostCalendarOptions> = {}) =>
  postCalendarOf(
    { id: 'a1', createdAt: Date.UTC(2026, 10, 22) },
    { revision, contentOf: (number) => revisions[number - 1], ...options },
  );

function fileOf(
  revision: number,
  language: 'en' | 'es',
  content: AnnouncementContent = revisions[revision - 1] ?? first,
) {
  const calendar = calendarAt(revision)(content, language);
  if (calendar === undefined || !('file' in calendar)) throw new Error('no file');
  return calendar;
}

const sequenceOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')?.getFirstPropertyValue('sequence');

describe('postCalendarOf()', () => {
  test.each(['https://assistant.example.org', 'https://assistant.example.org/'])(
    'is an address under %s',
    (publicUrl) => {
      expect(calendarAt(1, { publicUrl })(first, 'es')).toEqual({
        url: 'https://assistant.example.org/events/announcement-a1.ics?lang=es',
      });
    },
  );

  test('is a file, and where the web page has it, when no address leads to the assistant', () => {
    const { file, path } = fileOf(1, 'es');
    expect(path).toBe('/events/announcement-a1.ics?lang=es');
    expect(file).toContain('SUMMARY:Asamblea');
    expect(sequenceOf(file)).toBe(1);
  });

  test('stays the same where nothing in its language changes, and rises where something does', () => {
    expect(fileOf(2, 'en').file).toBe(fileOf(1, 'en').file);
    expect(sequenceOf(fileOf(2, 'es').file)).toBe(2);
    expect(sequenceOf(fileOf(3, 'en').file)).toBe(3);
    expect(sequenceOf(fileOf(3, 'es').file)).toBe(3);
  });

  test('says that it is cancelled', () => {
    const { event } = moved;
    expect(fileOf(3, 'en', { ...moved, event: { ...event, cancelled: true } }).file).toContain('METHOD:CANCEL');
  });

  test('is nothing without an event', () => {
    const { event: _, ...without } = first;
    expect(calendarAt(1)(without, 'en')).toBeUndefined();
  });
});
