import { inertText } from '../../src/chat/plain-text.ts';

/** Text as Slack wants it in mrkdwn, where these three characters begin links, mentions and other commands. */
export function escapeText(text: string): string {
  return inertText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The first part of a text, of at most `length` characters with the sign that something follows. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, safeCut(text, length - 1))}…`;
}

/** The index nearest below `index` that does not divide a character in two. */
export function safeCut(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}

/** One line without what Slack's clients would not show in a label. */
export function label(text: string): string {
  return inertText(text).replace(/\s+/g, ' ').trim() || '…';
}
