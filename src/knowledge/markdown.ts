import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

// Tables only: strikethrough would take "~100 … ~200" for its marks, and all of gfm takes half as long again.
const { flow = {} } = gfm();
const options = { extensions: [{ flow }], mdastExtensions: [gfmFromMarkdown()] };

/** Markdown with tables and bare addresses, as a tree with positions. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, options);
}

/** The line of the file on which a node begins. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The words of inline content as one line of text; `sliceInline` counts in its characters. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('children' in node ? inlineText(node.children) : leafText(node))).join('');
}

/** The part of inline content between two positions of its text, with its links and emphasis. */
export function sliceInline(nodes: readonly PhrasingContent[], start: number, end: number): PhrasingContent[] {
  const slices: PhrasingContent[] = [];
  let offset = 0;
  for (const node of nodes) {
    const length = inlineText([node]).length;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    if (from >= to) continue;
    if ('children' in node) slices.push({ ...node, children: sliceInline(node.children, from, to) });
    else if ('value' in node) slices.push({ ...node, value: node.value.slice(from, to) });
    else slices.push(node);
  }
  return slices;
}

function leafText(node: PhrasingContent): string {
  if ('value' in node) return node.value;
  return node.type === 'break' ? ' ' : '';
}
