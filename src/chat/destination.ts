import type { Destination } from './outlet.ts';

/** The platform of a channel: `web` of `web:news`. */
export function platformOf(destination: Destination): string {
  return destination.split(':', 1)[0] ?? destination;
}
