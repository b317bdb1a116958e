import { readableDay, readableInstant } from '../chat/event-text.ts';
import type { PostEvent } from '../chat/post.ts';
import { fieldLimits } from './announcement-fields.ts';
import { reminderOffsets, type AnnouncementContent, type ReminderOffset } from './announcement.ts';
import { quoted, type FieldReader } from './input-problem.ts';
import { parseWhen, type When } from './parse-when.ts';
import { endOf } from './event-change.ts';
import { reminderAt } from './reminder.ts';
import { writeWhen } from './zone.ts';

/** Where and when times are read, and what the announcement said so far. */
export interface Frame {
  readonly now: number;
  readonly zone: string;
  /** The zone is the author's: where it is not known, nothing is said about what is past. */
  readonly zoneKnown: boolean;
  readonly previous: AnnouncementContent | undefined;
}

/** Reads a field with a date and time; undefined when it is empty or wrong. `sameDayAs` as in `parseWhen`. */
export function readInstant(
  reader: FieldReader,
  field: string,
  { now, zone, zoneKnown }: Frame,
  sameDayAs?: number,
): number | undefined {
  const text = reader.value(field);
  if (text === '') return undefined;
  const { language } = reader;
  const when = parseWhen(text, { now, zone, language, ...(sameDayAs !== undefined && { sameDayAs }) });
  if (when.ok) return when.at;
  if (zoneKnown || (when.problem !== 'skipped' && when.problem !== 'repeated')) {
    reader.report(field, whyNot(when, quoted(text), zone, reader));
  }
  return undefined;
}

function whyNot(
  when: Exclude<When, { ok: true }>,
  value: string,
  zone: string,
  { messages, language }: FieldReader,
): string {
  switch (when.problem) {
    case 'unreadable':
    case 'unknownZone':
      return messages.unreadableTime(value);
    case 'noHour':
      return messages.noHour(value);
    case 'wrongWeekday':
      return messages.wrongWeekday(value, readableDay(when.at, zone, language));
    case 'ambiguousDate': {
      const [first, second] = when.candidates;
      return messages.ambiguousDate(value, writeWhen(first, zone), writeWhen(second, zone));
    }
    case 'skipped':
    case 'repeated': {
      const [first, second] = when.candidates;
      const message = messages[when.problem];
      return message(value, zone, writeWhen(first, zone, 'always'), writeWhen(second, zone, 'always'));
    }
  }
}

/** Reads start, end, place, link and whether it is cancelled; undefined when there is no event or no start that can be read. */
export function readEvent(reader: FieldReader, frame: Frame): PostEvent | undefined {
  const { messages } = reader;
  const { zone } = frame;
  const startAt = readInstant(reader, 'start', frame);
  const endAt = readInstant(reader, 'end', frame, startAt);
  const place = readPlace(reader);
  const link = readLink(reader);
  const cancelled = readYesOrNo(reader, 'cancelled');
  if (startAt === undefined) {
    if (reader.value('start') === '') {
      const details = ['end', 'place', 'link'].filter((field) => reader.value(field) !== '');
      for (const field of details) reader.report(field, messages.noStart);
      if (cancelled) reader.report('cancelled', messages.cancelledWithoutEvent);
    }
    return undefined;
  }
  const inWords = (at: number) => readableInstant(at, zone, reader.language);
  const event: PostEvent = {
    startAt,
    ...(endAt !== undefined && { endAt }),
    zone,
    ...(place !== '' && { place }),
    ...(link !== undefined && { link }),
    ...(cancelled && { cancelled }),
  };
  if (endAt !== undefined && endAt <= startAt) reader.report('end', messages.endBeforeStart(inWords(startAt)));
  else if (endOf(event) <= frame.now && frame.zoneKnown && !isSameTime(event, frame.previous?.event)) {
    reader.report(endAt === undefined ? 'start' : 'end', messages.eventInPast(inWords(endOf(event))));
  }
  return event;
}

/** Reads a field that says true or false; an empty one says false. */
export function readYesOrNo({ value, report, messages }: FieldReader, field: string): boolean {
  const text = value(field).toLowerCase();
  if (text !== '' && text !== 'true' && text !== 'false') report(field, messages.notYesOrNo(quoted(value(field))));
  return text === 'true';
}

/** Reads the reminders. `postedAt`: when the announcement itself will be there. */
export function readReminders(
  reader: FieldReader,
  event: PostEvent | undefined,
  postedAt: number,
  { zoneKnown, previous }: Frame,
): readonly ReminderOffset[] {
  const { messages } = reader;
  const words = reader
    .value('reminders')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const unknown = words.filter((word) => !reminderOffsets.some((offset) => offset === word));
  if (unknown.length > 0) {
    reader.report('reminders', messages.unknownReminder(quoted(unknown.join(', ')), reminderOffsets.join(', ')));
  }
  const chosen = reminderOffsets.filter((offset) => words.includes(offset));
  if (event === undefined) {
    if (chosen.length > 0 && reader.value('start') === '') reader.report('reminders', messages.reminderWithoutEvent);
    return chosen;
  }
  const inTime = reminderOffsets.filter((offset) => reminderAt(event, offset) > postedAt);
  const kept = previous?.event?.startAt === event.startAt ? previous.reminders : [];
  const tooLate = chosen.filter((offset) => !inTime.includes(offset) && !kept.includes(offset));
  if (zoneKnown) {
    for (const offset of tooLate) reader.report('reminders', messages.reminderTooLate(offset, inTime.join(', ')));
  }
  return chosen;
}

function readPlace(reader: FieldReader): string {
  const place = reader.value('place');
  if (place.length > fieldLimits.place) {
    reader.report('place', reader.messages.tooLong(place.length, fieldLimits.place));
  }
  return place;
}

function readLink(reader: FieldReader): string | undefined {
  const text = reader.value('link');
  if (text === '') return undefined;
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:') {
    reader.report('link', reader.messages.linkNotHttps(quoted(text)));
    return undefined;
  }
  const { href } = new URL(text);
  if (href.length > fieldLimits.link) reader.report('link', reader.messages.tooLong(href.length, fieldLimits.link));
  return href;
}

function isSameTime(event: PostEvent, previous: PostEvent | undefined): boolean {
  return event.startAt === previous?.startAt && event.endAt === previous.endAt;
}
