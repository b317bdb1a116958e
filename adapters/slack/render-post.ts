import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Paragraph } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { eventLines, readableInstant } from '../../src/chat/event-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Rendered, RenderProblem } from '../../src/chat/outlet.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Post, PostEvent } from '../../src/chat/post.ts';
import { bodyBlocks, linkElements, richText, textElements } from './dialect.ts';
import { limits } from './limits.ts';
import { fits, toMessage } from './pack.ts';
import type { CalendarFile } from './payload.ts';
import { escapeText, label } from './text.ts';

/** The block that calls everybody; a preview shows something else in its place. */
export const pingBlock = 'ping';

/** A post as one message: everything that Slack gets but where it goes and whose it is. */
export function renderPost(post: Post): Rendered {
  const blocks = postBlocks(post, 'linked');
  const spelled = postBlocks(post, 'spelled');
  const message = toMessage(spelled.filter((block) => block.block_id !== pingBlock));
  const ping = post.pings === 'everyone' ? '<!channel> ' : '';
  const text = ping + message.text;
  const calendar = calendarOf(post);
  return {
    payload: JSON.stringify({ text, blocks, ...calendar }),
    plainPayload: JSON.stringify({ text, ...calendar }),
    preview: previewText(post),
    problems: problemsOf(post, spelled),
  };
}

/** Addresses of our own: behind words that can be clicked on, or spelled out for a text that is read without them. */
type Addresses = 'linked' | 'spelled';

function postBlocks(post: Post, addresses: Addresses): KnownBlock[] {
  const { notice, event } = post;
  const blocks: KnownBlock[] = [
    ...(post.pings === 'everyone' ? [ping] : []),
    { type: 'header', text: { type: 'plain_text', text: label(post.title), emoji: false } },
    ...(notice === undefined ? [] : [paragraph(textElements(notice, { italic: true }))]),
    ...bodyBlocks(post.body),
    ...(event === undefined ? [] : [eventBlock(event, post)]),
    ...calendarLink(post, addresses),
  ];
  return blocks.length <= limits.blocksPerMessage ? blocks : blocks.reduce<KnownBlock[]>(merged, []);
}

const ping: KnownBlock = {
  type: 'section',
  block_id: pingBlock,
  text: { type: 'mrkdwn', text: '<!channel>' },
};

function paragraph(elements: RichTextElement[]): KnownBlock {
  return richText([{ type: 'rich_text_section', elements }]);
}

/** Paragraphs that follow each other in one block, for posts of many short ones. */
function merged(blocks: KnownBlock[], next: KnownBlock): KnownBlock[] {
  const last = blocks.at(-1);
  if (last?.type !== 'rich_text' || next.type !== 'rich_text') return [...blocks, next];
  return [...blocks.slice(0, -1), richText([...last.elements, ...next.elements])];
}

/** Where the event can be had for the reader's own calendar; a file has no address before it hangs on the post. */
function calendarLink({ calendar, language }: Post, addresses: Addresses): KnownBlock[] {
  if (calendar === undefined || !('url' in calendar)) return [];
  const elements = linkElements(calendar.url, textElements(messagesIn(language).events.addToCalendar));
  return [paragraph(addresses === 'spelled' ? elements : elements.slice(0, 1))];
}

/** The file that hangs below the post, with the name under which people see it there. */
function calendarOf({ calendar, language }: Post): { readonly calendar?: CalendarFile } {
  if (calendar === undefined || 'url' in calendar) return {};
  return { calendar: { text: calendar.file, title: messagesIn(language).events.addToCalendar } };
}

/**
 * When and where: in words with the event's own time, and below it in the time zone of whoever reads; what was cancelled
 * takes place in nobody's.
 */
function eventBlock(event: PostEvent, { language }: Post): KnownBlock {
  const lines = eventLines(event, language).map(inertText);
  if (event.cancelled === true) return paragraph(textElements(lines.join('\n')));
  const { yourTime } = messagesIn(language).room;
  return paragraph([
    ...textElements(lines.map((line) => `${line}\n`).join('')),
    ...textElements(`${yourTime} `),
    dateElement(event.startAt, event, language),
    ...(event.endAt === undefined ? [] : [...textElements(' – '), dateElement(event.endAt, event, language)]),
  ]);
}

function dateElement(at: number, { zone }: PostEvent, language: Post['language']): RichTextElement {
  return {
    type: 'date',
    timestamp: Math.floor(at / 1000),
    format: '{date_long}, {time}',
    fallback: readableInstant(at, zone, language),
  };
}

function previewText(post: Post): string {
  const { notice, event, calendar, language } = post;
  const { addToCalendar } = messagesIn(language).events;
  const lines = [
    ...(event === undefined ? [] : eventLines(event, language)),
    ...(calendar === undefined
      ? []
      : ['url' in calendar ? `${addToCalendar} (${calendar.url})` : attached(addToCalendar)]),
  ];
  return toMarkdown(
    {
      type: 'root',
      children: [
        { type: 'heading', depth: 2, children: [{ type: 'text', value: label(post.title) }] },
        ...(notice === undefined ? [] : [words(notice)]),
        ...post.body.children,
        ...lines.map(words),
      ],
    },
    { extensions: [gfmToMarkdown()] },
  );
}

/** How a file below a post is shown before it is there. */
export function attached(title: string): string {
  return `📎 ${title} (.ics)`;
}

function words(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function problemsOf(post: Post, blocks: readonly KnownBlock[]): RenderProblem[] {
  const title = label(post.title).length;
  const body = escapeText(toMessage(bodyBlocks(post.body)).text).length;
  const whole = toMessage(blocks).text.length;
  const room = limits.text - (whole - body);
  const json = JSON.stringify(blocks).length;
  return [
    ...(title > limits.headerLength ? [{ part: 'title', limit: limits.headerLength, length: title } as const] : []),
    ...(whole > limits.text ? [{ part: 'body', limit: Math.max(room, 0), length: body } as const] : []),
    ...(whole <= limits.text && !fits(blocks)
      ? [{ part: 'whole', limit: limits.blocksJson, length: Math.max(json, limits.blocksJson + 1) } as const]
      : []),
  ];
}
