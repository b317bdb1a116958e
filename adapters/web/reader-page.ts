import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { pageHtml, type Reader } from './page.ts';
import { anchorsOf, renderBody, type Anchor } from './render.ts';
import { actionsHtml } from './actions-html.ts';
import { noticeHtml } from './reply-html.ts';
import { sourcesHtml } from './sources-html.ts';

export interface ReaderPage {
  readonly reader: Reader;
  readonly documentId: string;
  readonly title: string;
  readonly reply: Reply;
}

/** A document of the knowledge, to which the sources of answers lead. */
export function readerPageHtml({ reader, documentId, title, reply }: ReaderPage) {
  const { language } = reader;
  const { web } = messagesIn(language);
  const shownTitle = inertText(title);
  return pageHtml({
    reader,
    title: shownTitle,
    path: `/k/${documentId}`,
    main: html`<main id="main" class="column reader">
      <p class="back"><a href="/">${web.back}</a></p>
      <article lang="${reply.language}">
        <h1>${shownTitle}</h1>
        ${noticeHtml(reply)} ${contentsHtml(language, anchorsOf(reply.body), reply.language)}
        <div class="prose">${renderBody(reply.body, { language: reply.language, anchors: true, topLevel: 2 })}</div>
        ${sourcesHtml(reply, 'h2')} ${actionsHtml(reply)}
      </article>
      <p><a class="button" href="/#question">${web.ask}</a></p>
    </main>`,
  });
}

/** A document of one or two sections is found at a glance. */
function contentsHtml(language: Language, anchors: readonly Anchor[], documentLanguage: Language) {
  if (anchors.length < 3) return '';
  const label = messagesIn(language).web.onThisPage;
  return html`<nav class="contents" aria-labelledby="contents">
    <p id="contents" lang="${language}">${label}</p>
    <ul lang="${documentLanguage}">
      ${anchors.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
    </ul>
  </nav>`;
}
