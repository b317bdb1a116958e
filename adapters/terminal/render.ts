import { citationDetails } from '../../src/chat/citation-text.ts';
import { parseMarkdown } from '../../src/chat/markdown.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText, safeUrl } from '../../src/chat/plain-text.ts';
import type { Citation, Preview, Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { renderMarkdown, type Paper } from './dialect.ts';
import { wrap } from './wrap.ts';

/** How many channels a preview names. */
const shownChannels = 12;

/**
 * A reply as lines of text: title, notice, body, sources, and the actions under the numbers by which they are chosen.
 * The only escape sequences in it are those of `paper.style`.
 */
export function renderReply(reply: Reply, paper: Paper): string {
  const messages = messagesIn(reply.language);
  const parts = [
    reply.title === undefined ? [] : paragraph(reply.title, paper, ['bold', 'underline']),
    reply.notice === undefined ? [] : paragraph(reply.notice, paper, ['italic']),
    renderMarkdown(reply.body, paper),
    ...(reply.previews ?? []).map((preview) => previewLines(preview, reply.language, paper)),
    reply.sources === undefined || reply.sources.length === 0
      ? []
      : [
          paper.style(['bold'], messages.sources),
          ...reply.sources.flatMap((source) => hanging('• ', citationLine(source, reply.language, paper), paper)),
        ],
    (reply.actions ?? []).flatMap((action, index) =>
      hanging(`${index + 1}) `, inertText(action.label).replaceAll('\n', ' '), paper),
    ),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What will be posted on one platform, set off by a rule on its left. */
function previewLines({ platform, language, channels, text }: Preview, reader: Language, paper: Paper): string[] {
  const messages = messagesIn(reader);
  const shown = channels.slice(0, shownChannels);
  const more =
    channels.length > shown.length ? ` ${messages.terminal.moreChannels(channels.length - shown.length)}` : '';
  const place = `${platform} · ${messages.languageName(language)} · ${shown.join(', ')}${more}`;
  const inner = { ...paper, width: Math.max(paper.width - 2, 10) };
  return [
    ...paragraph(place, paper, ['bold']),
    ...renderMarkdown(parseMarkdown(text), inner).map((line) => `│ ${line}`.trimEnd()),
  ];
}

/** "Title › Section, p. 7, 2023 <https://…>" */
function citationLine(citation: Citation, language: Language, paper: Paper): string {
  const place = `${inertText(citation.title)} › ${inertText(citation.section)}`;
  const details = citationDetails(citation, language);
  const url = citation.url === undefined ? undefined : safeUrl(citation.url);
  return [
    details === '' ? place : `${place}, ${details}`,
    ...(url === undefined ? [] : [paper.style(['dim'], `<${url}>`)]),
  ].join(' ');
}

function paragraph(text: string, paper: Paper, formats: Parameters<Paper['style']>[0]): string[] {
  const inert = inertText(text);
  return wrap(
    inert.replace(/\S+/g, (word) => paper.style(formats, word)),
    paper.width,
  );
}

function hanging(marker: string, text: string, paper: Paper): string[] {
  return wrap(text, Math.max(paper.width - marker.length, 10)).map(
    (line, index) => (index === 0 ? marker : ' '.repeat(marker.length)) + line,
  );
}
