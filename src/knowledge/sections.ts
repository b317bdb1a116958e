import type { Heading, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { lineOfKey, type Document } from './document.ts';
import { slugPattern } from './front-matter.ts';
import { inlineText, lineOf } from './markdown.ts';
import { problem, type Parsed, type Place } from './problem.ts';
import type { Problem } from './section.ts';

/** What stands under one heading of a page, with its links as they were written. */
export interface PageSection {
  readonly anchor: string;
  readonly heading: string;
  /** The headings above it, outermost first. */
  readonly parents: readonly string[];
  /** The heading's line in the file. */
  readonly line: number;
  readonly body: Root;
  readonly links: readonly PageLink[];
}

export interface PageLink {
  readonly url: string;
  readonly line: number;
}

/** A page and its sections, in the order of the page. */
export interface Page {
  readonly document: Document;
  readonly sections: readonly PageSection[];
}

/** Cuts a page into its sections. Reports every problem of structure, anchors, markdown and addresses at once. */
export function splitSections(document: Document): Parsed<Page> {
  const problems: Problem[] = [];
  const report = (node: Nodes, rule: string, message: string) =>
    problems.push(problem({ path: document.path, line: lineOf(node) }, rule, message));
  const sections: PageSection[] = [];
  const parents: string[] = [];
  const { heads, preamble } = groupByHeading(document.tree);
  if (preamble[0] !== undefined) {
    report(
      preamble[0],
      'text-before-heading',
      'There is text before the first heading: put it under a heading of its own',
    );
  }
  for (const { heading, children } of heads) {
    if (heading.depth === 1)
      report(
        heading,
        'heading-level',
        'A page has no heading of level 1, its title is in the front matter: write ## or ###',
      );
    if (heading.depth > 3)
      report(heading, 'heading-level', `A heading of level ${heading.depth} is too deep: write ## or ###`);
    const { text, anchor } = readHeading(heading, (message) => report(heading, 'anchor', message));
    if (anchor !== undefined && sections.some((section) => section.anchor === anchor)) {
      report(
        heading,
        'duplicate-anchor',
        `The anchor {#${anchor}} stands twice in this page: give each section its own`,
      );
    }
    if (children.length === 0)
      report(heading, 'empty-section', 'Nothing stands under this heading: write the section or remove the heading');
    for (const child of children) checkMarkdown(child, 'root', report);
    parents.length = Math.min(parents.length, Math.max(heading.depth - 2, 0));
    const body: Root = { type: 'root', children };
    const links = collectLinks(body);
    tidy(body);
    sections.push({ anchor: anchor ?? '', heading: text, parents: [...parents], line: lineOf(heading), body, links });
    if (heading.depth === 2) parents.push(text);
  }
  const place: Place = { path: document.path, line: 1 };
  if (sections.length === 0)
    problems.push(problem(place, 'empty-page', 'The page has no section: write a heading with its text'));
  const anchors = new Set(sections.map(({ anchor }) => anchor));
  for (const key of ['sections', 'keywords'] as const) {
    for (const anchor of document.frontMatter[key].keys()) {
      if (anchors.has(anchor)) continue;
      const message = `${key}.${anchor} names no section of this page: correct the anchor or remove the entry`;
      const line = lineOfKey(document, `${key}.${anchor}`);
      problems.push(problem({ path: document.path, line }, 'unknown-section', message));
    }
  }
  return problems.length > 0 ? { problems } : { value: { document, sections }, problems };
}

interface Head {
  readonly heading: Heading;
  readonly children: RootContent[];
}

function groupByHeading(tree: Root): { readonly heads: readonly Head[]; readonly preamble: readonly RootContent[] } {
  const heads: Head[] = [];
  const preamble: RootContent[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') heads.push({ heading: node, children: [] });
    else (heads.at(-1)?.children ?? preamble).push(node);
  }
  return { heads, preamble };
}

function readHeading(
  heading: Heading,
  report: (message: string) => void,
): { readonly text: string; readonly anchor?: string } {
  const whole = inlineText(heading.children).trim();
  const match = /^(.*?)\s*\{#([^{}]*)\}$/s.exec(whole);
  if (match?.[1] === undefined || match[2] === undefined) {
    report(`The heading "${whole}" has no anchor: end it with {#the-anchor}, the same in the three languages`);
    return { text: whole };
  }
  if (match[1] === '') report('The heading has no text: say before the anchor what the section is about');
  if (slugPattern.test(match[2])) return { text: match[1], anchor: match[2] };
  report(`The anchor {#${match[2]}} is malformed: write small letters, digits and hyphens only`);
  return { text: match[1] };
}

type Report = (node: Nodes, rule: string, message: string) => void;

const inline = ['text', 'strong', 'emphasis', 'delete', 'link', 'inlineCode', 'break'];
const allowedIn: Readonly<Record<string, readonly string[]>> = {
  root: ['paragraph', 'list', 'table'],
  list: ['listItem'],
  listItem: ['paragraph', 'list'],
  table: ['tableRow'],
  tableRow: ['tableCell'],
};

function checkMarkdown(node: Nodes, parent: string, report: Report): void {
  if (node.type === 'html') return report(node, 'no-html', 'HTML is not shown: write it as plain markdown');
  if (node.type === 'image' || node.type === 'imageReference') {
    return report(node, 'no-images', 'Images are not shown: say in words what is to be seen');
  }
  if (!(allowedIn[parent] ?? inline).includes(node.type)) {
    return report(
      node,
      'unsupported-markdown',
      `A ${node.type} cannot be quoted here: write paragraphs, lists and tables, with links in the form [text](address)`,
    );
  }
  if (node.type === 'link' && !isAllowedAddress(node.url)) {
    const message = `The address ${node.url} is not allowed: write https://…, mailto:…, or a page with its anchor (members.md#size)`;
    return report(node, 'bad-link', message);
  }
  if ('children' in node) for (const child of node.children) checkMarkdown(child, node.type, report);
}

/** Tells a link to another place of the knowledge from an address on the web. */
export function isRelative(url: string): boolean {
  return /^(?:(?:\.{1,2}\/)*[\w-]+(?:\/[\w-]+)*\.md)?#[\w-]+$/.test(url);
}

function isAllowedAddress(url: string): boolean {
  return isRelative(url) || (URL.canParse(url) && ['https:', 'mailto:'].includes(new URL(url).protocol));
}

function collectLinks(node: Nodes): PageLink[] {
  if (!('children' in node)) return [];
  const own = node.type === 'link' ? [{ url: node.url, line: lineOf(node) }] : [];
  return [...own, ...node.children.flatMap((child) => collectLinks(child))];
}

/** Drops positions and joins the lines of a paragraph, as they are no part of what is served. */
function tidy(node: Root | RootContent | PhrasingContent): void {
  if (node.position !== undefined) delete node.position;
  if (node.type === 'text' && /[\t\n]|  /.test(node.value)) node.value = node.value.replaceAll(/[ \t\n]+/g, ' ');
  if ('children' in node) for (const child of node.children) tidy(child);
}
