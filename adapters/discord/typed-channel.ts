import type { BaseInteraction } from 'discord.js';
import { messagesIn } from '../../src/chat/messages.ts';
import { languages } from '../../src/language.ts';
import { calendarPlatform, platform } from './platform.ts';
import { postableChannels } from './postable-channels.ts';

/** The command that adds channels to groups of them, and calendars, in which nobody speaks. */
export const audienceCommand = 'audience';

/**
 * The core's name for a channel that was chosen or typed for a command: by its number, as `#name`, or as the word for the
 * calendar of the server in which it is typed. What does not name exactly one stays as it is: the core says what it wants.
 */
export function destinationOf(
  { client, guildId }: Pick<BaseInteraction, 'client' | 'guildId'>,
  command: string,
  typed: string,
): string {
  const [, id] = /^\s*(?:<#)?(\d{5,20})>?\s*$/.exec(typed) ?? [];
  if (id !== undefined) return `${platform}:${id}`;
  if (command === audienceCommand && guildId !== null && isCalendarWord(typed)) return `${calendarPlatform}:${guildId}`;
  const [, name] = /^\s*#(\S+)\s*$/.exec(typed) ?? [];
  const [found, ...others] = postableChannels(client).filter((channel) => channel.name === name);
  return found === undefined || others.length > 0 ? typed : `${platform}:${found.id}`;
}

/** In any of the languages: who types does not think of the one in which they are spoken to. */
function isCalendarWord(typed: string): boolean {
  const word = typed.trim().toLowerCase();
  return languages.some((language) => messagesIn(language).room.calendarWord === word);
}
