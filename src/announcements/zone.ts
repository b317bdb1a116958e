import { Temporal } from 'temporal-polyfill';

/** A name of the IANA database has no figures at its beginning: `+02:00` is an offset and knows no summer time. */
const form = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** Whether this is the name of a time zone of the IANA database, such as `Europe/Madrid`. */
export function isZone(name: string): boolean {
  if (!form.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The name as the IANA database writes it, such as `Europe/Madrid` for `europe/madrid`; undefined when there is none. */
export function zoneNamed(text: string): string | undefined {
  if (!isZone(text)) return undefined;
  const wanted = text.toLowerCase();
  return Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase() === wanted) ?? text;
}

/** One instant, none (`skipped`) or two (`repeated`) that the clocks of a zone show; of the last two, what may be meant. */
export type Resolved =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly problem: 'skipped' | 'repeated'; readonly candidates: readonly [number, number] };

/** What a zone's clocks make of a date and time that somebody wrote. The zone has to exist. */
export function resolveLocal(local: Temporal.PlainDateTime, zone: string): Resolved {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  const candidates = [earlier.epochMilliseconds, later.epochMilliseconds] as const;
  if (candidates[0] === candidates[1]) return { ok: true, at: candidates[0] };
  const problem = earlier.toPlainDateTime().equals(local) ? 'repeated' : 'skipped';
  return { ok: false, problem, candidates };
}

/**
 * An instant (whole seconds) as authors write it, such as `2027-10-07 10:00`; with the offset, `2027-10-31 02:30+01:00`,
 * where the zone's clocks show the time twice, or always on request. The zone has to exist.
 */
export function writeWhen(at: number, zone: string, offset: 'needed' | 'always' = 'needed'): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const local = zoned.toPlainDateTime();
  const smallestUnit = local.second === 0 ? 'minute' : 'second';
  const written = local.toString({ smallestUnit }).replace('T', ' ');
  return offset === 'always' || !resolveLocal(local, zone).ok ? written + zoned.offset : written;
}
