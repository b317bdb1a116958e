import type { Temporal } from 'temporal-polyfill';
import { zoneNamed } from '../../announcements/zone.ts';
import { propertyOf, type Component } from './components.ts';
import { readVtimezone, type OffsetAt } from './vtimezone.ts';
import { zoneOfWindows } from './windows-zones.ts';

/** The clocks by which an event goes. */
export interface EventZone {
  /** The IANA name of the zone in which the event is shown. */
  readonly name: string;
  /**
   * The instant at which the clocks show a time, in milliseconds since 1970. A time that they skip is moved on by as much;
   * of one that they show twice the first is meant (RFC 5545, 3.3.5). Undefined where nobody knows.
   */
  readonly toInstant: (local: Temporal.PlainDateTime) => number | undefined;
  /** The file alone knows the zone: it is shown in the reader's. */
  readonly isOfFile: boolean;
}

/** As many zones of a file's own are reckoned with. */
const mostZones = 20;

/**
 * The zones that a file names. A name of the IANA database counts more than what the file says of it, also behind a path, as
 * some programs write it, and the same for zones of Windows: files often bring rules along that are out of date.
 */
export function createZones(definitions: readonly Component[], readerZone: string) {
  const defined = new Map(definitions.map((each) => [propertyOf(each, 'TZID')?.value.trim() ?? '', each]));
  const known = new Map<string, EventZone | undefined>();
  let reckoned = 0;

  return (tzid: string): EventZone | undefined => {
    const name = tzid.trim();
    const zone = known.has(name) ? known.get(name) : find(name);
    known.set(name, zone);
    return zone;
  };

  function find(name: string): EventZone | undefined {
    const definition = defined.get(name);
    const location = definition === undefined ? undefined : propertyOf(definition, 'X-LIC-LOCATION')?.value.trim();
    const iana = inDatabase(name) ?? (location === undefined ? undefined : inDatabase(location));
    const official = iana ?? zoneOfWindows(name);
    if (official !== undefined) return namedZone(official);
    if (definition === undefined || (reckoned += 1) > mostZones) return undefined;
    const offsetAt = readVtimezone(definition);
    return offsetAt === undefined ? undefined : definedZone(offsetAt, readerZone);
  }
}

/** A zone of the IANA database; it has to exist. */
export function namedZone(name: string): EventZone {
  return { name, toInstant: (local) => local.toZonedDateTime(name).epochMilliseconds, isOfFile: false };
}

function definedZone(offsetAt: OffsetAt, readerZone: string): EventZone {
  return {
    name: readerZone,
    toInstant: (local) => {
      const offset = offsetAt(local);
      return offset === undefined ? undefined : local.toZonedDateTime('UTC').epochMilliseconds - offset * 1_000;
    },
    isOfFile: true,
  };
}

/** The zone that a name is, or the last parts of a path such as `/mozilla.org/20050126_1/Europe/Madrid`. */
function inDatabase(name: string): string | undefined {
  const parts = name.split('/').filter((part) => part !== '');
  const ends = [parts.length, 3, 2].filter((count) => count <= parts.length);
  return ends.map((count) => zoneNamed(parts.slice(-count).join('/'))).find((zone) => zone !== undefined);
}
