import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { actionsHtml } from './actions-html.ts';
import { renderBody } from './render.ts';

/** Asks whether an answer helped. */
export function feedbackHtml(questionId: string, language: Language) {
  const { web } = messagesIn(language);
  return html`<form class="feedback" method="post" action="/do/feedback" lang="${language}">
    <input type="hidden" name="question" value="${questionId}" />
    <span>${web.helped}</span>
    <button name="verdict" value="helpful">${web.helpedYes}</button>
    <button name="verdict" value="notHelpful">${web.helpedNo}</button>
  </form>`;
}

/** What follows a verdict: the reply to it and, where the answer did not help, room for a word on why. */
export function feedbackReplyHtml(reply: Reply, options: Readonly<Record<string, string>>) {
  const { language } = reply;
  const body = renderBody(reply.body, { language, anchors: false, topLevel: 3 });
  return html`<div class="feedback" lang="${language}">
    <div class="prose" role="status" tabindex="-1">${body}</div>
    ${actionsHtml(reply)} ${commentHtml(options, language)}
  </div>`;
}

function commentHtml({ question, verdict, comment }: Readonly<Record<string, string>>, language: Language) {
  if (question === undefined || verdict !== 'notHelpful' || comment !== undefined) return '';
  const { web } = messagesIn(language);
  return html`<form class="sheet" method="post" action="/do/feedback">
    <input type="hidden" name="question" value="${question}" />
    <input type="hidden" name="verdict" value="${verdict}" />
    <label class="entry">${web.comment} <textarea name="comment" rows="3" dir="auto"></textarea></label>
    <p><button class="button">${web.commentSend}</button></p>
  </form>`;
}
