import { describe, expect, it } from 'vitest';
import { parseAnnouncementFile } from '../../src/announcements/announcement-file.ts';
import type { ParseOptions } from '../../src/announcements/input-problem.ts';
import { parseAnnouncement } from '../../src/announcements/parse-announcement.ts';
import { languages } from '../../src/language.ts';
import { now, sampleContent } from './sample-content.ts';

const options: ParseOptions = { now, zone: 'Europe/Madrid', language: 'en', audiences: ['all'] };
const event = { 'title.en': 'Assembly', 'body.en': 'Come.', audience: 'all', start: '2027-10-07 10:00' };
const { event: sampleEvent } = sampleContent;
if (sampleEvent === undefined) throw new Error('The sample has an event.');
const off = { ...sampleContent, event: { ...sampleEvent, cancelled: true as const } };

const parse = (fields: Record<string, string>, more: Partial<ParseOptions> = {}) =>
  parseAnnouncement(fields, { ...options, ...more });

/** A file with one more line about the event. */
const file = (line: string) =>
  `---\naudience: all\nevent:\n  start: 2027-10-07 10:00\n${line}---\n\n# en: Assembly\n\nCome.\n`;

describe('parseAnnouncement() and a cancelled event', () => {
  it.each([
    ['true', true],
    ['TRUE', true],
    ['false', undefined],
    ['', undefined],
  ] as const)('parseAnnouncement() reads cancelled: %j', (cancelled, expected) => {
    const parsed = parse({ ...event, cancelled });
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.content.event?.cancelled).toBe(expected);
  });

  it('parseAnnouncement() leaves it as it was unless something else is said', () => {
    expect(parse({ place: 'Hall' }, { previous: off })).toMatchObject({
      content: { event: { cancelled: true, place: 'Hall' } },
    });
    const again = parse({ cancelled: 'false' }, { previous: off });
    expect(again.ok && again.content).toEqual(sampleContent);
    expect(parse({ cancelled: 'true' }, { previous: sampleContent })).toEqual({ ok: true, content: off });
  });

  it.each(languages)('parseAnnouncement() says in %s what is wrong with it', (language) => {
    const { start: _, ...plain } = event;
    const missing = parse({ ...plain, cancelled: 'true' }, { language });
    const unclear = parse({ ...event, cancelled: 'perhaps' }, { language });
    expect(missing).toMatchObject({ ok: false, problems: [{ field: 'cancelled' }] });
    expect(unclear).toMatchObject({ ok: false, problems: [{ field: 'cancelled' }] });
    expect(!unclear.ok && unclear.problems[0]?.message).toContain('perhaps');
  });

  it('parseAnnouncementFile() reads it below the event, and lets it go with the line', () => {
    const cancelled = parseAnnouncementFile(file('  cancelled: true\n'), options);
    expect(cancelled.ok && cancelled.content.event?.cancelled).toBe(true);
    if (!cancelled.ok) return;
    const again = parseAnnouncementFile(file(''), { ...options, previous: cancelled.content });
    expect(again.ok && again.content.event).toEqual({ startAt: sampleEvent.startAt, zone: 'Europe/Madrid' });
    expect(parseAnnouncementFile(file('  cancelled: no, moved\n'), options)).toMatchObject({
      ok: false,
      problems: [{ field: 'cancelled', line: 5 }],
    });
  });
});
