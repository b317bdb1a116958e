import { html } from 'hono/html';
import type { Reply } from '../../src/chat/reply.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { actionsHtml } from './actions-html.ts';
import { feedbackHtml } from './feedback-html.ts';
import { formHtml, wrongFieldsHtml } from './form-html.ts';
import { previewsHtml } from './preview-html.ts';
import { renderBody } from './render.ts';
import { sourcesHtml } from './sources-html.ts';

export interface ReplyPlacement {
  /** What ids begin with, so that no other reply on the page has the same. */
  readonly prefix: string;
  /** The level of the highest headings of the reply. */
  readonly level: 2 | 3;
  /** Tells a form of the reply from any other that is ever shown. */
  readonly once: string;
  /** The page's heading says what the form is about. */
  readonly titled?: true;
}

/** Everything that a reply consists of but its title. */
export function replyHtml(reply: Reply, { prefix, level, once, titled }: ReplyPlacement) {
  const { language, form } = reply;
  const body = renderBody(reply.body, { language, anchors: false, topLevel: level });
  const wrong = form === undefined ? undefined : wrongFieldsHtml(form, { language, prefix });
  return html`${noticeHtml(reply)}
  ${
    wrong === undefined
      ? html`<div class="prose">${body}</div>`
      : html`<div class="problem" role="alert" tabindex="-1" data-focus>
          <div class="prose">${body}</div>
          ${wrong}
        </div>`
  }
  ${previewsHtml(reply.previews ?? [], language, level)}
  ${form === undefined ? '' : formHtml(form, { language, prefix, once, ...(titled ? {} : { level }) })}
  ${sourcesHtml(reply, level === 2 ? 'h2' : 'h3')} ${actionsHtml(reply)}
  ${reply.questionId === undefined ? '' : feedbackHtml(reply.questionId, language)}`;
}

export function noticeHtml(reply: Reply) {
  return reply.notice === undefined ? '' : html`<p class="notice">${inertText(reply.notice)}</p>`;
}
