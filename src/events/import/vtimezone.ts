import ICAL from 'ical.js';
import type { Temporal } from 'temporal-polyfill';
import { propertiesOf, propertyOf, type Component } from './components.ts';

/** Reckoning takes time with each of them; zones that have a name need none, and others have few. */
const mostObservances = 64;
/** From then on the clocks are taken to change as they did as many whole cycles of the calendar ago. */
const lastYear = 2_100;
const cycleYears = 28;

const forms: Readonly<Record<string, RegExp>> = {
  DTSTART: /^(?:1[6-9]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/,
  TZOFFSETFROM: /^[+-](?:0\d|1[0-5])[0-5]\d(?:[0-5]\d)?$/,
  TZOFFSETTO: /^[+-](?:0\d|1[0-5])[0-5]\d(?:[0-5]\d)?$/,
  // Clocks change on a weekday of a month or on a day of it, and nothing else ends soon whatever a file says.
  RRULE:
    /^(?:(?:FREQ=YEARLY|INTERVAL=1|UNTIL=\d{8}(?:T\d{6}Z?)?|BYMONTH=(?:0?[1-9]|1[0-2])|BYDAY=[+-]?[1-5](?:SU|MO|TU|WE|TH|FR|SA)|WKST=(?:SU|MO))(?:;|$))+$/,
};

/** How far the clocks of a zone are from UTC when they show a time, in seconds; undefined before its first rule. */
export type OffsetAt = (local: Temporal.PlainDateTime) => number | undefined;

/** The rules of a zone as a file defines them (RFC 5545, 3.6.5); undefined where they cannot be relied on. */
export function readVtimezone(component: Component): OffsetAt | undefined {
  const observances = component.children.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT');
  const written = observances.flatMap(observancesOf);
  if (written.length === 0 || written.length > mostObservances || written.includes(undefined)) return undefined;
  const first = observances.map((each) => propertyOf(each, 'DTSTART')?.value ?? '').toSorted()[0] ?? '';
  const text = ['BEGIN:VTIMEZONE', 'TZID:zone', ...written, 'END:VTIMEZONE'].join('\r\n');
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
    return (local) => {
      if (local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '') < first) return undefined;
      const { month, day, hour, minute, second } = local;
      const cycles = Math.max(0, Math.ceil((local.year - lastYear) / cycleYears));
      const year = local.year - cycles * cycleYears;
      return zone.utcOffset(
        new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone),
      );
    };
  } catch {
    return undefined;
  }
}

/** An observance as it can be reckoned with, once more for each date of its own; undefined when it cannot. */
function observancesOf(component: Component): (string | undefined)[] {
  const lines: string[] = [];
  for (const [name, form] of Object.entries(forms)) {
    const value = propertyOf(component, name)?.value.trim().toUpperCase();
    if (value === undefined && name === 'RRULE') continue;
    if (value === undefined || !form.test(value)) return [undefined];
    lines.push(`${name}:${value}`);
  }
  const [, ...offsets] = lines;
  const dates = propertiesOf(component, 'RDATE').flatMap(({ value }) => value.split(','));
  const wanted = dates.slice(0, mostObservances).map((date) => `DTSTART:${date.trim().toUpperCase()}`);
  if (wanted.some((date) => forms['DTSTART']?.test(date.slice('DTSTART:'.length)) !== true)) return [undefined];
  const whole = (own: readonly string[]) => [`BEGIN:${component.name}`, ...own, `END:${component.name}`].join('\r\n');
  return [whole(lines), ...wanted.map((date) => whole([date, ...offsets.slice(0, 2)]))];
}
