import { Temporal } from 'temporal-polyfill';
import type { Language } from '../language.ts';
import { readWhenParts, type WhenParts } from './when-parts.ts';
import { isZone, resolveLocal } from './zone.ts';

export interface WhenOptions {
  readonly now: number;
  /** IANA name of the zone in which the text was written. */
  readonly zone: string;
  /** The writer's language; words of the others are understood as well. */
  readonly language: Language;
  /** An instant on whose day a time without a day is meant; absent: today. */
  readonly sameDayAs?: number;
}

export type When =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly problem: 'unreadable' }
  | { readonly ok: false; readonly problem: 'unknownZone' }
  /** It names a day and no hour. */
  | { readonly ok: false; readonly problem: 'noHour' }
  /** The day of the week does not go with the date, which is that of `at`. */
  | { readonly ok: false; readonly problem: 'wrongWeekday'; readonly at: number }
  /** Either of two figures can be the month. */
  | { readonly ok: false; readonly problem: 'ambiguousDate'; readonly candidates: readonly [number, number] }
  /** The clocks skip or repeat the time. */
  | { readonly ok: false; readonly problem: 'skipped' | 'repeated'; readonly candidates: readonly [number, number] };

/** No way of naming a moment is longer. */
const longestText = 100;

const unreadable = { ok: false, problem: 'unreadable' } as const;

/**
 * The moment that a text names, such as "2027-10-07 10:00", "tomorrow at 6 pm", « jeudi 7 octobre à 9 h 30 » or
 * «mañana a las 18:00»: every word has to be understood. A date without a year is the next one, a day of the week the next
 * after today. An offset after an ISO time (`+02:00`, `Z`) counts more than the zone. Midnight is not read: nobody can tell
 * of which day it is meant.
 */
export function parseWhen(text: string, options: WhenOptions): When {
  if (!isZone(options.zone)) return { ok: false, problem: 'unknownZone' };
  const parts = text.length > longestText ? undefined : readWhenParts(simplify(text));
  if (parts === undefined || (parts.offset !== undefined && parts.date?.year === undefined)) return unreadable;
  if (parts.minutes !== undefined)
    return Object.keys(parts).length === 1 ? after(options.now, parts.minutes) : unreadable;
  const days = datesOf(parts, options);
  if (days.length === 0) return unreadable;
  if (parts.time === undefined) return parts.part === undefined ? { ok: false, problem: 'noHour' } : unreadable;
  const time = timeOf(parts.time, parts.part);
  if (time === undefined) return unreadable;
  const [first, second] = days.map((day) => resolve(day.toPlainDateTime(time), parts.offset, options.zone));
  if (first === undefined) return unreadable;
  if (second !== undefined) {
    return { ok: false, problem: 'ambiguousDate', candidates: [earliest(first), earliest(second)] };
  }
  if (isWrongWeekday(parts, days[0])) return { ok: false, problem: 'wrongWeekday', at: earliest(first) };
  return first;
}

/** Small letters, no accents, plain apostrophes and single spaces. */
function simplify(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function after(now: number, minutes: number): When {
  return { ok: true, at: Math.floor(now / 60_000) * 60_000 + minutes * 60_000 };
}

/** The day that is meant; two where figures can be read either way; none where there is no such day. */
function datesOf(parts: WhenParts, { now, zone, language, sameDayAs }: WhenOptions): readonly Temporal.PlainDate[] {
  const today = dayOf(now, zone);
  const { date, days, weekday } = parts;
  if (date !== undefined) {
    if (days !== undefined) return [];
    const readings = [date];
    // Spanish and French have one order; English has two.
    if (language === 'en' && date.swappable) readings.push({ ...date, day: date.month, month: date.day });
    return readings.map((reading) => calendarDay(reading, today)).filter((day) => day !== undefined);
  }
  if (days !== undefined) return weekday === undefined ? [today.add({ days })] : [];
  if (weekday !== undefined) return [today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })];
  if (parts.time === undefined) return [];
  return [sameDayAs === undefined ? today : dayOf(sameDayAs, zone)];
}

function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function calendarDay(
  { year, month, day }: NonNullable<WhenParts['date']>,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const years = year === undefined ? [today.year, today.year + 1] : [year];
  const possible = years.filter((each) => isInCalendar(each, month, day));
  const dates = possible.map((each) => Temporal.PlainDate.from({ year: each, month, day }));
  return year === undefined ? dates.find((each) => Temporal.PlainDate.compare(each, today) >= 0) : dates[0];
}

function isInCalendar(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The hour on a clock of 24; undefined where the words do not go together or leave the half of the day open. */
function timeOf(time: NonNullable<WhenParts['time']>, part: WhenParts['part']): Temporal.PlainTimeLike | undefined {
  const { hour } = time;
  if (part === undefined) return time;
  if (part === 'am' || part === 'pm') {
    if (hour === 0 || hour > 12) return part === 'pm' && hour > 12 ? time : undefined;
    return { ...time, hour: (hour % 12) + (part === 'pm' ? 12 : 0) };
  }
  if (part === 'morning') return hour < 12 ? time : undefined;
  const earliestHour = part === 'night' ? 5 : 1;
  if (hour >= 12) return part === 'night' && hour === 12 ? undefined : time;
  return hour >= earliestHour ? { ...time, hour: hour + 12 } : undefined;
}

function resolve(local: Temporal.PlainDateTime, offset: string | undefined, zone: string) {
  return resolveLocal(local, offset ?? zone);
}

function earliest(resolved: ReturnType<typeof resolveLocal>): number {
  return resolved.ok ? resolved.at : resolved.candidates[0];
}

function isWrongWeekday({ date, weekday }: WhenParts, day: Temporal.PlainDate | undefined): boolean {
  return date !== undefined && weekday !== undefined && day?.dayOfWeek !== weekday;
}
