import { posix } from 'node:path';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { isRelative, type Page, type PageSection } from './sections.ts';

/** Where links may lead: for each page, by path, its id and the anchors that it has. */
export type LinkTargets = ReadonlyMap<string, { readonly id: string; readonly anchors: ReadonlySet<string> }>;

export function toLinkTargets(pages: readonly Page[]): LinkTargets {
  return new Map(
    pages.map(({ document, sections }) => [
      document.path,
      { id: document.frontMatter.id, anchors: new Set(sections.map(({ anchor }) => anchor)) },
    ]),
  );
}

/** The page to which a relative link on the page at `path` leads: its path in the knowledge folder and the anchor. */
export function resolveLink(path: string, url: string): { readonly path: string; readonly anchor: string } {
  const [file = '', anchor = ''] = url.split('#', 2);
  return { path: file === '' ? path : posix.join(posix.dirname(path), file), anchor };
}

/**
 * The section's body with its relative links in the form `knowledge:document-id#anchor`; a link that leads nowhere
 * becomes plain text. Leaves the section as it is.
 */
export function resolveLinks(section: PageSection, path: string, targets: LinkTargets): Root {
  if (!section.links.some(({ url }) => isRelative(url))) return section.body;
  const toAddress = (url: string): string | undefined => {
    if (!isRelative(url)) return url;
    const to = resolveLink(path, url);
    const target = targets.get(to.path);
    return target?.anchors.has(to.anchor) ? `knowledge:${target.id}#${to.anchor}` : undefined;
  };
  const body = structuredClone(section.body);
  rewriteBlock(body, toAddress);
  return body;
}

type ToAddress = (url: string) => string | undefined;

function rewriteBlock(node: Nodes, toAddress: ToAddress): void {
  if (node.type === 'paragraph' || node.type === 'tableCell') node.children = rewriteInline(node.children, toAddress);
  else if ('children' in node) for (const child of node.children) rewriteBlock(child, toAddress);
}

function rewriteInline(nodes: readonly PhrasingContent[], toAddress: ToAddress): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (!('children' in node)) return [node];
    const children = rewriteInline(node.children, toAddress);
    if (node.type !== 'link') return [{ ...node, children }];
    const url = toAddress(node.url);
    return url === undefined ? children : [{ ...node, url, children }];
  });
}
