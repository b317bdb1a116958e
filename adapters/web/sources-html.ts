import { html } from 'hono/html';
import { citationDetails } from '../../src/chat/citation-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Citation, Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { linkTarget, readerPath } from './links.ts';

/** The sources of a reply: each leads to its section in the reader view, and to the published document. */
export function sourcesHtml(reply: Reply, level: 'h2' | 'h3') {
  const { sources = [], language } = reply;
  if (sources.length === 0) return '';
  const title = messagesIn(language).sources;
  return html`<div class="sources">
    ${level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    <ol>
      ${[...Map.groupBy(sources, ({ sectionId }) => sectionId).values()].map((cited) => sectionHtml(cited, language))}
    </ol>
  </div>`;
}

/** A section once, and under it every document on which it rests. */
function sectionHtml(cited: readonly Citation[], language: Language) {
  const [first] = cited;
  if (first === undefined) return '';
  const section = inertText(first.section);
  const path = readerPath(first.sectionId, language);
  return html`<li>
    ${path === undefined ? html`<span class="section">${section}</span>` : html`<a class="section" href="${path}">${section}</a>`}
    ${cited.map((source) => documentHtml(source, language))}
  </li>`;
}

function documentHtml(source: Citation, language: Language) {
  const details = citationDetails(source, language);
  const url = source.url === undefined ? undefined : linkTarget(source.url, language);
  const host = url?.startsWith('https:') === true ? new URL(url).hostname.replace(/^www\./, '') : '';
  const title = inertText(source.title);
  // An announcement that stands on the room's own board.
  const cited = url?.startsWith('/') === true ? html`<a href="${url}">${title}</a>` : title;
  return html`<span class="details"
    ><cite>${cited}</cite>${details === '' ? '' : `, ${details}`}${
      host === ''
        ? ''
        : html` · <a href="${url}" rel="noopener noreferrer">${messagesIn(language).web.original(host)}</a>`
    }</span
  >`;
}
