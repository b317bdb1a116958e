import type { Destination } from './outlet.ts';

/** The name of a platform as a proper name, such as `Web` of `web`. */
export function platformName(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1).replaceAll('-', ' ');
}

/** The platform of a channel: `web` of `web:news`. */
export function platformOf(destination: Destination): string {
  return destination.split(':', 1)[0] ?? destination;
}
