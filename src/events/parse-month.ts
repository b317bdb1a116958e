import { Temporal } from 'temporal-polyfill';
import { months } from '../announcements/when-words.ts';

export interface Month {
  /** Milliseconds since 1970, at the first midnight of the month in the zone. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const forms: readonly (readonly [RegExp, readonly ['year' | 'month', 'year' | 'month'] | readonly ['month']])[] = [
  [/^(\d{4})[-/.](\d{1,2})$/, ['year', 'month']],
  [/^(\d{1,2})[-/.](\d{4})$/, ['month', 'year']],
  [/^([a-z]+)\.?(?: (?:del? |of )?|,)(\d{4})$/, ['month', 'year']],
  [/^([a-z]+|\d{1,2})\.?$/, ['month']],
];

/**
 * Reads a month: `2027-10`, `10/2027`, `October 2027`, `octubre de 2027`, or `octobre` for the one that goes on or comes
 * next. Undefined when it is none.
 */
export function parseMonth(
  text: string,
  { now, zone }: { readonly now: number; readonly zone: string },
): Month | undefined {
  const folded = text.trim().toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ');
  const found = forms.find(([form]) => form.test(folded));
  if (found === undefined) return undefined;
  const said = found[0].exec(folded)?.slice(1) ?? [];
  const written = said[found[1].findIndex((name) => name === 'month')] ?? '';
  const month = months.get(written) ?? Number(written);
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const year = said[found[1].findIndex((name) => name === 'year')];
  const coming = today.year + (month < today.month ? 1 : 0);
  return monthOf(new Temporal.PlainYearMonth(year === undefined ? coming : Number(year), month), zone);
}

/** The month in which an instant lies, on the clocks of a zone. */
export function monthAt(instant: number, zone: string): Month {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return monthOf(at.toPlainDate().toPlainYearMonth(), zone);
}

function monthOf(month: Temporal.PlainYearMonth, zone: string): Month {
  const midnight = (of: Temporal.PlainYearMonth) => of.toPlainDate({ day: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return { from: midnight(month), to: midnight(month.add({ months: 1 })) };
}
