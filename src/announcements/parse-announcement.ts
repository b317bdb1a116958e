import { readableInstant } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import type { PostEvent } from '../chat/post.ts';
import { isLanguage, languages, type Language } from '../language.ts';
import { cleanField, fieldLimits, fieldNames, toFields, topicsIn } from './announcement-fields.ts';
import type { AnnouncementContent, AnnouncementText, AnnouncementTexts } from './announcement.ts';
import { quoted, type FieldReader, type InputProblem, type Parsed, type ParseOptions } from './input-problem.ts';
import { nearestNames, similarNames } from './nearest-names.ts';
import { endOf } from './event-change.ts';
import { readEvent, readInstant, readReminders, readYesOrNo, type Frame } from './parse-event.ts';
import { zoneNamed } from './zone.ts';

/**
 * Reads the fields of an announcement (`fieldNames`): everything that is wrong at once, or the announcement. With
 * `previous`, fields that are not given stay as they are (times as they were written, also when the zone changes), an empty
 * one is emptied, and what has not changed may be past.
 */
export function parseAnnouncement(fields: Readonly<Record<string, string>>, options: ParseOptions): Parsed {
  const { now, language, previous } = options;
  const problems: InputProblem[] = [];
  const values = new Map(previous === undefined ? [] : Object.entries(toFields(previous)));
  for (const [name, value] of Object.entries(fields)) values.set(name, cleanField(name, value));
  const reader: FieldReader = {
    value: (field) => values.get(field) ?? '',
    report: (field, message) => problems.push({ field, message }),
    messages: messagesIn(language).delivery.problems,
    language,
  };
  reportUnknownFields(reader, Object.keys(fields));
  const texts = readTexts(reader);
  const audience = readAudience(reader, options.audiences);
  const topics = topicsIn(reader.value('topics'));
  const zone = readZone(reader, options.zone);
  const frame: Frame = { now, zone: zone ?? 'UTC', zoneKnown: zone !== undefined, previous };
  const event = readEvent(reader, frame);
  const publishAt = readPublishAt(reader, event, frame);
  const reminders = readReminders(reader, event, Math.max(publishAt ?? now, now), frame);
  const pings = readYesOrNo(reader, 'pings');
  const missing = readMissing(reader, texts);
  if (problems.length > 0) return { ok: false, problems };
  const content: AnnouncementContent = {
    texts,
    ...(event !== undefined && { event }),
    audience,
    ...(topics.length > 0 && { topics }),
    ...(publishAt !== undefined && { publishAt }),
    zone: frame.zone,
    reminders,
    pings,
    ...(missing !== undefined && { missing }),
  };
  return { ok: true, content };
}

function reportUnknownFields({ report, messages }: FieldReader, names: readonly string[]): void {
  for (const name of names) {
    if (fieldNames.includes(name)) continue;
    const textLanguage = /^(?:title|body)\.(.*)$/s.exec(name)?.[1];
    const message =
      textLanguage === undefined
        ? messages.unknownField(quoted(name), nearestNames(name, fieldNames).join(', '))
        : messages.unknownTextLanguage(quoted(textLanguage));
    report(name, message);
  }
}

function readTexts(reader: FieldReader): AnnouncementTexts {
  const { report, messages, language } = reader;
  const entries = languages.flatMap((each): [Language, AnnouncementText][] => {
    const text = readText(reader, each);
    return text === undefined ? [] : [[each, text]];
  });
  const isEmpty = languages.every(
    (each) => reader.value(`title.${each}`) === '' && reader.value(`body.${each}`) === '',
  );
  if (isEmpty) report(`title.${language}`, messages.noText);
  return Object.fromEntries(entries);
}

function readText({ value, report, messages, language }: FieldReader, of: Language): AnnouncementText | undefined {
  const name = messagesIn(language).languageName(of);
  const title = value(`title.${of}`);
  const body = value(`body.${of}`);
  if (title === '' && body === '') return undefined;
  if (title === '') report(`title.${of}`, messages.noTitle(name));
  if (body === '') report(`body.${of}`, messages.noBody(name));
  if (title.length > fieldLimits.title) report(`title.${of}`, messages.tooLong(title.length, fieldLimits.title));
  if (body.length > fieldLimits.body) report(`body.${of}`, messages.tooLong(body.length, fieldLimits.body));
  return { title, body };
}

function readAudience({ value, report, messages }: FieldReader, audiences: readonly string[]): string {
  const text = value('audience');
  const found =
    audiences.find((name) => name === text) ?? audiences.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  if (audiences.length === 0) report('audience', messages.noAudiences);
  else if (text === '') report('audience', messages.noAudience(listed(audiences)));
  else report('audience', messages.unknownAudience(quoted(text), listed(nearestNames(text, audiences))));
  return text;
}

const mostNames = 20;

function listed(names: readonly string[]): string {
  return names.length > mostNames ? `${names.slice(0, mostNames).join(', ')}, …` : names.join(', ');
}

function readZone({ value, report, messages }: FieldReader, usual: string): string | undefined {
  const text = value('zone') === '' ? usual : value('zone');
  const zone = zoneNamed(text);
  if (zone !== undefined) return zone;
  const similar = similarNames(text, Intl.supportedValuesOf('timeZone'), 3).join(', ');
  report('zone', messages.unknownZone(quoted(text), similar));
  return undefined;
}

function readPublishAt(reader: FieldReader, event: PostEvent | undefined, frame: Frame): number | undefined {
  const { report, messages, language } = reader;
  if (/^(?:now|ahora|maintenant)$/i.test(reader.value('publishAt'))) return undefined;
  const publishAt = readInstant(reader, 'publishAt', frame);
  if (publishAt === undefined || !frame.zoneKnown) return publishAt;
  const { previous, now, zone } = frame;
  if (publishAt !== previous?.publishAt && publishAt <= now) {
    report('publishAt', messages.publishInPast(readableInstant(publishAt, zone, language)));
  } else if (event !== undefined && publishAt > now && publishAt >= endOf(event) && endOf(event) > now) {
    report('publishAt', messages.publishAfterEvent(readableInstant(endOf(event), zone, language)));
  }
  return publishAt;
}

function readMissing(
  { value, report, messages }: FieldReader,
  texts: AnnouncementTexts,
): AnnouncementContent['missing'] {
  const text = value('missing').toLowerCase();
  if (text === '') return undefined;
  if (text === 'hold') return text;
  if (isLanguage(text) && texts[text] !== undefined) return text;
  const possible = ['hold', ...languages.filter((language) => texts[language] !== undefined)];
  report('missing', messages.unknownMissing(quoted(value('missing')), possible.join(', ')));
  return undefined;
}
