import { z } from 'zod';
import { isZone } from '../announcements/zone.ts';
import type { EventTime } from '../events/event.ts';
import { parseRecurrence, recurrenceParts, type RecurrenceReading } from '../events/recurrence.ts';

/** What the head of a page says of an event, the same in every language but for the place. */
export interface PageEvent {
  readonly time: EventTime;
  readonly recurrence?: string;
  readonly place?: string;
  readonly link?: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  /** The sections of other pages that hold the facts; the page itself then only stands in the calendar. */
  readonly sections: readonly string[];
  readonly revision: number;
  readonly cancelled: boolean;
}

const missing = (wanted: string) => (issue: { readonly input: unknown }) =>
  issue.input === undefined ? `is missing: ${wanted}` : `is wrong: ${wanted}`;

const writeMoment = 'write a day (2027-10-07) or a day with the time (2027-10-07 10:00)';
const moment = z
  .string({ error: missing(writeMoment) })
  .trim()
  .transform((value) => value.replace(/^(\d{4}-\d{2}-\d{2}) +(\d{2}:\d{2})$/, '$1T$2'))
  .refine((value) => isMoment(value), `is wrong: ${writeMoment}`);

const line = (wanted: string) =>
  z
    .string({ error: missing(wanted) })
    .trim()
    .min(1, `is empty: ${wanted}`);

const list = (entry: z.ZodType<string, string>, wanted: string) => z.array(entry, { error: missing(wanted) });

const fields = z.strictObject(
  {
    start: moment,
    end: moment.optional(),
    zone: line('write the time zone of the place (Europe/Madrid)')
      .refine((value) => isZone(value), 'is wrong: write the name of a time zone, such as Europe/Madrid')
      .optional(),
    place: line('write the place in the language of the page, or leave the key out').optional(),
    link: z
      .string({ error: missing('write an address that begins with https://, or leave the key out') })
      .refine(isHttps, 'is wrong: write an address that begins with https://, or leave the key out')
      .optional(),
    recurrence: line('write a rule such as FREQ=YEARLY, or leave the key out').optional(),
    languages: list(
      z.string().regex(/^[a-z]{2,3}$/, 'is wrong: write the code of a language, such as en'),
      'write a list of languages: [en, fr]',
    ).optional(),
    topics: list(line('write a topic, or remove the hyphen'), 'write a list of topics: [care, climate]').optional(),
    sections: list(
      z.string().regex(/^[a-z\d-]+#[a-z\d-]+$/, 'is wrong: write a page and its section: metropolitan-day#date'),
      'write a list of sections: [metropolitan-day#date]',
    ).optional(),
    revision: z
      .int({ error: missing('write 1, and one more each time that date, time or place change') })
      .nonnegative('is wrong: write 1, and one more each time that date, time or place change')
      .optional(),
    cancelled: z.boolean({ error: missing('write true, or leave the key out') }).optional(),
  },
  { error: missing('say when the event is: start, and what else is known') },
);

/** The key `event` of a page's head. */
export const eventFields = fields
  .superRefine(({ start, end, zone, recurrence }, context) => {
    const report = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    const hasTime = start.includes('T');
    if (hasTime && zone === undefined) report('zone', 'is missing: write the time zone of the place (Europe/Madrid)');
    if (!hasTime && zone !== undefined)
      report('zone', 'is of no use without a time: write the time, or remove the key');
    if (end !== undefined && end.includes('T') !== hasTime)
      report('end', `is wrong: write ${hasTime ? 'a day with the time' : 'a day'}, as in start`);
    else if (end !== undefined && (hasTime ? end <= start : end < start))
      report('end', 'is wrong: the event ends before it begins');
    const reading = recurrence === undefined ? undefined : parseRecurrence(recurrence, start.slice(0, 10));
    if (reading?.ok === false) report('recurrence', whyNot(reading, start));
  })
  .transform(({ start, end, zone, recurrence, languages = [], topics = [], sections = [], ...rest }): PageEvent => {
    const { place, link, revision = 0, cancelled = false } = rest;
    const first = start.slice(0, 10);
    const reading = recurrence === undefined ? undefined : parseRecurrence(recurrence, first);
    return {
      time:
        zone === undefined
          ? { kind: 'days', first, last: end ?? first }
          : { kind: 'clock', start, zone, ...(end !== undefined && { end }) },
      ...(reading?.ok === true && { recurrence: reading.recurrence }),
      ...(place !== undefined && { place }),
      ...(link !== undefined && { link }),
      languages,
      topics,
      sections,
      revision,
      cancelled,
    };
  });

function whyNot({ problem, part }: Extract<RecurrenceReading, { ok: false }>, start: string): string {
  switch (problem) {
    case 'part':
      return `is wrong: "${part}" is not understood; the parts are ${recurrenceParts.join(', ')}, divided by semicolons`;
    case 'value':
      return `is wrong: "${part}" cannot be; write, for instance, FREQ=YEARLY or FREQ=MONTHLY;BYDAY=1MO`;
    case 'noFrequency':
      return 'is wrong: FREQ is missing; write FREQ=YEARLY, FREQ=MONTHLY, FREQ=WEEKLY or FREQ=DAILY';
    case 'twice':
      return `is wrong: "${part}" says something for the second time; keep one`;
    case 'countAndUntil':
      return `is wrong: COUNT and ${part} exclude each other; keep one`;
    case 'until':
      return `is wrong: "${part}" is no day; write the last day in eight figures (UNTIL=20301231)`;
    case 'firstDay':
      return `is wrong: start (${start.slice(0, 10)}) is none of the days of "${part}"; correct one of the two`;
  }
}

function isMoment(value: string): boolean {
  const [day = '', time = '00:00'] = value.split('T', 2);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return false;
  const at = Date.parse(`${day}T${time}:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${day}T${time}`);
}

function isHttps(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === 'https:';
}
