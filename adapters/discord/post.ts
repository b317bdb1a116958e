import type { Rendered } from '../../src/chat/outlet.ts';
import type { Post, PostEvent } from '../../src/chat/post.ts';
import { eventLines } from '../../src/chat/event-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Language } from '../../src/language.ts';
import { addressText, escapeLine, escapeText, joinBlocks, toBlocks } from './dialect.ts';
import { limits } from './limits.ts';
import {
  componentType,
  eventFile,
  eventFileDisplay,
  messageFlag,
  textDisplay,
  type MessagePayload,
  type TextDisplay,
} from './payload.ts';

const accentColor = 0x00_5f_a8;

/**
 * A payload of ours: the message, whether it is passed on to the channels that follow an announcement channel, and what
 * the attached calendar file says.
 */
export type PostPayload = MessagePayload & { readonly crosspost?: true; readonly calendar?: string };

/** A post as Discord gets it: a container of texts; plainly, the same as texts without markup. */
export function renderPost(post: Post): Rendered {
  const title = `## ${escapeLine(post.title)}`;
  const notice = post.notice === undefined ? [] : [`-# ${escapeLine(post.notice)}`];
  const noticeWords = post.notice === undefined ? [] : [`*${escapeLine(post.notice)}*`];
  const body = joinBlocks(toBlocks(post.body));
  const event =
    post.event === undefined ? [] : [[...tokenLines(post.event, post.language), ...calendarLine(post)].join('\n')];
  const file = fileOf(post) === undefined ? [] : [eventFileDisplay()];
  const texts = [[title, ...notice].join('\n'), body, ...event].filter((text) => text !== '');
  const plain = [
    [escapeLine(post.title), ...notice].join('\n'),
    plainText(post.body).split('\n').map(escapeLine).join('\n'),
    ...event,
  ].filter((text) => text !== '');
  const length = sum([...ping(post), ...texts]);
  const lines = post.event === undefined ? [] : eventLines(post.event, post.language).map(escapeText);
  const words = [[...lines, ...calendarLine(post), ...file.map(() => escapeText(eventFile))].join('\n')];
  return {
    payload: JSON.stringify(
      toPayload(post, [
        { type: componentType.container, accent_color: accentColor, components: [...texts.map(textDisplay), ...file] },
      ]),
    ),
    plainPayload: JSON.stringify(toPayload(post, [...plain.map(textDisplay), ...file])),
    preview: [title, ...noticeWords, body, ...words].filter((text) => text !== '').join('\n\n'),
    problems: length > limits.text ? [{ part: 'whole', limit: limits.text, length }] : [],
  };
}

function toPayload(post: Post, components: MessagePayload['components']): PostPayload {
  const calendar = fileOf(post);
  return {
    flags: messageFlag.components,
    components: [...ping(post).map(textDisplay), ...components],
    allowed_mentions: { parse: post.pings === undefined ? [] : ['everyone'] },
    ...(post.crosspost === undefined ? {} : { crosspost: post.crosspost }),
    ...(calendar === undefined ? {} : { calendar }),
  };
}

function fileOf({ calendar }: Post): string | undefined {
  return calendar !== undefined && 'file' in calendar ? calendar.file : undefined;
}

/** Where readers find the event for their own calendar. */
function calendarLine({ calendar, language }: Post): string[] {
  if (calendar === undefined || !('url' in calendar)) return [];
  const { delivery, events } = messagesIn(language);
  return [delivery.posted.line(events.addToCalendar, addressText(calendar.url) ?? escapeText(calendar.url))];
}

function ping(post: Post): string[] {
  return post.pings === undefined ? [] : ['@everyone'];
}

function sum(texts: readonly (string | TextDisplay)[]): number {
  return texts.reduce((length, text) => length + (typeof text === 'string' ? text : text.content).length, 0);
}

/** When and where: in words, and as each reader's own client writes it, in the reader's zone and language. */
export function tokenLines(event: PostEvent, language: Language): string[] {
  const { posted } = messagesIn(language).delivery;
  const start = `<t:${seconds(event.startAt)}:F>`;
  const end = event.endAt === undefined ? '' : ` – <t:${seconds(event.endAt)}:${sameDay(event) ? 't' : 'F'}>`;
  const address = event.link === undefined ? undefined : addressText(event.link);
  const { link: _, ...withoutLink } = event;
  const [when = '', ...others] = eventLines(withoutLink, language).map(escapeLine);
  return [
    when,
    // What does not take place needs no countdown.
    ...(event.cancelled === true ? [] : [`${messagesIn(language).room.yourTime} ${start}${end}`]),
    ...others,
    ...(address === undefined ? [] : [posted.line(posted.link, address)]),
  ];
}

function seconds(instant: number): number {
  return Math.floor(instant / 1000);
}

function sameDay({ startAt, endAt, zone }: PostEvent): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return endAt !== undefined && day.format(startAt) === day.format(endAt);
}
