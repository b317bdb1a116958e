import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { limits } from './limits.ts';
import { replyHtml } from './reply-html.ts';

export interface Turn {
  readonly id: string;
  readonly question: string;
  readonly reply: Reply;
  /** Of the page around it. */
  readonly language: Language;
}

/** One question and its answer, as an item of the transcript. */
export function turnHtml({ id, question, reply, language }: Turn) {
  return html`<li class="turn" id="${id}" lang="${language}">
    <h2 class="question">
      <span class="visually-hidden">${messagesIn(language).web.youAsked} </span
      ><span class="bubble" dir="auto">${shortened(question)}</span>
    </h2>
    <div class="answer" lang="${reply.language}">${replyHtml(reply, { prefix: `${id}-`, level: 3, once: id })}</div>
  </li>`;
}

function shortened(question: string): string {
  const shown = inertText(question).trim();
  return shown.length <= limits.shownQuestionLength ? shown : `${shown.slice(0, limits.shownQuestionLength)}…`;
}
