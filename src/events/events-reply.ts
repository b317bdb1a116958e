import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import { bodyOf, bullets, heading, link, paragraph, strong, time } from '../chat/blocks.ts';
import { messagesIn } from '../chat/messages.ts';
import { inertText, safeUrl, shortened } from '../chat/plain-text.ts';
import type { Reply, ReplyAction } from '../chat/reply.ts';
import type { Language } from '../language.ts';
import { textOfEvent } from './event-text.ts';
import type { Occurrence } from './event.ts';
import { readableOccurrence } from './occurrence-text.ts';
import { endOf, startOf } from './occurrences.ts';
import { monthAt, type Month } from './parse-month.ts';

export interface EventsReader {
  readonly language: Language;
  /** IANA name. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface EventsAsked {
  /** Absent: everything that comes. */
  readonly month?: Month;
  readonly topic?: string;
}

/** As much fits into a message of every platform. */
const listLimit = 20;
const actionLimit = 5;
/** As much of a title as fits on a button of every platform. */
const labelLimit = 50;

/** The events that were asked for, by month, each with its time on the reader's clocks, its place and its link. */
export function eventsReply(occurrences: readonly Occurrence[], asked: EventsAsked, reader: EventsReader): Reply {
  const { language, zone, now } = reader;
  const { events } = messagesIn(language);
  const { month, topic } = asked;
  const base = { language, title: month === undefined ? events.title : events.titleOf(monthName(month, reader)) };
  if (occurrences.length === 0) return { ...base, body: bodyOf([paragraph(noneText(asked, reader))]) };
  const shown = occurrences.slice(0, listLimit);
  const left = occurrences.length - shown.length;
  const blocks: BlockContent[] = [
    ...(topic === undefined ? [] : [paragraph(events.about(topic))]),
    ...groupByMonth(shown, reader).flatMap(([name, group]) => [
      ...(month === undefined ? [heading(name)] : []),
      { ...bullets([]), children: group.map((occurrence) => itemOf(occurrence, reader)) },
    ]),
    ...(left === 0 ? [] : [paragraph(events.more(left))]),
    ...(shown.some(({ span }) => span.kind === 'instants') ? [paragraph(events.zone(zone))] : []),
  ];
  const isOver = shown.every(({ span }) => endOf(span, zone) <= now);
  const actions = readActions(shown, language);
  return {
    ...base,
    ...(isOver && { notice: events.over }),
    body: bodyOf(blocks),
    ...(actions.length > 0 && { actions }),
  };
}

function noneText({ month, topic }: EventsAsked, reader: EventsReader): string {
  const { events } = messagesIn(reader.language);
  if (month === undefined) return topic === undefined ? events.none : events.noneAbout(topic);
  const name = monthName(month, reader);
  return topic === undefined ? events.noneIn(name) : events.noneInAbout(name, topic);
}

function groupByMonth(occurrences: readonly Occurrence[], reader: EventsReader): [string, Occurrence[]][] {
  const { zone, now } = reader;
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    // What goes on stands in the month of today, not in the one in which it began.
    const at = Math.max(startOf(occurrence.span, zone), Math.min(now, endOf(occurrence.span, zone) - 1));
    const name = capitalised(monthName(monthAt(at, zone), reader));
    groups.set(name, [...(groups.get(name) ?? []), occurrence]);
  }
  return [...groups];
}

function monthName({ from }: Month, { language, zone }: EventsReader): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: zone }).format(from);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What is not over carries its event's id, for rooms that have a file of it. */
function itemOf(occurrence: Occurrence, reader: EventsReader): ListItem {
  const { event, span } = occurrence;
  const isOver = endOf(span, reader.zone) <= reader.now;
  return {
    type: 'listItem',
    spread: false,
    children: [paragraph(...itemLine(occurrence, reader))],
    ...(!isOver && { data: { hProperties: { eventId: event.id } } }),
  };
}

function itemLine({ event, span }: Occurrence, { language, zone }: EventsReader): (string | PhrasingContent)[] {
  const { events } = messagesIn(language);
  const { title, place } = textOfEvent(event, language);
  const url = event.link === undefined ? undefined : safeUrl(event.link);
  const held = new Intl.DisplayNames(language, { type: 'language' });
  const when = readableOccurrence(span, language, zone);
  const details = [
    ...(place === undefined ? [] : [events.where(inertText(place))]),
    ...(event.languages.length === 0 ? [] : [events.held(event.languages.map((tag) => held.of(tag)).join(', '))]),
  ];
  return [
    strong(inertText(title)),
    ' – ',
    span.kind === 'days' ? when : time(when, span.startAt),
    ...details.map((detail) => ` · ${detail}`),
    ...(url === undefined ? [] : [' · ', link(events.link, url)]),
  ];
}

/** The sections that tell of what is listed, each once. */
function readActions(occurrences: readonly Occurrence[], language: Language): ReplyAction[] {
  const labels = new Map<string, string>();
  for (const { event } of occurrences) {
    const [sectionId] = event.sections;
    if (sectionId === undefined || labels.has(sectionId)) continue;
    labels.set(sectionId, shortened(inertText(textOfEvent(event, language).title), labelLimit));
  }
  return [...labels].slice(0, actionLimit).map(([sectionId, label]) => ({ kind: 'read', label, sectionId }));
}
