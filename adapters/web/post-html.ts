import { html } from 'hono/html';
import { eventLines } from '../../src/chat/event-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText, safeUrl } from '../../src/chat/plain-text.ts';
import type { PostEvent } from '../../src/chat/post.ts';
import type { Language } from '../../src/language.ts';
import type { StoredPost } from './payload.ts';
import { renderBody } from './render.ts';

/** What a post says below its title, as it stands on the board and in its preview. */
export function postHtml(post: StoredPost) {
  return html`${post.notice === undefined ? '' : html`<p class="notice">${inertText(post.notice)}</p>`}
    <div class="prose">${renderBody(post.body, { language: post.language, anchors: false, topLevel: 3 })}</div>
    ${post.event === undefined ? '' : eventHtml(post.event, post.language, post.calendarPath)}`;
}

function eventHtml(event: PostEvent, language: Language, calendarPath: string | undefined) {
  const [when = '', ...others] = eventLines(event, language);
  const startsAt = new Date(event.startAt).toISOString();
  return html`<div class="${event.cancelled === true ? 'event cancelled' : 'event'}">
    <p><time datetime="${startsAt}">${inertText(when)}</time></p>
    ${others.map((line) => html`<p>${linkedHtml(inertText(line), event.link)}</p>`)}
    ${
      calendarPath === undefined
        ? ''
        : html`<p><a href="${calendarPath}">${messagesIn(language).events.addToCalendar}</a></p>`
    }
  </div>`;
}

/** A line whose end is an address, as that address can be followed. */
function linkedHtml(line: string, address: string | undefined) {
  const url = address === undefined ? undefined : safeUrl(address);
  if (url === undefined || address === undefined || !line.endsWith(address)) return line;
  return html`${line.slice(0, -address.length)}<a href="${url}" rel="noopener noreferrer">${address}</a>`;
}
