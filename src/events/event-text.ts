import { languages, type Language } from '../language.ts';
import type { CalendarEvent, EventText } from './event.ts';

/** What an event is called, in a language or in the first in which somebody wrote it down. */
export function textOfEvent({ id, texts }: Pick<CalendarEvent, 'id' | 'texts'>, language: Language): EventText {
  const text = texts[language] ?? languages.map((other) => texts[other]).find((other) => other !== undefined);
  return text ?? { title: id };
}
