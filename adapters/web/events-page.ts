import { html } from 'hono/html';
import type { CommandSpec } from '../../src/chat/command-spec.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Language } from '../../src/language.ts';
import { calendarPath } from './calendar.ts';
import { pageHtml, type Reader } from './page.ts';
import { replyHtml } from './reply-html.ts';

export interface EventsPage {
  readonly reader: Reader;
  readonly spec: CommandSpec;
  readonly reply: Reply;
  readonly options: Readonly<Record<string, string>>;
  readonly hasCalendar: boolean;
}

/** What takes place, with a form to ask for a month or a topic, and the way to the calendar. */
export function eventsPageHtml({ reader, spec, reply, options, hasCalendar }: EventsPage) {
  const { language } = reader;
  const { events } = messagesIn(language);
  const title = inertText(reply.title ?? events.title);
  return pageHtml({
    reader,
    title,
    path: '/events',
    main: html`<main id="main" class="column desk" data-zoned>
      <h1>${title}</h1>
      <div lang="${reply.language}">${replyHtml(reply, { prefix: 'e-', level: 2, once: '' })}</div>
      <form class="sheet" method="get" action="/events">
        ${spec.options.map(
          ({ name, description }) =>
            html`<div class="entry">
              <label for="${name}">${description[language]}</label>
              <input type="text" id="${name}" name="${name}" value="${options[name] ?? ''}" maxlength="100" />
            </div>`,
        )}
        <p><button class="button">${events.show}</button></p>
      </form>
      ${hasCalendar ? calendarHtml(language) : ''}
    </main>`,
  });
}

function calendarHtml(language: Language) {
  return html`${calendarLinkHtml(language)}
    <p>${messagesIn(language).events.calendarHow}</p>`;
}

/** The way to the calendar to which people can subscribe. */
export function calendarLinkHtml(language: Language) {
  return html`<p><a href="${calendarPath}?lang=${language}">${messagesIn(language).events.calendar}</a></p>`;
}
