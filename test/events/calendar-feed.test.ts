import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { inertText } from '../../src/chat/plain-text.ts';
import { calendarFeed, uidOf } from '../../src/events/calendar-feed.ts';
import type { CalendarEvent } from '../../src/events/event.ts';
import { sampleEvent, yearlyDay } from './sample-events.ts';

const now = Date.UTC(2026, 10, 22);
const options = { language: 'en', now } as const;

const read = (text: string) => new ICAL.Component(ICAL.parse(text));
const entriesOf = (text: string) => read(text).getAllSubcomponents('vevent');
const utc = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
const valueOf = (entry: ICAL.Component, name: string) => String(entry.getFirstPropertyValue(name) ?? '');

/** A line of text as an author may have written it: letters of any script, marks that iCalendar escapes, line ends. */
const words = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(',', ';', '\\', '\n', '"', ':')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => inertText(parts.join('')).replaceAll('\r', '').trim())
  .filter((text) => text !== '');
const line = words.map((text) => text.replaceAll('\n', ' ')).filter((text) => text.trim() === text);
const second = fc.integer({ min: Date.UTC(2020, 0) / 1_000, max: Date.UTC(2040, 0) / 1_000 });
const events = fc.record({
  revision: fc.nat(50),
  cancelled: fc.boolean(),
  changedAt: second.map((value) => value * 1_000),
  startAt: second.map((value) => value * 1_000),
  minutes: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
  title: line,
  place: fc.option(line, { nil: undefined }),
  description: fc.option(words, { nil: undefined }),
  // ical.js takes a comma after a backslash that is written twice for one that is escaped.
  topics: fc.uniqueArray(
    line.filter((text) => !text.includes('\\')),
    { maxLength: 3 },
  ),
});

describe('calendarFeed()', () => {
  test('is read back unchanged by another library, 1,000 events at once', () => {
    const generated = fc.sample(events, { numRuns: 1_000, seed: 20_261_122 }).map((given, index): CalendarEvent => {
      const { startAt, minutes, title, place, description, ...rest } = given;
      const endAt = minutes === undefined ? undefined : startAt + minutes * 60_000;
      return sampleEvent({
        ...rest,
        id: `event-${index}`,
        time: { kind: 'instant', startAt, zone: 'Europe/Madrid', ...(endAt !== undefined && { endAt }) },
        texts: {
          en: { title, ...(place !== undefined && { place }), ...(description !== undefined && { description }) },
        },
      });
    });
    const found = entriesOf(calendarFeed(generated, options)).map((entry) => {
      const event = new ICAL.Event(entry);
      return {
        id: event.uid,
        revision: event.sequence,
        cancelled: valueOf(entry, 'status') === 'CANCELLED',
        changedAt: entry.getFirstProperty('dtstamp')?.toJSON()[3],
        start: String(event.startDate),
        end: entry.hasProperty('dtend') ? String(event.endDate) : undefined,
        title: event.summary,
        place: event.location ?? undefined,
        description: event.description ?? undefined,
        topics: entry.getAllProperties('categories').flatMap((property) => property.getValues().map(String)),
      };
    });
    const expected = generated.map((event) => {
      const { time, texts } = event;
      if (time.kind !== 'instant') throw new Error('an event without an instant');
      return {
        id: uidOf(event),
        revision: event.revision,
        cancelled: event.cancelled,
        changedAt: utc(event.changedAt),
        start: utc(time.startAt),
        end: time.endAt === undefined ? undefined : utc(time.endAt),
        title: texts.en?.title,
        place: texts.en?.place,
        description: texts.en?.description,
        topics: event.topics,
      };
    });
    expect(found).toEqual(expected);
  });

  test('folds every line at 75 octets, whatever the script', () => {
    const title = 'Журнал метрополий 都市圏会議 🌍🌍🌍 Ñandú '.repeat(12).trim();
    const text = calendarFeed([sampleEvent({ texts: { en: { title } } })], options);
    for (const each of text.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(valueOf(entriesOf(text)[0] ?? new ICAL.Component('vevent'), 'summary')).toBe(title);
  });

  test('writes whole days as days that recur, in every zone of the machine', () => {
    const [entry] = entriesOf(calendarFeed([yearlyDay], options));
    expect(entry?.toString()).toContain('DTSTART;VALUE=DATE:20181007');
    expect(entry?.toString()).toContain('DTEND;VALUE=DATE:20181008');
    expect(entry?.toString()).toContain('RRULE:FREQ=YEARLY');
    const times = new ICAL.Event(entry).iterator();
    expect([times.next(), times.next(), times.next()].map(String)).toEqual(['2018-10-07', '2019-10-07', '2020-10-07']);
  });

  test('writes what recurs by the clock time by time, each at its hour in UTC', () => {
    const time = { kind: 'clock', start: '2027-03-21T10:00', end: '2027-03-21T11:00', zone: 'Europe/Madrid' } as const;
    const weekly = sampleEvent({ id: 'weekly', time, recurrence: 'FREQ=WEEKLY;COUNT=3' });
    const found = entriesOf(calendarFeed([weekly], options)).map((entry) => [
      valueOf(entry, 'uid'),
      valueOf(entry, 'dtstart'),
    ]);
    expect(found).toEqual([
      ['weekly-2027-03-21@metropolis-assistant', '2027-03-21T09:00:00Z'],
      ['weekly-2027-03-28@metropolis-assistant', '2027-03-28T08:00:00Z'],
      ['weekly-2027-04-04@metropolis-assistant', '2027-04-04T08:00:00Z'],
    ]);
  });

  test('keeps a single time of the clock wherever it lies', () => {
    const time = { kind: 'clock', start: '2014-10-06T09:00', zone: 'Asia/Tehran' } as const;
    const [entry] = entriesOf(calendarFeed([sampleEvent({ time })], options));
    expect(entry === undefined ? '' : valueOf(entry, 'dtstart')).toBe('2014-10-06T05:30:00Z');
  });

  test('is published, says when to ask again, and is the same later in the month', () => {
    const text = calendarFeed([yearlyDay], options);
    const calendar = read(text);
    expect(valueOf(calendar, 'method')).toBe('PUBLISH');
    expect(valueOf(calendar, 'refresh-interval')).toBe('PT1H');
    expect(calendarFeed([yearlyDay], { ...options, now: now + 7 * 86_400_000 })).toBe(text);
    expect(calendarFeed([yearlyDay], { ...options, language: 'fr' })).toContain('SUMMARY:La Journée');
  });
});
