import { html } from 'hono/html';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply, ReplyAction } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { optionsHtml } from './form-html.ts';
import { commandPath, readerPath } from './links.ts';

/** What the reader can do next: a button asks or gives a command, a link opens another page. */
export function actionsHtml({ actions = [], language }: Reply) {
  const commands = actions.filter((action) => action.kind === 'command');
  const others = actions.filter((action) => action.kind !== 'command');
  return html`${
    others.length === 0
      ? ''
      : html`<form class="actions" method="post" action="/ask" lang="${language}">
          ${others.map((action) => actionHtml(action, language))}
        </form>`
  }${
    commands.length === 0
      ? ''
      : html`<div class="actions commands" lang="${language}">${commands.map((action) => commandHtml(action))}</div>`
  }`;
}

function actionHtml(action: Exclude<ReplyAction, { kind: 'command' }>, language: Language) {
  const label = inertText(action.label);
  if (action.kind === 'ask') return html`<button name="question" value="${action.question}">${label}</button>`;
  const path = readerPath(action.sectionId, language);
  return path === undefined ? '' : html`<a href="${path}">${label}</a>`;
}

function commandHtml(action: Extract<ReplyAction, { kind: 'command' }>) {
  const label = inertText(action.label);
  const style = `button${action.style === undefined ? '' : ` ${action.style}`}`;
  const path = commandPath(action);
  if (path !== undefined) return html`<a class="${style}" href="${path}">${label}</a>`;
  return html`<form method="post" action="/do/${encodeURIComponent(action.command)}">
    ${optionsHtml(action.options)}<button class="${style}">${label}</button>
  </form>`;
}
