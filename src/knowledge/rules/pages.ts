import type { Corpus } from '../corpus.ts';
import { lineOfKey } from '../document.ts';
import { resolveLink, type LinkTargets } from '../links.ts';
import { inlineText } from '../markdown.ts';
import { problem, warning } from '../problem.ts';
import type { Problem } from '../section.ts';
import { isRelative, type Page, type PageSection } from '../sections.ts';

const longestProse = 600;

/** Sections that are too long to be one answer, lists and tables apart. */
export function checkLength({ document, sections }: Page): Problem[] {
  return sections.flatMap((section) => {
    const length = proseLength(section);
    if (length <= longestProse) return [];
    const message = `{#${section.anchor}} has ${length} characters besides lists and tables: divide it into sections of ${longestProse} or fewer`;
    return [warning({ path: document.path, line: section.line }, 'long-section', message)];
  });
}

function proseLength({ body }: PageSection): number {
  return body.children.reduce(
    (sum, node) => sum + (node.type === 'paragraph' ? inlineText(node.children).length : 0),
    0,
  );
}

/** Lists that no sentence introduces: their items cannot say of what they are a part. */
export function checkListIntroductions({ document, sections }: Page): Problem[] {
  return sections.flatMap((section) => {
    const { children } = section.body;
    const isIntroduced = (position: number): boolean => {
      const before = children[position - 1];
      return before?.type === 'paragraph' && inlineText(before.children).endsWith(':');
    };
    if (children.every((node, position) => node.type !== 'list' || isIntroduced(position))) return [];
    const message = `A list in {#${section.anchor}} has no introduction: write before it a sentence that names the whole and ends in a colon`;
    return [warning({ path: document.path, line: section.line }, 'list-introduction', message)];
  });
}

/** Pages whose day of review has passed; a warning, because time alone must not break anything. */
export function checkReview({ document }: Page, now: number): Problem[] {
  const { owner, reviewBy } = document.frontMatter;
  if (now < Date.parse(`${reviewBy}T00:00:00Z`) + dayMs) return [];
  const message = `The page was due for review on ${reviewBy}: ${owner} reads it again, corrects it and sets a new reviewBy`;
  return [warning({ path: document.path, line: lineOfKey(document, 'reviewBy') }, 'review-due', message)];
}

const dayMs = 86_400_000;

/** Links to pages or sections that do not exist. Into a page with a mistake of its own, nothing can be told. */
export function checkLinks(
  { document: { path, language }, sections }: Page,
  targets: LinkTargets,
  { broken }: Pick<Corpus, 'broken'>,
): Problem[] {
  return sections
    .flatMap(({ links }) => links)
    .filter(({ url }) => isRelative(url))
    .flatMap(({ url, line }) => {
      const to = resolveLink(path, url);
      const target = targets.get(to.path);
      if (broken.has(to.path)) return [];
      const report = (message: string) => [problem({ path, line }, 'dead-link', message)];
      if (target === undefined)
        return report(`The link ${url} leads to ${to.path}, which does not exist: correct the path`);
      if (!to.path.startsWith(`${language}/`))
        return report(`The link ${url} leads to another language: link to the page in ${language}/`);
      if (!target.anchors.has(to.anchor))
        return report(`The link ${url} leads to a section that ${to.path} does not have: correct the anchor`);
      return [];
    });
}

/** Pages of one language that carry the same id: only the first of them is served. */
export function checkDuplicateIds(pages: Iterable<Page>): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { document } of pages) {
    const key = `${document.language} ${document.frontMatter.id}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, document.path);
    else
      problems.push(
        problem(
          { path: document.path, line: lineOfKey(document, 'id') },
          'duplicate-id',
          `The id ${document.frontMatter.id} belongs to ${owner} already: choose another, the same in the three languages`,
        ),
      );
  }
  return problems;
}
