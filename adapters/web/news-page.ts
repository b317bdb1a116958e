import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { languages, type Language } from '../../src/language.ts';
import { calendarLinkHtml } from './events-page.ts';
import { boardPath } from './links.ts';
import { ownNames, pageHtml, type Reader } from './page.ts';
import type { StoredPost } from './payload.ts';
import { postHtml } from './post-html.ts';

export interface BoardPost {
  /** The key with which it was sent. */
  readonly id: string;
  readonly post: StoredPost;
  readonly sentAt: number;
}

export interface NewsPage {
  readonly reader: Reader;
  readonly board: string;
  readonly posts: readonly BoardPost[];
  /** Whether people can subscribe to the events. */
  readonly hasCalendar: boolean;
  /** Only posts in this language are wanted. */
  readonly only?: Language;
  /** IANA name of the zone in which days begin. */
  readonly zone: string;
}

/** A board of news: the announcements that stand, the newest first, each in its own language. */
export function newsPageHtml({ reader, board, posts, hasCalendar, only, zone }: NewsPage) {
  const { web } = messagesIn(reader.language);
  const title = board === 'news' ? web.news : web.newsOf(board);
  const written = languages.filter((language) => posts.some(({ post }) => post.language === language));
  const shown = posts
    .filter(({ post }) => only === undefined || post.language === only)
    .toSorted((one, other) => other.sentAt - one.sentAt);
  return pageHtml({
    reader,
    title,
    path: boardPath(board),
    main: html`<main id="main" class="column desk">
      <h1>${title}</h1>
      <p class="lead">${posts.length === 0 ? web.noNews : web.newsIntro}</p>
      ${written.length > 1 ? choiceHtml(written, only, reader.language) : ''}
      ${shown.map((post) => boardPostHtml(post, reader.language, zone))}
      ${hasCalendar && shown.some(({ post }) => post.event !== undefined) ? calendarLinkHtml(reader.language) : ''}
    </main>`,
  });
}

function choiceHtml(written: readonly Language[], only: Language | undefined, language: Language) {
  const { web } = messagesIn(language);
  return html`<nav class="actions" aria-label="${web.language}">
    <a href="?" ${only === undefined ? html`aria-current="true"` : ''}>${web.allLanguages}</a>
    ${written.map(
      (other) =>
        html`<a href="?only=${other}" lang="${other}" ${only === other ? html`aria-current="true"` : ''}
          >${ownNames[other]}</a
        >`,
    )}
  </nav>`;
}

function boardPostHtml({ id, post, sentAt }: BoardPost, language: Language, zone: string) {
  const { web } = messagesIn(language);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: zone });
  const title = inertText(post.title);
  return html`<article class="post" id="${id}">
    <div lang="${post.language}">
      <h2><a class="anchor" href="#${id}">${title}</a></h2>
      ${postHtml(post)}
    </div>
    <p class="when">
      <time datetime="${new Date(sentAt).toISOString()}">${web.publishedOn(day.format(sentAt))}</time>
    </p>
  </article>`;
}
