import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import { languages, type Language } from '../../src/language.ts';

/** Each language in its own words, so that everybody finds theirs. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français' };

export interface Page {
  readonly language: Language;
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
export function pageHtml({ language, title, path, main, newConversation, ...page }: Page) {
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
        <script src="/assets/chat.js" defer></script>
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
        ${main}
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

export interface Refusal {
  readonly title: string;
  readonly text: string;
}

/** A page that says why there is nothing to see, and leads back. */
export function refusalHtml(language: Language, { title, text }: Refusal) {
  return pageHtml({
    language,
    title,
    path: '/',
    main: html`<main id="main" class="column refusal">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a class="button" href="/">${messagesIn(language).web.back}</a></p>
    </main>`,
  });
}
