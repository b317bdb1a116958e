import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { languages, type Language } from '../../src/language.ts';

/** Each language in its own words, so that everybody finds theirs. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français' };

/** What a page has to know of who reads it. */
export interface Reader {
  readonly language: Language;
  /** Whether there is a board of news to look at. */
  readonly hasNews: boolean;
  /** Whether the assistant knows of events. */
  readonly hasEvents: boolean;
  /** The name of the person, once they have signed in. */
  readonly signedInAs?: string;
}

export interface Page {
  readonly reader: Reader;
  /** Of the page alone; the name of the assistant is added. Absent on the front page. */
  readonly title?: string;
  /** Where the language switch leads back to. */
  readonly path: string;
  readonly main: unknown;
  /** Where keyboards can jump to past the header. */
  readonly skip?: { readonly to: string; readonly label: string };
  /** Absent where the page has no conversation to begin anew; `hidden` while it is empty. */
  readonly newConversation?: 'shown' | 'hidden';
}

/** A whole page: what all of them have around what they show. */
export function pageHtml({ reader, title, path, main, newConversation, ...page }: Page) {
  const { language } = reader;
  const { web } = messagesIn(language);
  const skip = page.skip ?? { to: '#main', label: web.skipToContent };
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title === undefined ? web.name : `${title} – ${web.name}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="stylesheet" href="/assets/desk.css" />
        <script src="/assets/chat.js" defer></script>
        <script src="/assets/desk.js" defer></script>
      </head>
      <body>
        <a class="skip" href="${skip.to}">${skip.label}</a>
        <header class="bar">
          <a class="brand" href="/"
            ><img src="/assets/icon.svg" alt="" width="28" height="28" /><span>${web.name}</span></a
          >
          ${newConversation === undefined ? '' : newConversationHtml(language, newConversation)}
          ${languageSwitchHtml(language, path)}
        </header>
        ${pagesHtml(reader, path)} ${main}
      </body>
    </html>`;
}

function newConversationHtml(language: Language, state: 'shown' | 'hidden') {
  const label = messagesIn(language).web.newConversation;
  return html`<form method="post" action="/new" id="new-conversation" ${state === 'hidden' ? ' hidden' : ''}>
    <button class="quiet"><span aria-hidden="true">+</span><span class="label">${label}</span></button>
  </form>`;
}

function languageSwitchHtml(language: Language, path: string) {
  return html`<form
    class="languages"
    method="post"
    action="/language"
    aria-label="${messagesIn(language).web.language}"
  >
    <input type="hidden" name="to" value="${path}" />
    ${languages.map(
      (other) =>
        html`<button
          name="lang"
          value="${other}"
          lang="${other}"
          aria-current="${other === language ? 'true' : 'false'}"
        >
          ${other.toUpperCase()} <span class="visually-hidden">${ownNames[other]}</span>
        </button>`,
    )}
  </form>`;
}

/** The way to the other pages, where there are some for this reader. */
function pagesHtml({ language, hasNews, hasEvents, signedInAs }: Reader, path: string) {
  const { web, events } = messagesIn(language);
  const pages: readonly (readonly [string, string])[] = [
    ['/', web.questions],
    ...(hasEvents ? ([['/events', events.name]] as const) : []),
    ...(hasNews ? ([['/news', web.news]] as const) : []),
    ...(signedInAs === undefined
      ? []
      : ([
          ['/announcements', web.announcements],
          ['/announcements/new', web.newAnnouncement],
          ['/announcements/import', web.importCalendar],
          ['/audiences', web.audiences],
        ] as const)),
  ];
  if (pages.length === 1) return '';
  return html`<nav class="pages" aria-label="${web.pages}">
    <ul>
      ${pages.map(([to, label]) => html`<li><a href="${to}" ${path === to ? html`aria-current="page"` : ''}>${label}</a></li>`)}
    </ul>
    ${
      signedInAs === undefined
        ? ''
        : html`<form method="post" action="/sign-out">
            <span>${web.signedInAs(inertText(signedInAs))}</span>
            <button class="quiet">${web.signOut}</button>
          </form>`
    }
  </nav>`;
}

export interface Refusal {
  readonly title: string;
  readonly text: string;
  /** A page to which a link leads besides the way back. */
  readonly link?: { readonly to: string; readonly label: string };
}

/** A page that says why there is nothing to see, and leads back. */
export function refusalHtml(reader: Reader, { title, text, link }: Refusal) {
  return pageHtml({
    reader,
    title,
    path: '',
    main: html`<main id="main" class="column refusal">
      <h1>${title}</h1>
      <p>${text}</p>
      <p class="actions">
        ${link === undefined ? '' : html`<a href="${link.to}">${link.label}</a>`}
        <a href="/">${messagesIn(reader.language).web.back}</a>
      </p>
    </main>`,
  });
}
