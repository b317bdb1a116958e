import { html } from 'hono/html';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { feedbackReplyHtml } from './feedback-html.ts';
import { optionsHtml } from './form-html.ts';
import { pageHtml, type Reader } from './page.ts';
import { replyHtml } from './reply-html.ts';

/** What a file is sent to. */
export interface FileTarget {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** What was wrong with the file that was sent. */
  readonly problem?: string;
}

export interface DeskPage {
  readonly reader: Reader;
  readonly path: string;
  readonly reply: Reply;
  readonly once: string;
  /** The page that shows the reply as it is at any time; absent for what was said once. */
  readonly current?: string;
  /** What has just been done, or why it was not. */
  readonly said?: string;
  /** A file may be sent besides. */
  readonly file?: FileTarget;
  /** The reply follows a verdict on an answer, which was given with these options. */
  readonly feedback?: Readonly<Record<string, string>>;
}

/** A reply to a command, as a page of its own. */
export function deskPageHtml({ reader, path, reply, once, current, said, file, feedback }: DeskPage) {
  const { web } = messagesIn(reader.language);
  const title = inertText(reply.title ?? reply.form?.title ?? web.replyTitle);
  const titled = reply.title === undefined && reply.form !== undefined;
  const shown =
    feedback === undefined
      ? replyHtml(reply, { prefix: 'f-', level: 2, once, ...(titled ? { titled } : {}) })
      : feedbackReplyHtml(reply, feedback);
  return pageHtml({
    reader,
    title,
    path,
    main: html`<main id="main" class="column desk">
      ${backHtml(reader, path, feedback !== undefined)}
      <h1 lang="${reply.language}">${title}</h1>
      ${said === undefined ? '' : html`<p class="notice" role="status">${inertText(said)}</p>`}
      ${
        current === undefined
          ? html`<div lang="${reply.language}">${shown}</div>`
          : html`<p class="problem" id="stale" role="alert" hidden>${web.outOfDate}</p>
              <div id="report" lang="${reply.language}" aria-live="polite" data-source="${current}">${shown}</div>
              <noscript
                ><p><a class="button" href="${current}">${web.refresh}</a></p></noscript
              >`
      }
      ${file === undefined ? '' : fileHtml(file, reader.language)}
    </main>`,
  });
}

function backHtml({ language, signedInAs }: Reader, path: string, isFeedback: boolean) {
  const { web } = messagesIn(language);
  const toChat = isFeedback || signedInAs === undefined;
  if (!toChat && (path === '/announcements' || path === '/audiences')) return '';
  return html`<p class="back">
    <a href="${toChat ? '/' : '/announcements'}">${toChat ? web.back : web.toAnnouncements}</a>
  </p>`;
}

function fileHtml({ command, options, problem }: FileTarget, language: Language) {
  const { web } = messagesIn(language);
  return html`<form
    class="sheet"
    method="post"
    action="/do/${encodeURIComponent(command)}"
    enctype="multipart/form-data"
    lang="${language}"
  >
    <h2>${web.fileTitle}</h2>
    ${optionsHtml(options)}
    <div class="entry">
      <label for="file">${web.fileLabel}</label>
      ${problem === undefined ? '' : html`<p class="wrong" id="file-problem" role="alert">${problem}</p>`}
      <input
        type="file"
        id="file"
        name="file"
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        ${problem === undefined ? '' : html`aria-describedby="file-problem" aria-invalid="true"`}
      />
    </div>
    <p><button class="button">${web.fileSend}</button></p>
  </form>`;
}
