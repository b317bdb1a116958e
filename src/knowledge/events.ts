import type { CalendarEvent, EventText } from '../events/event.ts';
import type { Document } from './document.ts';
import type { Page } from './sections.ts';

/**
 * The events of the pages, one for all the languages of a page: the first version says when it is, each its title and
 * place. Of two pages with one id the first, in the order of the paths, counts.
 */
export function joinEvents(pages: readonly Page[]): CalendarEvent[] {
  const events = new Map<string, CalendarEvent>();
  for (const page of pages) {
    const { frontMatter, language } = page.document;
    const known = events.get(frontMatter.id) ?? toEvent(page);
    if (known === undefined || known.texts[language] !== undefined) continue;
    events.set(frontMatter.id, { ...known, texts: { ...known.texts, [language]: textOf(page.document) } });
  }
  return [...events.values()];
}

function toEvent({ document: { frontMatter }, sections }: Page): CalendarEvent | undefined {
  const { id, topic, event, source } = frontMatter;
  if (event === undefined) return undefined;
  const { place: _, topics, ...rest } = event;
  const own = sections.map(({ anchor }) => `${id}#${anchor}`);
  return {
    ...rest,
    id,
    changedAt: firstMomentOf(source.date),
    topics: [...new Set([topic, ...topics])],
    texts: {},
    sections: event.sections.length > 0 ? event.sections : own,
  };
}

function textOf({ frontMatter: { title, event } }: Document): EventText {
  return { title, ...(event?.place !== undefined && { place: event.place }) };
}

/** Of a year, a month or a day: `2023`, `2025-02`, `2025-02-20`. */
function firstMomentOf(date: string): number {
  return Date.parse(`${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`);
}
