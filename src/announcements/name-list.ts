import { messagesIn } from '../chat/messages.ts';
import type { Language } from '../language.ts';

/** As many names stand in one list; the others are counted. */
const nameLimit = 30;

/** The names of channels in one line, with the number of those that found no room. */
export function nameList(channels: readonly string[], names: ReadonlyMap<string, string>, language: Language): string {
  const shown = channels.slice(0, nameLimit).map((channel) => names.get(channel) ?? channel);
  return messagesIn(language).announcing.preview.names(shown.join(', '), channels.length - shown.length);
}
