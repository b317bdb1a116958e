import { describe, expect, it } from 'vitest';
import type { AnnouncementContent } from '../../src/announcements/announcement.ts';
import type { ParseOptions } from '../../src/announcements/input-problem.ts';
import { parseAnnouncement } from '../../src/announcements/parse-announcement.ts';
import { languages } from '../../src/language.ts';
import { now } from './sample-content.ts';

const options: ParseOptions = { now, zone: 'Europe/Madrid', language: 'en', audiences: ['all', 'members-es'] };
const good = { 'title.en': 'Assembly', 'body.en': 'Come.', audience: 'all' };

function problemsOf(fields: Record<string, string>, more: Partial<ParseOptions> = {}): string[] {
  const parsed = parseAnnouncement(fields, { ...options, ...more });
  return parsed.ok ? [] : parsed.problems.map(({ field, message }) => `${field}: ${message}`);
}

function contentOf(fields: Record<string, string>, more: Partial<ParseOptions> = {}): AnnouncementContent | undefined {
  const parsed = parseAnnouncement(fields, { ...options, ...more });
  return parsed.ok ? parsed.content : undefined;
}

const event = { ...good, start: '2027-10-07 10:00' };

/** What is written beside the fields that are right, and how the only problem reads. */
const wrong: readonly (readonly [string, Record<string, string>, RegExp])[] = [
  [
    'no text',
    { 'title.en': ' ', 'body.en': '\n' },
    /^title\.en: There is no text yet\. Please write a title and a text/,
  ],
  ['a title without a text', { 'body.en': '' }, /^body\.en: The title in English has no text/],
  ['a text without a title', { 'body.fr': 'Venez.' }, /^title\.fr: The text in French has no title/],
  [
    'a long title',
    { 'title.en': 'x'.repeat(151) },
    /^title\.en: This has 151 characters and may have 150\. Please shorten it by 1/,
  ],
  ['a long text', { 'body.en': 'x'.repeat(20_001) }, /^body\.en: This has 20001 characters and may have 20000/],
  ['another language', { 'title.de': 'Versammlung' }, /^title\.de: “de” is not a language of announcements/],
  ['an unknown field', { publshAt: 'now' }, /^publshAt: There is no field “publshAt”\. The fields are: publishAt, /],
  ['a field of every object', { constructor: 'x' }, /^constructor: There is no field “constructor”/],
  ['no audience', { audience: '' }, /^audience: Please say who is to get .*: all, members-es\.$/],
  [
    'an unknown audience',
    { audience: 'member-es' },
    /^audience: There is no audience “member-es”.*: members-es, all\.$/,
  ],
  ['an unknown zone', { zone: 'Europe/Madird' }, /^zone: “Europe\/Madird” is not a time zone.*you mean Europe\/Madrid/],
  ['a city as a zone', { zone: 'madrid' }, /^zone: “madrid” is not a time zone.*you mean Europe\/Madrid/],
  ['an offset as a zone', { zone: '+02:00' }, /^zone: “\+02:00” is not a time zone.*such as Europe\/Madrid\.$/],
  ['no time at all', { publishAt: 'soon' }, /^publishAt: I cannot read “soon” as a date and time/],
  ['a day without an hour', { publishAt: 'tomorrow' }, /^publishAt: “tomorrow” names no hour.*“tomorrow 10:00”/],
  ['the past', { publishAt: '2026-12-31 10:00' }, /^publishAt: This is in the past: Thursday, 31 December 2026, 10:00/],
  ['this very moment', { publishAt: '2027-01-01 13:00' }, /^publishAt: This is in the past/],
  ['a wrong weekday', { publishAt: 'Monday 7 October 2027 10:00' }, /that day is Thursday, 7 October 2027\./],
  ['figures with two readings', { publishAt: '7/10/2027 10:00' }, /write “2027-10-07 10:00” or “2027-07-10 10:00”/],
  [
    'a time that does not exist',
    { publishAt: '2027-03-28 02:30' },
    /^publishAt: The time “2027-03-28 02:30” does not exist in the time zone Europe\/Madrid.*“2027-03-28 01:30\+01:00” or “2027-03-28 03:30\+02:00”/,
  ],
  [
    'a time that comes twice',
    { publishAt: '2027-10-31 02:30' },
    /^publishAt: .* comes twice .*“2027-10-31 02:30\+02:00” for the first time or “2027-10-31 02:30\+01:00” for the second/,
  ],
  [
    'an event that is past',
    { start: '2026-10-07 10:00' },
    /^start: This is in the past: Wednesday, 7 October 2026, 10:00/,
  ],
  ['an event that is over', { start: '2026-12-01 10:00', end: '2026-12-02 10:00' }, /^end: This is in the past/],
  [
    'an end before the start',
    { ...event, end: '2027-10-07 09:59' },
    /^end: The end is not after the start\. The start: Thursday, 7 October/,
  ],
  ['an end at the start', { ...event, end: '10:00' }, /^end: The end is not after the start/],
  ['an end without a start', { end: '2027-10-07 12:00' }, /^end: .*the event has no start/],
  ['a place without a start', { place: 'Barcelona' }, /^place: .*the event has no start/],
  ['a long place', { ...event, place: 'x'.repeat(201) }, /^place: This has 201 characters and may have 200/],
  [
    'a link that is not encrypted',
    { ...event, link: 'http://example.org' },
    /^link: “http:\/\/example\.org” is not an address/,
  ],
  [
    'a link that is a program',
    { ...event, link: 'javascript:alert(1)' },
    /^link: “javascript:alert\(1\)” is not an address/,
  ],
  [
    'a long link',
    { ...event, link: `https://example.org/${'x'.repeat(500)}` },
    /^link: This has 520 characters and may have 500/,
  ],
  ['a post after the event', { ...event, publishAt: '2027-10-08 10:00' }, /^publishAt: The event will be over by then/],
  [
    'an unknown reminder',
    { ...event, reminders: '2d, 1d; 9h' },
    /^reminders: “2d, 9h” is not a reminder\. Please choose among 7d, 1d, 1h/,
  ],
  ['a reminder of nothing', { reminders: '1d' }, /^reminders: There can be reminders only of an event/],
  [
    'a reminder that is too late',
    { ...good, start: '2027-01-03 10:00', reminders: '7d, 1d' },
    /^reminders: The reminder 7d would come before .* Still possible: 1d, 1h\.$/,
  ],
  [
    'a reminder before the announcement',
    { ...event, publishAt: '2027-10-07 09:30', reminders: '1h' },
    /^reminders: The reminder 1h would come before .* too late for any reminder/,
  ],
  ['neither true nor false', { pings: 'perhaps' }, /^pings: “perhaps” is neither true nor false/],
  ['a language without a text', { missing: 'fr' }, /^missing: “fr” says nothing about .*: hold, en \(/],
];

describe('parseAnnouncement()', () => {
  it.each(wrong)('parseAnnouncement() refuses %s', (_, fields, expected) => {
    const problems = problemsOf({ ...good, ...fields });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('parseAnnouncement() reports everything that is wrong at once, each at its field', () => {
    const fields = {
      'title.en': 'x'.repeat(151),
      'body.es': 'Vengan.',
      'title.de': 'x',
      audience: 'nobody',
      zone: 'Atlantis/City',
      publishAt: 'whenever',
      start: 'then',
      end: 'later',
      link: 'ftp://example.org',
      reminders: '9d',
      pings: 'yes',
      missing: 'pt',
    };
    expect(problemsOf(fields).map((problem) => problem.slice(0, problem.indexOf(':')))).toEqual([
      'title.de',
      'body.en',
      'title.en',
      'title.es',
      'audience',
      'zone',
      'start',
      'end',
      'link',
      'publishAt',
      'reminders',
      'pings',
      'missing',
    ]);
  });

  it.each(languages)('parseAnnouncement() says what is wrong in %s, quoting the value', (language) => {
    // Spanish and French have one order of figures.
    const cases = wrong.filter(([name]) => language === 'en' || name !== 'figures with two readings');
    for (const [name, fields] of cases) {
      const [problem = ''] = problemsOf({ ...good, ...fields }, { language });
      expect(problem, name).not.toMatch(/undefined|\[object/);
      expect(problem.length, name).toBeGreaterThan(30);
      if (language !== 'en') expect(problem, name).not.toBe(problemsOf({ ...good, ...fields })[0]);
    }
  });

  it('parseAnnouncement() says that there is no audience yet when there is none', () => {
    expect(problemsOf(good, { audiences: [] })).toEqual([expect.stringContaining('There is no audience yet')]);
  });

  it('parseAnnouncement() quotes no more than a line of what is wrong', () => {
    const [problem = ''] = problemsOf({ ...good, publishAt: 'x\n'.repeat(5000) });
    expect(problem.length).toBeLessThan(250);
    expect(problem).not.toContain('\n');
  });

  it('parseAnnouncement() says nothing about the past as long as the zone is not known', () => {
    expect(problemsOf({ ...good, zone: 'X', start: '2026-10-07 10:00' })).toEqual([expect.stringMatching(/^zone: /)]);
  });

  it('parseAnnouncement() reads a whole announcement', () => {
    const fields = {
      'title.en': ' General\u00A0 Assembly ',
      'body.en': '\r\n  \r\n    code\r\n\r\nEnd \u202E\u0000  \r\n',
      'title.fr': 'Assemblée ge\u0301ne\u0301rale',
      'body.fr': 'Venez.',
      audience: 'ALL',
      zone: 'europe/paris',
      publishAt: 'tomorrow 18:00',
      start: 'Thursday 7 October 2027 10:00',
      end: '18:00',
      place: ' Barcelona ',
      link: 'https://example.org',
      reminders: '1h, 7D, 1h',
      pings: 'TRUE',
      missing: 'en',
    };
    expect(contentOf(fields)).toEqual({
      texts: {
        en: { title: 'General Assembly', body: '    code\n\nEnd' },
        fr: { title: 'Assemblée générale', body: 'Venez.' },
      },
      event: {
        startAt: Date.parse('2027-10-07T08:00Z'),
        endAt: Date.parse('2027-10-07T16:00Z'),
        zone: 'Europe/Paris',
        place: 'Barcelona',
        link: 'https://example.org/',
      },
      audience: 'all',
      publishAt: Date.parse('2027-01-02T17:00Z'),
      zone: 'Europe/Paris',
      reminders: ['7d', '1h'],
      pings: true,
      missing: 'en',
    });
  });

  it.each(['', 'now', 'Ahora', 'maintenant'])('parseAnnouncement() takes %j for as soon as possible', (publishAt) => {
    expect(contentOf({ ...good, publishAt })).toEqual({
      texts: { en: { title: 'Assembly', body: 'Come.' } },
      audience: 'all',
      zone: 'Europe/Madrid',
      reminders: [],
      pings: false,
    });
  });

  it('parseAnnouncement() accepts an event that has begun and is not over', () => {
    expect(contentOf({ ...good, start: '2026-12-01 10:00', end: '2027-02-01 10:00' })?.event?.startAt).toBe(
      Date.parse('2026-12-01T09:00Z'),
    );
  });
});
