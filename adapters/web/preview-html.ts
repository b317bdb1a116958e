import { html } from 'hono/html';
import { parseMarkdown } from '../../src/chat/markdown.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { platformName } from '../../src/chat/destination.ts';
import type { Preview } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { limits } from './limits.ts';
import { readPayload } from './payload.ts';
import { postHtml } from './post-html.ts';
import { renderBody } from './render.ts';

/** What will be posted, once for each platform and language: this room's own posts as they will stand here. */
export function previewsHtml(previews: readonly Preview[], language: Language, level: 2 | 3) {
  if (previews.length === 0) return '';
  const { web } = messagesIn(language);
  return html`<section class="previews">
    ${level === 2 ? html`<h2>${web.previewsTitle}</h2>` : html`<h3>${web.previewsTitle}</h3>`}
    ${previews.map((preview) => previewHtml(preview, language))}
  </section>`;
}

function previewHtml(preview: Preview, language: Language) {
  const messages = messagesIn(language);
  const platform = preview.platform === 'web' ? messages.web.thisSite : platformName(preview.platform);
  const shown = preview.channels.slice(0, limits.shownChannels).map(inertText);
  const more = preview.channels.length - shown.length;
  return html`<figure class="preview">
    <figcaption>
      <strong>${inertText(platform)}</strong> · ${messages.languageName(preview.language)} ·
      ${shown.join(', ')}${more > 0 ? ` ${messages.web.moreChannels(more)}` : ''}
    </figcaption>
    <div class="paper" lang="${preview.language}">${contentHtml(preview)}</div>
  </figure>`;
}

function contentHtml({ platform, payload, text, language }: Preview) {
  const post = platform === 'web' ? readPayload(payload) : undefined;
  if (post !== undefined)
    return html`<p class="title">${inertText(post.title)}</p>
      ${postHtml(post)}`;
  const body = renderBody(parseMarkdown(text), { language, anchors: false, topLevel: 3 });
  return html`<div class="prose">${body}</div>`;
}
