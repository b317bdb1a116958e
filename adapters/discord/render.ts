import { platformName } from '../../src/chat/destination.ts';
import { citationDetails } from '../../src/chat/citation-text.ts';
import { parseMarkdown } from '../../src/chat/markdown.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { oneLine, shortened } from '../../src/chat/plain-text.ts';
import type { Citation, Preview, Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { choiceOf, type ActionCodes, type Choice } from './actions.ts';
import { addressText, escapeLine, toBlocks, type Block } from './dialect.ts';
import { limits } from './limits.ts';
import {
  buttonStyle,
  componentType,
  messageOf,
  textDisplay,
  type Button,
  type MessagePayload,
  type Row,
} from './payload.ts';
import { previewComponents } from './preview.ts';
import { cutText, packBlocks } from './split.ts';

/** A button before it has its id. */
export interface ButtonSpec {
  readonly label: string;
  readonly choice: Choice;
  readonly style?: keyof typeof buttonStyle;
}

/** Rows of buttons that a message holds beside a text, within the 40 components. */
const rowsPerMessage = 6;

/** A reply as the messages that say all of it, in their order; the buttons stand under the last. */
export function renderReply(reply: Reply, codes: ActionCodes, more: readonly ButtonSpec[] = []): MessagePayload[] {
  const texts = packBlocks(replyBlocks(reply), limits.part);
  const previews = (reply.previews ?? []).flatMap((preview) => previewMessages(preview, reply.language));
  const buttons = rowsOf([...actionButtons(reply), ...feedbackButtons(reply), ...more], codes);
  const messages = [...texts.map((text) => messageOf([textDisplay(text)])), ...previews];
  return withRows(messages, buttons, previews.length > 0);
}

/** A reply in one message, for reports that are kept up to date; says so when that does not hold all of it. */
export function renderSingle(reply: Reply, codes: ActionCodes): MessagePayload {
  const [first = '', ...rest] = packBlocks(replyBlocks(reply), limits.part);
  const note = rest.length === 0 ? [] : [textDisplay(escapeLine(messagesIn(reply.language).room.restElsewhere))];
  const rows = rowsOf(actionButtons(reply), codes).slice(0, rowsPerMessage);
  return messageOf([textDisplay(first), ...note, ...rows]);
}

function replyBlocks(reply: Reply): Block[] {
  const { title, notice, body, sources = [], actions = [], language } = reply;
  const tooLong = actions.filter(({ label }) => label.length > limits.buttonLabel);
  return [
    ...(title === undefined ? [] : cutText(escapeLine(title), limits.part / 2).map((text) => ({ text: `## ${text}` }))),
    ...(notice === undefined ? [] : small([notice])),
    ...toBlocks(body),
    ...(sources.length === 0
      ? []
      : [
          { text: `**${escapeLine(messagesIn(language).sources)}**` },
          ...sources.map((source) => ({ text: sourceLine(source, language), tight: true }) as const),
        ]),
    ...small(tooLong.map(({ label }) => label)),
  ];
}

function small(lines: readonly string[]): Block[] {
  return lines.flatMap((line) => cutText(escapeLine(line), limits.part / 2)).map((text) => ({ text: `-# ${text}` }));
}

/** "- Title › Section, p. 7, 2023 (<https://…>)" */
function sourceLine(source: Citation, language: Language): string {
  const details = citationDetails(source, language);
  const place = escapeLine(`${source.title} › ${source.section}${details === '' ? '' : `, ${details}`}`);
  const link = source.url === undefined ? undefined : addressText(source.url);
  return `-# ${place}${link === undefined ? '' : ` (${link})`}`;
}

function actionButtons({ actions = [] }: Reply): ButtonSpec[] {
  return actions.map((action) => ({
    label: action.label,
    choice: choiceOf(action),
    ...(action.kind === 'command' && action.style !== undefined ? { style: action.style } : {}),
  }));
}

function feedbackButtons({ questionId, language }: Reply): ButtonSpec[] {
  if (questionId === undefined) return [];
  const { helpful, notHelpful } = messagesIn(language).room;
  const choice = (verdict: string): Choice => ({
    kind: 'command',
    name: 'feedback',
    options: { question: questionId, verdict },
  });
  return [
    { label: helpful, choice: choice('helpful') },
    { label: notHelpful, choice: choice('notHelpful') },
  ];
}

/** Buttons in rows of five. Two that mean the same under the same words are one. */
export function rowsOf(specs: readonly ButtonSpec[], codes: ActionCodes): Row[] {
  const different = new Map(specs.map((spec) => [JSON.stringify([spec.label, spec.choice]), spec]));
  const buttons = [...different.values()].map(({ label, choice, style = 'secondary' }, index): Button => ({
    type: componentType.button,
    style: buttonStyle[style],
    label: labelOf(label, limits.buttonLabel),
    custom_id: codes.encode(choice, index),
  }));
  return Array.from({ length: Math.ceil(buttons.length / limits.buttonsPerRow) }, (_, row) => ({
    type: componentType.row,
    components: buttons.slice(row * limits.buttonsPerRow, (row + 1) * limits.buttonsPerRow),
  }));
}

/** Words on one line, at most so long; never empty, which Discord refuses. */
export function labelOf(text: string, limit: number): string {
  return shortened(oneLine(text), limit) || '…';
}

/** The rows under the last message; those that do not fit there, or belong under nothing above, on their own. */
function withRows(messages: readonly MessagePayload[], rows: readonly Row[], apart: boolean): MessagePayload[] {
  if (rows.length === 0) return messages.length === 0 ? [messageOf([textDisplay('…')])] : [...messages];
  const chunks = Array.from({ length: Math.ceil(rows.length / rowsPerMessage) }, (_, index) =>
    rows.slice(index * rowsPerMessage, (index + 1) * rowsPerMessage),
  );
  const last = messages.at(-1);
  if (apart || last === undefined) return [...messages, ...chunks.map(messageOf)];
  const [first = [], ...rest] = chunks;
  return [...messages.slice(0, -1), messageOf([...last.components, ...first]), ...rest.map(messageOf)];
}

/** A preview: whose it is, and the post as its platform shows it; ours exactly as it will stand there. */
function previewMessages(preview: Preview, language: Language): MessagePayload[] {
  const { languageName, room } = messagesIn(language);
  const shown = 20;
  const { channels } = preview;
  const names = channels.slice(0, shown).join(', ') + (channels.length > shown ? ` … (${channels.length})` : '');
  const platform = platformName(preview.platform);
  const head = `-# ${escapeLine(room.previewOf(platform, languageName(preview.language), names))}`;
  const own = previewComponents(preview);
  if (own !== undefined) return [messageOf([textDisplay(cutText(head, limits.part)[0] ?? '')]), messageOf(own)];
  const quoted = toBlocks({ type: 'root', children: [{ type: 'blockquote', children: quotable(preview.text) }] });
  return packBlocks([{ text: head }, ...quoted], limits.part).map((text) => messageOf([textDisplay(text)]));
}

function quotable(text: string) {
  return parseMarkdown(text).children.filter(
    (node) =>
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'list' ||
      node.type === 'code' ||
      node.type === 'table' ||
      node.type === 'blockquote',
  );
}
