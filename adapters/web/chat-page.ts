import { html, raw } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { pageHtml, type Reader } from './page.ts';
import { renderBody } from './render.ts';
import { actionsHtml } from './actions-html.ts';

export interface ChatPage {
  readonly reader: Reader;
  readonly greeting: Reply;
  /** Turns as HTML, oldest first. */
  readonly turns: readonly string[];
}

/** The conversation: greeting, transcript, and the field for the next question. */
export function chatPageHtml({ reader, greeting, turns }: ChatPage) {
  const { web } = messagesIn(reader.language);
  return pageHtml({
    reader,
    path: '/',
    skip: { to: '#question', label: web.skipToQuestion },
    newConversation: turns.length === 0 ? 'hidden' : 'shown',
    main: html`<main id="main" class="column chat">
      <section class="welcome">
        <h1>${web.welcome}</h1>
        <div class="prose" lang="${greeting.language}">
          ${renderBody(greeting.body, { language: greeting.language, anchors: false, topLevel: 2 })}
        </div>
        ${actionsHtml(greeting)}
      </section>
      <div id="log" role="log" aria-live="polite" aria-label="${web.conversation}">
        <ol id="transcript">
          ${raw(turns.join(''))}
        </ol>
      </div>
      <form id="composer" class="composer" method="post" action="/ask">
        <p
          id="problem"
          class="problem"
          role="alert"
          data-unreachable="${web.unreachable}"
          data-verdict="${web.verdictLost}"
          hidden
        ></p>
        <div class="field">
          <label class="visually-hidden" for="question">${web.question}</label>
          <textarea
            id="question"
            name="question"
            rows="1"
            required
            dir="auto"
            autocomplete="off"
            enterkeyhint="send"
            placeholder="${web.placeholder}"
            aria-describedby="advice"
          ></textarea>
          <button class="send">
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
              <path
                d="M12 20V5M5.5 11.5 12 5l6.5 6.5"
                fill="none"
                stroke="currentColor"
                stroke-width="2.2"
                stroke-linecap="round"
                stroke-linejoin="round"
              /></svg
            ><span class="visually-hidden">${web.send}</span>
          </button>
        </div>
        <p id="advice" class="advice">${web.advice} <span class="keys" hidden>${web.keys}</span></p>
      </form>
      <template id="pending">
        <li class="turn">
          <h2 class="question">
            <span class="visually-hidden">${web.youAsked} </span><span class="bubble" dir="auto"></span>
          </h2>
          <p class="searching">
            <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${web.searching}
          </p>
        </li>
      </template>
    </main>`,
  });
}
