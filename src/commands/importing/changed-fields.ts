import { toFields } from '../../announcements/announcement-fields.ts';
import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import { reminderAt } from '../../announcements/reminder.ts';
import { parseWhen } from '../../announcements/parse-when.ts';
import { writeWhen } from '../../announcements/zone.ts';
import { isLanguage, languages, type Language } from '../../language.ts';
import type { ImportedRecord } from '../../store/import.ts';
import { toAnnouncementFields, type FileFields } from './draft-fields.ts';
import type { OutcomeNote } from './import-outcome.ts';

/** What a file changes in an announcement. */
export interface Change {
  /** Fields of the announcement's form, with their new values. */
  readonly fields: Readonly<Record<string, string>>;
  readonly notes: readonly OutcomeNote[];
}

const parts = ['title', 'body', 'place', 'link', 'cancelled'] as const;
const times = ['start', 'end', 'zone'] as const;

/**
 * What a file says otherwise than it did when it was imported last: only that changes in the announcement, so that what the
 * secretariat has made of it stays. Undefined when nothing has changed.
 */
export function changedFields(
  said: FileFields,
  before: ImportedRecord['fields'],
  content: AnnouncementContent,
  now: number,
): Change | undefined {
  const isChanged = (part: keyof FileFields) => said[part] !== (before[part] ?? '');
  const changed: (keyof FileFields)[] = parts.filter(isChanged);
  const timesChanged = times.some(isChanged);
  if (changed.length === 0 && !timesChanged) return undefined;
  const current = toFields(content);
  const texts = (['title', 'body'] as const).filter((part) => changed.includes(part));
  const isReplaced = texts.some((part) => {
    const here = current[`${part}.${said.language}`] ?? '';
    return here !== (before[part] ?? '') && here !== said[part];
  });
  const kept = timesChanged ? remindersInTime(said, content, now) : content.reminders;
  const isDropped = kept.length < content.reminders.length;
  return {
    fields: {
      ...toAnnouncementFields(said, timesChanged ? [...changed, ...times] : changed),
      // Times are written on the clocks of the announcement's zone: another zone must not move when it is posted.
      ...(timesChanged &&
        content.publishAt !== undefined && { publishAt: writeWhen(content.publishAt, content.zone, 'always') }),
      ...(isDropped && { reminders: kept.join(',') }),
    },
    notes: [...(isReplaced ? (['wordsReplaced'] as const) : []), ...(isDropped ? (['remindersDropped'] as const) : [])],
  };
}

function remindersInTime({ start, zone, language }: FileFields, content: AnnouncementContent, now: number) {
  const when = parseWhen(start, { now, zone, language });
  if (!when.ok) return content.reminders;
  const postedAt = Math.max(content.publishAt ?? now, now);
  return content.reminders.filter((offset) => reminderAt({ startAt: when.at, zone }, offset) > postedAt);
}

/** The language in which an event was drafted. */
export function languageIn({ fields }: ImportedRecord, { content }: Announcement): Language {
  const language = fields['language'];
  if (isLanguage(language)) return language;
  return languages.find((each) => content.texts[each] !== undefined) ?? languages[0];
}

/** What the file said of an event when it was imported last. */
export function fieldsOf(record: ImportedRecord, announcement: Announcement): FileFields {
  const field = (name: keyof FileFields) => record.fields[name] ?? '';
  return {
    language: languageIn(record, announcement),
    title: field('title'),
    body: field('body'),
    start: field('start'),
    end: field('end'),
    zone: field('zone'),
    place: field('place'),
    link: field('link'),
    cancelled: field('cancelled') === 'true' ? 'true' : '',
  };
}
