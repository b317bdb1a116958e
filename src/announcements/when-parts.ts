import { dayWords, months, numbers, units, weekdays, type DayPart, type Unit } from './when-words.ts';

/** What a text says about a moment, piece by piece. */
export interface WhenParts {
  /** `swappable`: figures such as 7/10, of which either may be the month. */
  readonly date?: { readonly year?: number; readonly month: number; readonly day: number; readonly swappable?: true };
  /** Days from today. */
  readonly days?: number;
  /** From 1, Monday. */
  readonly weekday?: number;
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number };
  readonly part?: DayPart;
  /** As in `+02:00`. */
  readonly offset?: string;
  /** Minutes from now. */
  readonly minutes?: number;
}

type Rule = readonly [pattern: RegExp, read: (groups: readonly (string | undefined)[]) => WhenParts | undefined];

const end = '(?![a-z0-9])';
const hourWord = '(?: ?(?:hours|hrs?|hs|h|heures?|horas?))';
const any = (words: Iterable<string>): string => [...words].join('|');
const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`^(?:${pattern})`), read];

const rules: readonly Rule[] = [
  rule(String.raw`(\d{4})-(\d{2})-(\d{2})(?:t(?=\d)|${end})`, ([, year, month, day]) => date(day, month, year)),
  rule(String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${end}`, ([, day, month, year]) => figures(day, month, year)),
  rule(String.raw`(\d{1,2})/(\d{1,2})(?![/\d])`, ([, day, month]) => figures(day, month)),
  rule(
    String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.?o)?,? (?:of |de |d')?(${any(months.keys())})(?:\.|${end})(?:,? (?:of |de |del )?(\d{4})(?![\d:.h]))?`,
    ([, day, month = '', year]) => date(day, months.get(month), year),
  ),
  rule(
    String.raw`(${any(months.keys())})\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:.h/])(?:,? (\d{4})(?![\d:.h]))?`,
    ([, month = '', day, year]) => date(day, months.get(month), year),
  ),
  rule(`(?:in|en|dentro de|dans) (?:half an hour|media hora|(?:une )?demi-heure)${end}`, () => ({ minutes: 30 })),
  rule(
    String.raw`(?:in|en|dentro de|dans) (\d{1,4}|${any(numbers.keys())}) ?(${any(units.keys())})${end}`,
    ([, count = '', unit = '']) => later(numbers.get(count) ?? Number(count), units.get(unit)),
  ),
  rule(`(?:${any(dayWords.keys())})${end}`, ([words = '']) => dayWords.get(words)),
  rule(
    `(?:next |this |proximo |este |ce )?(${any(weekdays.keys())})(?:\\.|${end})(?: (?:prochain|proximo|que viene)${end})?`,
    ([, day = '']) => weekdayOf(day),
  ),
  rule(
    String.raw`(\d{1,2})(?:[:.]| ?h ?)(\d{2})(?::(\d{2})(?:\.0+)?)?(?![\d:])(?:${hourWord}${end})?`,
    ([, hour, minute, second]) => time(hour, minute, second),
  ),
  rule(String.raw`(\d{1,2})(?:${hourWord}| ?o'clock)${end}`, ([, hour]) => time(hour)),
  rule(String.raw`(\d{1,2})(?= ?[ap](?:m${end}|\. ?m\.))`, ([, hour]) => time(hour)),
  rule(String.raw`(?:at|a las|a la|a|las|la) (\d{1,2})(?![\d:/.-]| ?h|[a-z])`, ([, hour]) => time(hour)),
  rule(`(?:at )?(?:noon|midday)${end}|(?:a )?midi${end}|(?:al )?mediodia${end}`, () => time('12')),
  rule(String.raw`([ap])(?:m${end}|\. ?m\.)`, ([, letter]) => ({ part: letter === 'a' ? 'am' : 'pm' })),
  rule(`(?:z|utc|gmt)${end}`, () => ({ offset: '+00:00' })),
  rule(String.raw`(?:utc|gmt)?([+-]\d{2}):?(\d{2})${end}`, ([, hours = '', minutes = '']) => offset(hours, minutes)),
  rule(`(?:at|on|the|el|le|la|a las|a la|a|de|del|of|,)${end}`, () => ({})),
];

/**
 * Takes a text (small letters, no accents, single spaces) apart; undefined when a word of it is not understood, says a
 * second time what was said already, or cannot be, such as 25:00: a moment is never read from half a text.
 */
export function readWhenParts(text: string): WhenParts | undefined {
  let parts: WhenParts = {};
  let rest = text;
  while (rest !== '') {
    const found = rules.find(([pattern]) => pattern.test(rest));
    if (found === undefined) return undefined;
    const match = found[0].exec(rest) ?? [''];
    const said = found[1](match);
    if (said === undefined || Object.keys(said).some((key) => key in parts)) return undefined;
    parts = { ...parts, ...said };
    rest = rest.slice(match[0].length).trimStart();
  }
  return parts;
}

function date(day: string | undefined, month: string | number | undefined, year?: string): WhenParts {
  return { date: { day: Number(day), month: Number(month), ...(year !== undefined && { year: Number(year) }) } };
}

function figures(day: string | undefined, month: string | undefined, year?: string): WhenParts {
  const read = date(day, month, year);
  if (read.date === undefined || read.date.day > 12 || read.date.day === read.date.month) return read;
  return { date: { ...read.date, swappable: true } };
}

function later(count: number, unit: Unit | undefined): WhenParts {
  if (unit === 'minutes') return { minutes: count };
  if (unit === 'hours') return { minutes: count * 60 };
  return { days: unit === 'weeks' ? count * 7 : count };
}

function weekdayOf(day: string): WhenParts | undefined {
  const weekday = weekdays.get(day);
  return weekday === undefined ? undefined : { weekday };
}

function time(hour: string | undefined, minute = '0', second = '0'): WhenParts | undefined {
  const read = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  return read.hour < 24 && read.minute < 60 && read.second < 60 ? { time: read } : undefined;
}

/** Offsets in use reach from -12:00 to +14:00, in quarters of an hour; anything else is rather the end of a span of time. */
function offset(hours: string, minutes: string): WhenParts | undefined {
  const real = Number(hours) >= -12 && Number(hours) <= 14 && Number(minutes) % 15 === 0 && Number(minutes) < 60;
  return real ? { offset: `${hours}:${minutes}` } : undefined;
}
