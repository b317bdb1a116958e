import { lineOfKey } from '../document.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../section.ts';
import type { Page } from '../sections.ts';

/** Sections that an event names and that no page of its language has. */
export function checkEventSections(pages: readonly Page[]): Problem[] {
  const known = new Set(
    pages.flatMap(({ document: { frontMatter, language }, sections }) =>
      sections.map(({ anchor }) => `${language} ${frontMatter.id}#${anchor}`),
    ),
  );
  return pages.flatMap(({ document }) => {
    const { event } = document.frontMatter;
    const lost = event?.sections.filter((section) => !known.has(`${document.language} ${section}`)) ?? [];
    const place = { path: document.path, line: lineOfKey(document, 'event.sections') };
    return lost.map((section) =>
      problem(place, 'event-sections', `There is no section ${section}: write the id of its page and its anchor`),
    );
  });
}
