import * as fc from 'fast-check';
import { reminderAt } from '../../src/announcements/reminder.ts';
import { reminderOffsets, type AnnouncementContent } from '../../src/announcements/announcement.ts';
import { languages } from '../../src/language.ts';

/** The instant at which everything in these tests is written: Friday, 1 January 2027, 12:00 UTC. */
export const now = Date.parse('2027-01-01T12:00Z');

export const sampleContent: AnnouncementContent = {
  texts: {
    en: { title: 'General Assembly', body: 'Please **register** by Friday.\n\nThe agenda follows.' },
    es: { title: 'Asamblea General', body: 'Inscríbase antes del viernes.' },
  },
  event: {
    startAt: Date.parse('2027-10-07T08:00Z'),
    endAt: Date.parse('2027-10-07T16:00Z'),
    zone: 'Europe/Madrid',
    place: 'Barcelona',
    link: 'https://example.org/assembly',
  },
  audience: 'all',
  zone: 'Europe/Madrid',
  reminders: ['7d', '1d'],
  pings: false,
};

const words = fc.constantFrom(
  'Metropolis',
  'Aramis',
  'Ñandú',
  '«Care»',
  '# 1',
  'a: b',
  '*',
  '日本',
  '🏙️',
  '---',
  'true',
  '0',
);
const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const body = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n\n'));
const text = fc.record({ title: line, body });
const second = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(to) / 1000 }).map((value) => value * 1000);

/** Announcements as authors may write them, of every shape, none of them too late at `now`. */
export const anyContent: fc.Arbitrary<AnnouncementContent> = fc
  .record({
    en: fc.option(text, { nil: undefined }),
    es: fc.option(text, { nil: undefined }),
    fr: fc.option(text, { nil: undefined }),
    zone: fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Tehran', 'America/Sao_Paulo', 'UTC'),
    publishAt: fc.option(second('2027-01-02T00:00Z', '2027-12-31T00:00Z'), { nil: undefined }),
    startAt: fc.option(second('2028-01-10T00:00Z', '2028-12-31T00:00Z'), { nil: undefined }),
    lastsMs: fc.option(
      fc.integer({ min: 1, max: 900_000 }).map((value) => value * 1000),
      { nil: undefined },
    ),
    place: fc.option(line, { nil: undefined }),
    link: fc.option(
      fc.webUrl({ validSchemes: ['https'] }).map((url) => new URL(url).href),
      { nil: undefined },
    ),
    cancelled: fc.boolean(),
    reminders: fc.subarray([...reminderOffsets]),
    pings: fc.boolean(),
    missing: fc.option(fc.constantFrom('hold', ...languages), { nil: undefined }),
    audience: fc.constantFrom('all', 'members-es'),
    topics: fc.uniqueArray(fc.constantFrom('climate', 'Logement', 'género'), { maxLength: 3 }),
  })
  .filter(({ en, es, fr }) => [en, es, fr].some((each) => each !== undefined))
  .map(({ en, es, fr, startAt, lastsMs, place, link, cancelled, publishAt, reminders, missing, topics, ...rest }) => {
    const texts = { ...(en && { en }), ...(es && { es }), ...(fr && { fr }) };
    const event = startAt !== undefined && {
      startAt,
      ...(lastsMs !== undefined && { endAt: startAt + lastsMs }),
      zone: rest.zone,
      ...(place !== undefined && { place }),
      ...(link !== undefined && { link }),
      ...(cancelled && { cancelled }),
    };
    const inTime = event === false ? [] : reminders.filter((offset) => reminderAt(event, offset) > (publishAt ?? now));
    return {
      ...rest,
      texts,
      ...(topics.length > 0 && { topics }),
      ...(event !== false && { event }),
      ...(publishAt !== undefined && { publishAt }),
      reminders: inTime,
      ...(missing !== undefined && (missing === 'hold' || missing in texts) && { missing }),
    };
  });
