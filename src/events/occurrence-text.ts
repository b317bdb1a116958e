import { readableDay, readableSpan } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import type { Language } from '../language.ts';
import type { Span } from './event.ts';

/** When something takes place, in words and on the clocks of the reader's zone; whole days are the same everywhere. */
export function readableOccurrence(span: Span, language: Language, zone: string): string {
  if (span.kind === 'instants') return readableSpan({ ...span, zone }, language);
  const day = (date: string) => readableDay(Date.parse(`${date}T00:00:00Z`), 'UTC', language);
  return span.first === span.last ? day(span.first) : messagesIn(language).events.days(day(span.first), day(span.last));
}
