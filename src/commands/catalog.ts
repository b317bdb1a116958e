import { announce } from './announce.ts';
import { announcement } from './announcement.ts';
import { announcements } from './announcements.ts';
import { ask } from './ask.ts';
import { audience } from './audience.ts';
import { channel } from './channel.ts';
import type { CommandDefinition } from './command.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { forward } from './forward.ts';
import { gaps } from './gaps.ts';
import { help } from './help.ts';
import { importCalendar } from './import.ts';
import { read } from './read.ts';
import { relay } from './relay.ts';

/** Every command, in the order in which rooms offer them. */
export const catalog: readonly CommandDefinition[] = [
  ask,
  help,
  read,
  events,
  announce,
  announcements,
  importCalendar,
  audience,
  gaps,
  channel,
  announcement,
  feedback,
  forward,
  relay,
];
