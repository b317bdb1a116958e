import { createHash } from 'node:crypto';
import type { Rendered, RenderProblem } from '../../src/chat/outlet.ts';
import type { Post, PostEvent } from '../../src/chat/post.ts';
import { eventLines } from '../../src/chat/event-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { oneLine, plainText, shortened } from '../../src/chat/plain-text.ts';
import { AppError } from '../../src/errors.ts';
import { addressText, escapeLine, joinBlocks, toBlocks } from './dialect.ts';
import { limits } from './limits.ts';
import { cutText } from './split.ts';

/** Scheduled events of Discord (reference: guild scheduled event): for members of the server, at a place outside Discord. */
const privacyLevel = { guildOnly: 2 } as const;
const entityType = { external: 3 } as const;

/** Where not even so many characters of a text fit beside the rest, the description is too long. */
const leastText = 40;

/** Discord wants an end; an event without one is given this length. */
const lengthMs = 60 * 60 * 1000;

/** An event as Discord takes it. */
export interface ScheduledEvent {
  readonly name: string;
  readonly description: string;
  /** ISO 8601. */
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string;
  readonly privacy_level: typeof privacyLevel.guildOnly;
  readonly entity_type: typeof entityType.external;
  readonly entity_metadata: { readonly location: string };
}

/**
 * A post as a scheduled event: the title, when and where, and what there is room for of the text, followed by the link. A
 * text that is cut ends in "…"; a title that is too long is a problem, and so are particulars that leave no room for a
 * text. Nobody is notified, and nothing is passed on.
 * @throws AppError `malformed` for a post without an event: calendars take nothing else
 */
export function renderScheduledEvent(post: Post): Rendered {
  const { title, event, language, body } = post;
  if (event === undefined) {
    throw new AppError('malformed', 'Making an entry of a calendar: the post has no event.', { reason: 'malformed' });
  }
  const name = oneLine(title);
  const location = locationOf(event, post);
  const endAt = event.endAt ?? event.startAt + lengthMs;
  const words = joinBlocks(toBlocks(body));
  const plainWords = plainText(body).split('\n').map(escapeLine).join('\n');
  const entry = (description: string): ScheduledEvent => ({
    name,
    description,
    scheduled_start_time: new Date(event.startAt).toISOString(),
    scheduled_end_time: new Date(endAt).toISOString(),
    privacy_level: privacyLevel.guildOnly,
    entity_type: entityType.external,
    entity_metadata: { location },
  });
  const description = describe(post, location, words, plainWords);
  const plainDescription = describe(post, location, plainWords, plainWords);
  const length = Math.max(description.length, plainDescription.length) + referenceLength;
  const when = eventLines({ startAt: event.startAt, endAt, zone: event.zone, place: location }, language);
  return {
    payload: JSON.stringify(entry(description)),
    plainPayload: JSON.stringify(entry(plainDescription)),
    preview: [`## ${escapeLine(title)}`, when.map(escapeLine).join('\n\n'), description]
      .filter((text) => text !== '')
      .join('\n\n'),
    problems: [
      ...tooLong('title', limits.eventName, name.length),
      ...tooLong('whole', limits.eventDescription, length),
    ],
  };
}

function tooLong(part: RenderProblem['part'], limit: number, length: number): RenderProblem[] {
  return length > limit ? [{ part, limit, length }] : [];
}

/** Where it takes place, otherwise where it is held on the web; Discord wants something to stand there. */
function locationOf({ place = '', link = '' }: PostEvent, { language }: Post): string {
  if (oneLine(place) !== '') return shortened(oneLine(place), limits.eventLocation);
  // Half an address leads nowhere.
  const isShort = link !== '' && link.length <= limits.eventLocation;
  return isShort ? oneLine(link) : messagesIn(language).room.seeDescription;
}

function describe({ notice, event, language }: Post, location: string, words: string, plainWords: string): string {
  const { line, where, link: linkLabel } = messagesIn(language).delivery.posted;
  const { place, link } = event ?? {};
  const address = link === undefined || link === location ? undefined : addressText(link);
  const above = notice === undefined ? [] : [escapeLine(notice)];
  const below = [
    ...(place === undefined || oneLine(place) === location ? [] : [line(where, escapeLine(place))]),
    ...(address === undefined ? [] : [line(linkLabel, address)]),
  ];
  const fixed = [...above, below.join('\n')].filter((text) => text !== '');
  const used = fixed.reduce((length, text) => length + text.length + 2, referenceLength);
  const room = limits.eventDescription - used;
  // Markup that was cut open would take in everything below it.
  const isCut = words.length > room && room >= leastText;
  const shown = isCut ? `${cutText(plainWords, room - 2)[0] ?? ''} …`.trimStart() : words;
  return [...above, shown, below.join('\n')].filter((text) => text !== '').join('\n\n');
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const referenceDigits = 12;
/** With the empty line before it. */
const referenceLength = referenceDigits + 3;

/**
 * What an event is known by, for good: 60 bits of the key's hash, written so that people take it for what it is, a
 * reference number, such as `#7k3f9xm2tabq`. Discord keeps nothing of an event that people would not see.
 */
export function referenceOf(key: string): string {
  const bits = createHash('sha256').update(key).digest();
  const digits = Array.from({ length: referenceDigits }, (_, index) => alphabet[(bits[index] ?? 0) % alphabet.length]);
  return `#${digits.join('')}`;
}

/** The event with its reference on the last line of the description. */
export function withReference<Entry extends { readonly description: string }>(entry: Entry, reference: string): Entry {
  return { ...entry, description: [entry.description, reference].filter((text) => text !== '').join('\n\n') };
}

/** Whether a description carries the reference, on a line of its own: people may have added to it. */
export function hasReference(description: string, reference: string): boolean {
  return description.split('\n').some((line) => line.trim() === reference);
}
