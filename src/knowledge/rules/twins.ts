import { languages, type Language } from '../../language.ts';
import type { Corpus } from '../corpus.ts';
import { lineOfKey } from '../document.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../section.ts';
import type { Page, PageSection } from '../sections.ts';

/** The versions of one page: the same path in the folder of each language. */
export interface PageTwins {
  /** The path without its language: `report-2023/board.md`. */
  readonly name: string;
  readonly versions: readonly Page[];
}

/** The versions of one section, in the order of the languages. */
export type SectionTwins = readonly SectionVersion[];

export interface SectionVersion {
  readonly path: string;
  readonly language: Language;
  readonly section: PageSection;
}

/** Brings the versions of every page together, in the order of the paths. */
export function pairPages(pages: Iterable<Page>): readonly PageTwins[] {
  const versions = new Map<string, Page[]>();
  for (const page of pages) {
    const name = nameOf(page.document.path);
    versions.set(name, [...(versions.get(name) ?? []), page]);
  }
  return [...versions].map(([name, group]) => ({ name, versions: group }));
}

/** Brings the versions of every section of a page together, by anchor. */
export function pairSections({ versions }: PageTwins): readonly SectionTwins[] {
  const twins = new Map<string, SectionVersion[]>();
  for (const { document, sections } of versions) {
    for (const section of sections) {
      const version = { path: document.path, language: document.language, section };
      twins.set(section.anchor, [...(twins.get(section.anchor) ?? []), version]);
    }
  }
  return [...twins.values()];
}

/** Pages that a language lacks. A page with a mistake of its own is not lacking. */
export function checkMissingPages(twins: readonly PageTwins[], { broken }: Pick<Corpus, 'broken'>): Problem[] {
  return twins.flatMap(({ name, versions }) => {
    const [first] = versions;
    if (first === undefined) return [];
    return languages
      .filter(
        (language) =>
          versions.every(({ document }) => document.language !== language) && !broken.has(`${language}/${name}`),
      )
      .map((language) =>
        problem(
          { path: first.document.path, line: 1 },
          'missing-page',
          `${language}/${name} does not exist: write the page in this language too, under the same name`,
        ),
      );
  });
}

/** Sections that a version of a page lacks, and versions whose sections stand in another order. */
export function checkTwinAnchors({ versions }: PageTwins): Problem[] {
  const anchors = new Set(versions.flatMap(({ sections }) => sections.map(({ anchor }) => anchor)));
  const problems = versions.flatMap(({ document, sections }) => {
    const own = new Set(sections.map(({ anchor }) => anchor));
    return [...anchors]
      .filter((anchor) => !own.has(anchor))
      .map((anchor) => {
        const owner = versions.find((version) => version.sections.some((section) => section.anchor === anchor));
        const message = `The section {#${anchor}} of ${owner?.document.path ?? 'another language'} is missing here: write it here too, or correct the anchor`;
        return problem({ path: document.path, line: 1 }, 'twin-anchors', message);
      });
  });
  return problems.length > 0 ? problems : checkOrder(versions);
}

function checkOrder([first, ...others]: readonly Page[]): Problem[] {
  if (first === undefined) return [];
  return others.flatMap(({ document, sections }) => {
    const misplaced = sections.find(({ anchor }, position) => first.sections[position]?.anchor !== anchor);
    if (misplaced === undefined) return [];
    const message = `The section {#${misplaced.anchor}} stands in another place than in ${first.document.path}: keep the same order in every language`;
    return [problem({ path: document.path, line: misplaced.line }, 'twin-order', message)];
  });
}

/** Lists and tables that have more entries in one language than in another: somebody or something was left out. */
export function checkTwinLists(versions: SectionTwins): Problem[] {
  const [first, ...others] = versions.map((version) => ({ ...version, entries: countEntries(version.section) }));
  if (first === undefined) return [];
  return others
    .filter(({ entries }) => entries !== first.entries)
    .map(({ path, section, entries }) => {
      const message = `The lists and tables of {#${section.anchor}} have ${entries} entries, and ${first.entries} in ${first.path}: add what was left out`;
      return problem({ path, line: section.line }, 'twin-lists', message);
    });
}

function countEntries({ body }: PageSection): number {
  return body.children.reduce(
    (sum, node) =>
      sum + (node.type === 'list' ? node.children.length : 0) + (node.type === 'table' ? node.children.length - 1 : 0),
    0,
  );
}

/** Keys of the front matter that the versions of a page must have in common. */
export function checkTwinFrontMatter({ versions: [first, ...others] }: PageTwins): Problem[] {
  if (first === undefined) return [];
  const expected = sharedKeys(first);
  return others.flatMap((page) => {
    const own = sharedKeys(page);
    return [...new Set([...expected.keys(), ...own.keys()])]
      .filter((key) => own.get(key) !== expected.get(key))
      .map((key) => {
        const message = `${key} is ${own.get(key) ?? 'absent'} here and ${expected.get(key) ?? 'absent'} in ${first.document.path}: write the same in every language`;
        return problem({ path: page.document.path, line: lineOfKey(page.document, key) }, 'twin-front-matter', message);
      });
  });
}

function sharedKeys({ document: { frontMatter } }: Page): ReadonlyMap<string, string> {
  const { id, topic, owner, reviewBy, source, sections, event } = frontMatter;
  const keys = new Map([
    ['id', id],
    ['topic', topic],
    ['owner', owner],
    ['reviewBy', reviewBy],
  ]);
  const sources = [
    ['source', source] as const,
    ...[...sections].flatMap(([anchor, list]) =>
      list.map((entry, position) => [`sections.${anchor}.${position}`, entry] as const),
    ),
  ];
  for (const [name, value] of Object.entries(event ?? {})) {
    // The place is written in the page's language: that it is there has to be the same, not how it is called.
    keys.set(`event.${name}`, name === 'place' ? 'present' : JSON.stringify(value));
  }
  for (const [name, { title, page, date }] of sources) {
    keys.set(`${name}.title`, title).set(`${name}.date`, date);
    if (page !== undefined) keys.set(`${name}.page`, page);
  }
  return keys;
}

function nameOf(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}
