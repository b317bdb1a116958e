import { inertText } from '../chat/plain-text.ts';
import { languages } from '../language.ts';
import type { AnnouncementContent } from './announcement.ts';
import { writeWhen } from './zone.ts';

/** Every field of an announcement, in the order in which forms ask for them. */
export const fieldNames: readonly string[] = [
  ...languages.flatMap((language) => [`title.${language}`, `body.${language}`]),
  'audience',
  'topics',
  'publishAt',
  'zone',
  'start',
  'end',
  'place',
  'link',
  'cancelled',
  'reminders',
  'pings',
  'missing',
];

/**
 * How many characters (UTF-16 units) a field may have: a title no more than the headings of the narrowest platform bear,
 * a link no more than the buttons of the narrowest.
 */
export const fieldLimits = { title: 150, body: 20_000, place: 200, link: 500 } as const;

/** An announcement as its fields; `parseAnnouncement` makes the same announcement of them. What is not there is left out. */
export function toFields(content: AnnouncementContent): Record<string, string> {
  const { texts, event, audience, topics, publishAt, zone, reminders, pings, missing } = content;
  const fields: Record<string, string> = {};
  for (const language of languages) {
    const text = texts[language];
    if (text === undefined) continue;
    fields[`title.${language}`] = text.title;
    fields[`body.${language}`] = text.body;
  }
  return {
    ...fields,
    audience,
    ...(topics !== undefined && { topics: topics.join(', ') }),
    zone,
    ...(publishAt !== undefined && { publishAt: writeWhen(publishAt, zone) }),
    ...(event !== undefined && { start: writeWhen(event.startAt, zone) }),
    ...(event?.endAt !== undefined && { end: writeWhen(event.endAt, zone) }),
    ...(event?.place !== undefined && { place: event.place }),
    ...(event?.link !== undefined && { link: event.link }),
    ...(event?.cancelled === true && { cancelled: 'true' }),
    ...(reminders.length > 0 && { reminders: reminders.join(',') }),
    pings: String(pings),
    ...(missing !== undefined && { missing }),
  };
}

/** The topics of a list parted by commas, each once. */
export function topicsIn(list: string): string[] {
  const topics = list.split(',').map((topic) => topic.trim());
  return [...new Set(topics.filter((topic) => topic !== ''))];
}

/**
 * A field's value without what only looks different: one form of line end and of accents, nothing unseen, no space around
 * it, and one line where the field has only one.
 */
export function cleanField(name: string, value: string): string {
  const text = inertText(value.replaceAll(/\r\n?/g, '\n').normalize('NFC').toWellFormed());
  if (!name.startsWith('body.')) return text.replaceAll(/\s+/g, ' ').trim();
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
