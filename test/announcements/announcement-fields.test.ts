import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNames, toFields } from '../../src/announcements/announcement-fields.ts';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import type { ParseOptions } from '../../src/announcements/input-problem.ts';
import { parseAnnouncement } from '../../src/announcements/parse-announcement.ts';
import { languages } from '../../src/language.ts';
import { anyContent, now, sampleContent } from './sample-content.ts';

const options: ParseOptions = { now, zone: 'Europe/Madrid', language: 'en', audiences: ['all', 'members-es'] };

function problemsOf(fields: Record<string, string>, more: Partial<ParseOptions> = {}): string[] {
  const parsed = parseAnnouncement(fields, { ...options, ...more });
  return parsed.ok ? [] : parsed.problems.map(({ field, message }) => `${field}: ${message}`);
}

function contentOf(fields: Record<string, string>, more: Partial<ParseOptions> = {}): AnnouncementContent | undefined {
  const parsed = parseAnnouncement(fields, { ...options, ...more });
  return parsed.ok ? parsed.content : undefined;
}

describe('parseAnnouncement() with what was said before', () => {
  const later = Date.parse('2027-10-20T12:00Z');
  const previous: AnnouncementContent = { ...sampleContent, publishAt: Date.parse('2027-02-01T12:00Z') };

  it('parseAnnouncement() changes only the fields that are given', () => {
    const changed = contentOf({ 'title.en': 'Assembly 2027', place: '' }, { previous });
    const { place: _, ...rest } = previous.event ?? { startAt: 0, zone: '' };
    expect(changed).toEqual({
      ...previous,
      texts: { ...previous.texts, en: { title: 'Assembly 2027', body: previous.texts.en?.body } },
      event: rest,
    });
  });

  it('parseAnnouncement() empties a language whose fields are emptied', () => {
    expect(contentOf({ 'title.es': '', 'body.es': '' }, { previous })?.texts).toEqual({ en: previous.texts.en });
  });

  it('parseAnnouncement() accepts what is past when it has not changed', () => {
    expect(contentOf({ 'body.en': 'Thank you for coming.' }, { previous, now: later })?.publishAt).toBe(
      previous.publishAt,
    );
  });

  it('parseAnnouncement() refuses what is past when it has changed', () => {
    const fields = { publishAt: '2027-02-02 12:00', start: '2027-10-08 10:00', end: '2027-10-08 12:00' };
    const problems = problemsOf(fields, { previous, now: later });
    expect(problems.map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
      'end',
      'publishAt',
      'reminders',
      'reminders',
    ]);
  });
});

describe('toFields()', () => {
  it('toFields() gives fields of which parseAnnouncement() makes the same announcement', () => {
    fc.assert(
      fc.property(anyContent, fc.constantFrom(...languages), (content, language) => {
        const fields = toFields(content);
        expect(Object.keys(fields).filter((name) => !fieldNames.includes(name))).toEqual([]);
        expect(parseAnnouncement(fields, { ...options, language, zone: 'Asia/Tokyo' })).toEqual({ ok: true, content });
      }),
      { numRuns: 300 },
    );
  });

  it('toFields() gives fields that change nothing about an announcement that stands, whenever', () => {
    fc.assert(
      fc.property(anyContent, fc.integer({ min: 0, max: 3 * 366 }), (content, days) => {
        const parsed = parseAnnouncement(toFields(content), {
          ...options,
          now: now + days * 24 * 60 * 60 * 1000,
          previous: content,
        });
        expect(parsed).toEqual({ ok: true, content });
      }),
      { numRuns: 200 },
    );
  });
});
