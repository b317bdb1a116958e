import type { ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Heading, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Language } from '../../src/language.ts';
import { elements, type Placement } from './dialect.ts';

export interface RenderOptions {
  readonly language: Language;
  readonly anchors: boolean;
  /** The level on the page of the text's highest heading. */
  readonly topLevel: number;
}

/**
 * Markdown as HTML that is safe to put on a page: only the elements and attributes of the dialect, only links to
 * `https:`, `mailto:` and pages of the knowledge, no raw HTML, no control characters.
 */
export function renderBody(body: Root, { language, anchors, topLevel }: RenderOptions): HtmlEscapedString {
  const depths = body.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  // Headings may also stand in lists and quotations, even where none stands at the top.
  const highest = depths.length === 0 ? 1 : Math.min(...depths);
  const placement: Placement = {
    language,
    anchors,
    level: (depth) => Math.min(topLevel + Math.max(0, depth - highest), 6),
  };
  const tree = toHast(body);
  const children = 'children' in tree ? tree.children : [tree];
  return raw(toHtml({ type: 'root', children: children.flatMap((node) => place(node, placement)) }));
}

function place(node: RootContent, placement: Placement): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: inertText(node.value) }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child) => place(child, placement));
  return elements[node.tagName]?.(node, children, placement) ?? children;
}

export interface Anchor {
  readonly id: string;
  readonly text: string;
}

/** The headings of a document that can be linked to, in their order. */
export function anchorsOf(body: Root): readonly Anchor[] {
  return body.children
    .filter((node): node is Heading => node.type === 'heading')
    .flatMap((heading) => {
      const id = heading.data?.hProperties?.['id'];
      return typeof id === 'string' ? [{ id, text: inertText(toString(heading)) }] : [];
    });
}
