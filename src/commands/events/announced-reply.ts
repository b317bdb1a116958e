import type { BlockContent } from 'mdast';
import type { EventQuestion } from '../../answers/event-question.ts';
import { bodyOf, bullets, link, paragraph, strong, time } from '../../chat/blocks.ts';
import { eventFilePath } from '../../chat/event-file-path.ts';
import { messagesIn } from '../../chat/messages.ts';
import { inertText, oneLine, safeUrl, shortened } from '../../chat/plain-text.ts';
import type { Citation } from '../../chat/reply.ts';
import { textOfEvent } from '../../events/event-text.ts';
import { readableOccurrence } from '../../events/occurrence-text.ts';
import type { Language } from '../../language.ts';
import type { ChosenEvent } from './choose-announced.ts';

export interface AnnouncedReader {
  readonly language: Language;
  /** IANA name. */
  readonly zone: string;
  readonly publicUrl?: string;
}

/** As much of an announcement is repeated to who asks what an event is. */
const descriptionLimit = 500;

/** What was announced of an event, with the announcement as its source. */
export function announcedReply(
  { announced: { event, post }, isOver }: ChosenEvent,
  { aspect }: Pick<EventQuestion, 'aspect'>,
  { language, zone, publicUrl }: AnnouncedReader,
): { readonly body: ReturnType<typeof bodyOf>; readonly citation: Citation } {
  const { events, delivery } = messagesIn(language);
  const { posted } = delivery;
  const { title, place, description = '' } = textOfEvent(event, language);
  const name = inertText(title);
  const isAhead = !event.cancelled && !isOver;
  const url = event.link === undefined ? undefined : safeUrl(event.link);
  const lines = bullets([
    ...(event.time.kind === 'instant' ? [whenLine(event.time)] : []),
    ...(place === undefined ? [] : [[posted.line(posted.where, inertText(place))]]),
    ...(url === undefined ? [] : [[posted.line(posted.link, ''), link(url, url)]]),
    ...(isAhead && publicUrl !== undefined ? [[link(events.addToCalendar, fileAddress(publicUrl))]] : []),
  ]);
  const [first, ...others] = lines.children;
  const blocks: BlockContent[] = [
    paragraph(strong(event.cancelled ? posted.cancelled(name) : name)),
    ...[...stateTexts()].map((text) => paragraph(text)),
    ...(aspect === 'what' && description !== '' ? [paragraph(shortened(oneLine(description), descriptionLimit))] : []),
    // Rooms that have the file themselves need no address of it.
    isAhead && publicUrl === undefined && first !== undefined
      ? { ...lines, children: [{ ...first, data: { hProperties: { eventId: event.id } } }, ...others] }
      : lines,
  ];
  return { body: bodyOf(blocks), citation: toCitation() };

  function whenLine({ startAt, endAt }: { readonly startAt: number; readonly endAt?: number }) {
    const span = { kind: 'instants' as const, startAt, zone, ...(endAt !== undefined && { endAt }) };
    const label = event.cancelled ? posted.whenCancelled : posted.when;
    return [posted.line(label, ''), time(readableOccurrence(span, language, zone), startAt)];
  }

  function* stateTexts(): Generator<string> {
    if (event.cancelled) yield posted.update.cancelled;
    else if (isOver) yield events.isOver;
    else if (aspect === 'state') yield events.stillOn;
  }

  function fileAddress(root: string): string {
    return `${root.replace(/\/+$/, '')}${eventFilePath(event.id, language)}`;
  }

  /** The announcement is no section: rooms must not take its id for one. */
  function toCitation(): Citation {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    return {
      sectionId: `announcement:${event.id}`,
      title: events.announcement,
      section: name,
      ...(post !== undefined && { date: day.format(post.at) }),
      ...(post?.url !== undefined && { url: post.url }),
    };
  }
}
