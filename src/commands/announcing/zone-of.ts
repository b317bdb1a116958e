import { isZone } from '../../announcements/zone.ts';
import type { CommandContext } from '../command.ts';

/** The time zone in which the person writes and reads times: that of their platform, where it knows one. */
export function zoneOf({ person, settings }: Pick<CommandContext, 'person' | 'settings'>): string {
  return person.zone !== undefined && isZone(person.zone) ? person.zone : settings.zone;
}
