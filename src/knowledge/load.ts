import { checkCorpus } from './check.ts';
import { readCorpus, type Corpus } from './corpus.ts';
import { joinEvents } from './events.ts';
import { resolveLinks, toLinkTargets, type LinkTargets } from './links.ts';
import { sortProblems } from './problem.ts';
import type { Knowledge, Problem, Section, SectionText, Source } from './section.ts';
import type { Page, PageSection } from './sections.ts';
import { toUnits } from './units.ts';

/**
 * Reads the knowledge folder. A page with a mistake is left out and named in the problems; the others are served. Order
 * is the same on every machine. `now` (milliseconds since 1970) decides which pages are due for a review. Throws AppError
 * (`knowledge`) when the folder cannot be read.
 */
export async function loadKnowledge(folder: string, { now }: { readonly now: number }): Promise<Knowledge> {
  const corpus = await readCorpus(folder);
  return toKnowledge(corpus, () => findProblems(corpus, now));
}

/** What is wrong in the files and between them, in the order of the files. */
export function findProblems(corpus: Corpus, now: number): Problem[] {
  return sortProblems([...corpus.problems, ...checkCorpus(corpus, now)]);
}

/**
 * Joins the language versions of every section and follows the links between pages. The problems are looked for when they
 * are first read: a program that starts answers before it checks.
 */
export function toKnowledge(
  { pages, glossary }: Pick<Corpus, 'pages' | 'glossary'>,
  findAll: () => readonly Problem[],
): Knowledge {
  let problems: readonly Problem[] | undefined;
  return {
    sections: joinLanguages([...pages.values()]),
    concepts: glossary?.concepts ?? [],
    events: joinEvents([...pages.values()]),
    get problems() {
      return (problems ??= findAll());
    },
  };
}

function joinLanguages(pages: readonly Page[]): Section[] {
  const targets = toLinkTargets(pages);
  const sections = new Map<string, Section>();
  for (const page of pages) {
    const { language, frontMatter } = page.document;
    for (const section of page.sections) {
      const id = `${frontMatter.id}#${section.anchor}`;
      const known = sections.get(id) ?? {
        id,
        documentId: frontMatter.id,
        anchor: section.anchor,
        topic: frontMatter.topic,
        texts: {},
        ...((frontMatter.event?.sections.length ?? 0) > 0 && { isPointer: true as const }),
      };
      // Two pages with one id: the first, in the order of the paths, is served.
      if (known.texts[language] !== undefined) continue;
      sections.set(id, { ...known, texts: { ...known.texts, [language]: toText(page, section, targets) } });
    }
  }
  return [...sections.values()];
}

function toText({ document }: Page, section: PageSection, targets: LinkTargets): SectionText {
  const body = resolveLinks(section, document.path, targets);
  const { frontMatter, language } = document;
  const [first = frontMatter.source, ...others] = frontMatter.sections.get(section.anchor) ?? [];
  const sources: readonly [Source, ...Source[]] = [first, ...others];
  return {
    language,
    documentTitle: frontMatter.title,
    heading: section.heading,
    parents: section.parents,
    keywords: frontMatter.keywords.get(section.anchor) ?? [],
    body,
    units: toUnits(body, language),
    sources,
  };
}
