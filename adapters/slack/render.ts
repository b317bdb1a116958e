import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { citationDetails } from '../../src/chat/citation-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText, safeUrl } from '../../src/chat/plain-text.ts';
import type { Citation, Preview, Reply } from '../../src/chat/reply.ts';
import { actionBlocks, button, feedbackBlock, type ButtonValue } from './buttons.ts';
import { bodyBlocks, linkElements, richText, textElements } from './dialect.ts';
import { limits } from './limits.ts';
import { pack, toMessage, type SlackMessage } from './pack.ts';
import { type Payload, payloadOf } from './payload.ts';
import { attached, pingBlock } from './render-post.ts';
import { label } from './text.ts';

export interface RenderOptions {
  /** Offers to show an answer that one person alone sees to the whole channel. */
  readonly share?: Extract<ButtonValue, { kind: 'share' }>;
  /** Offers to say more about whether an answer helped. */
  readonly comment?: Extract<ButtonValue, { kind: 'comment' }>;
  /** Who shared it, where somebody did. */
  readonly sharedBy?: string;
}

/** A reply as the messages that it needs, in their order; buttons are on the last. */
export function renderReply(reply: Reply, options: RenderOptions = {}): SlackMessage[] {
  return pack([...contentBlocks(reply, options), ...feedbackBlock(reply), ...controlBlocks(reply, options)]);
}

/**
 * A reply as one message that can be replaced by another later. What does not fit is not shown, and the message says
 * so; its buttons always fit.
 */
export function renderReport(reply: Reply): SlackMessage {
  const controls = controlBlocks(reply, {});
  const rest = paragraph(textElements(messagesIn(reply.language).room.restElsewhere, { italic: true }));
  const content = pack(contentBlocks(reply, {})).flatMap(({ blocks }) => blocks);
  const shown: KnownBlock[] = [];
  for (const block of content) {
    const all = [...shown, block, rest, ...controls];
    if (all.length > limits.blocksPerMessage || JSON.stringify(all).length > limits.blocksJson) break;
    shown.push(block);
  }
  const { text } = toMessage(shown);
  return {
    text: text.length <= limits.text ? text : `${text.slice(0, text.lastIndexOf('\n', limits.text - 1))}\n…`,
    blocks: [...shown, ...(shown.length < content.length ? [rest] : []), ...controls],
  };
}

/** A reply for a view, where nothing is split; as many blocks as `most`. */
export function replyBlocks(reply: Reply, most: number): KnownBlock[] {
  const controls = controlBlocks(reply, {});
  const content = pack(contentBlocks(reply, {})).flatMap(({ blocks }) => blocks);
  if (content.length + controls.length <= most) return [...content, ...controls];
  const rest = paragraph(textElements(messagesIn(reply.language).room.restElsewhere, { italic: true }));
  return [...content.slice(0, Math.max(most - controls.length - 1, 0)), rest, ...controls];
}

function contentBlocks(reply: Reply, { sharedBy }: RenderOptions): KnownBlock[] {
  const { title, notice, language, previews = [] } = reply;
  return [
    ...(title === undefined ? [] : [titleBlock(title)]),
    ...(sharedBy === undefined
      ? []
      : [paragraph(textElements(messagesIn(language).room.sharedBy(sharedBy), { italic: true }))]),
    ...(notice === undefined ? [] : [paragraph(textElements(notice, { italic: true }))]),
    ...bodyBlocks(reply.body),
    ...previews.flatMap((preview) => previewBlocks(preview, reply)),
    ...sourceBlocks(reply),
  ];
}

function controlBlocks(reply: Reply, { share, comment }: RenderOptions): KnownBlock[] {
  const words = messagesIn(reply.language).room;
  const offers = [
    ...(share === undefined || JSON.stringify(share).length > limits.buttonValue
      ? []
      : [button(words.share, share, 'share')]),
    ...(comment === undefined ? [] : [button(words.addComment, comment, 'comment')]),
  ];
  const rows: KnownBlock[] = offers.length === 0 ? [] : [{ type: 'actions', elements: offers }];
  return [...actionBlocks(reply.actions ?? []), ...rows];
}

function titleBlock(title: string): KnownBlock {
  const text = label(title);
  return text.length <= limits.headerLength
    ? { type: 'header', text: { type: 'plain_text', text, emoji: false } }
    : paragraph(textElements(text, { bold: true }));
}

function paragraph(elements: RichTextElement[]): KnownBlock {
  return richText([{ type: 'rich_text_section', elements }]);
}

/** What will be posted: here as it is, for another platform as its own room has put it into words. */
function previewBlocks({ platform, language, channels, payload, text }: Preview, reply: Reply): KnownBlock[] {
  const { room, languageName, announcing } = messagesIn(reply.language);
  const names = channels.slice(0, limits.namedChannels);
  const where = announcing.preview.names(names.join(', '), channels.length - names.length);
  const head = room.previewOf(platform, languageName(language), where);
  const shown: KnownBlock[] =
    platform === 'slack'
      ? ownPreview(payloadOf(payload), room.everyoneNotified)
      : [richText([{ type: 'rich_text_quote', elements: textElements(text.trim() === '' ? '…' : text) }])];
  return [{ type: 'divider' }, paragraph(textElements(head, { bold: true })), ...shown, { type: 'divider' }];
}

/** The blocks as they are; who is called, and the file below, are told in words. */
function ownPreview({ blocks = [], calendar }: Payload, everyoneNotified: string): KnownBlock[] {
  const shown = blocks.map((block) =>
    block.block_id === pingBlock ? paragraph(textElements(everyoneNotified, { italic: true })) : block,
  );
  return calendar === undefined ? shown : [...shown, paragraph(textElements(attached(calendar.title)))];
}

/** "Title › Section, p. 7, 2023 https://…" */
function sourceBlocks({ sources = [], language }: Reply): KnownBlock[] {
  if (sources.length === 0) return [];
  const lines = sources.map((source): RichTextSection => ({
    type: 'rich_text_section',
    elements: sourceElements(source, language),
  }));
  return [
    richText([
      { type: 'rich_text_section', elements: textElements(messagesIn(language).sources, { bold: true }) },
      { type: 'rich_text_list', style: 'bullet', elements: lines },
    ]),
  ];
}

function sourceElements(citation: Citation, language: Reply['language']): RichTextElement[] {
  const details = citationDetails(citation, language);
  const place = `${inertText(citation.title)} › ${inertText(citation.section)}${details === '' ? '' : `, ${details}`}`;
  const url = citation.url === undefined ? undefined : safeUrl(citation.url);
  return url === undefined
    ? textElements(place)
    : [...textElements(`${place} `), ...linkElements(url, textElements(url))];
}
