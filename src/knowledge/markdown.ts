import type { Nodes, PhrasingContent } from 'mdast';

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
