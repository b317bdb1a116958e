import type { Paragraph } from 'mdast';
import type { Answer } from '../../answers/answer.ts';
import { paragraph } from '../../chat/blocks.ts';
import { messagesIn } from '../../chat/messages.ts';
import { inertText } from '../../chat/plain-text.ts';
import { textOfEvent } from '../../events/event-text.ts';
import type { CalendarEvent } from '../../events/event.ts';
import { readableOccurrence } from '../../events/occurrence-text.ts';
import { nextOccurrence } from '../../events/occurrences.ts';

/**
 * What an answer to "when" leaves open: the next time at which the event of which its section tells takes place.
 * Undefined where the question is another, the section tells of no event, or the event is over.
 */
export function nextOccurrenceText(
  answer: Answer,
  events: readonly CalendarEvent[],
  reader: { readonly now: number; readonly zone: string },
): Paragraph | undefined {
  if (answer.outcome !== 'answered' || answer.asksWhen !== true) return undefined;
  const { language } = answer;
  // What is quoted first is what the answer is about.
  const [event] = answer.citations.flatMap(
    ({ sectionId }) => events.find(({ sections }) => sections.includes(sectionId)) ?? [],
  );
  const next = event === undefined ? undefined : nextOccurrence(event, reader);
  if (next === undefined) return undefined;
  const when = readableOccurrence(next.span, language, reader.zone);
  return paragraph(messagesIn(language).events.next(inertText(textOfEvent(next.event, language).title), when));
}
