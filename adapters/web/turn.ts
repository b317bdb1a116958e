import { html } from 'hono/html';
import { citationDetails } from '../../src/chat/citation-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText, safeUrl } from '../../src/chat/plain-text.ts';
import type { Citation, Reply, ReplyAction } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { limits } from './limits.ts';
import { readerPath } from './links.ts';
import { renderBody } from './render.ts';

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
    <div class="answer" lang="${reply.language}">
      ${noticeHtml(reply)}
      <div class="prose">${renderBody(reply.body, { language: reply.language, anchors: false, topLevel: 3 })}</div>
      ${sourcesHtml(reply, 'h3')} ${actionsHtml(reply)}
    </div>
  </li>`;
}

export function noticeHtml(reply: Reply) {
  return reply.notice === undefined ? '' : html`<p class="notice">${inertText(reply.notice)}</p>`;
}

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
  const url = source.url === undefined ? undefined : safeUrl(source.url);
  const host = url === undefined ? '' : new URL(url).hostname.replace(/^www\./, '');
  return html`<span class="details"
    ><cite>${inertText(source.title)}</cite>${details === '' ? '' : `, ${details}`}${
      host === ''
        ? ''
        : html` · <a href="${url}" rel="noopener noreferrer">${messagesIn(language).web.original(host)}</a>`
    }</span
  >`;
}

/** What the reader can do next: a button asks, a link opens the reader view. */
export function actionsHtml(reply: Reply) {
  const { actions = [], language } = reply;
  if (actions.length === 0) return '';
  return html`<form class="actions" method="post" action="/ask" lang="${language}">
    ${actions.map((action) => actionHtml(action, language))}
  </form>`;
}

function actionHtml(action: ReplyAction, language: Language) {
  const label = inertText(action.label);
  if (action.kind === 'ask') return html`<button name="question" value="${action.question}">${label}</button>`;
  if (action.kind === 'command') return '';
  const path = readerPath(action.sectionId, language);
  return path === undefined ? '' : html`<a href="${path}">${label}</a>`;
}

function shortened(question: string): string {
  const shown = inertText(question).trim();
  return shown.length <= limits.shownQuestionLength ? shown : `${shown.slice(0, limits.shownQuestionLength)}…`;
}
