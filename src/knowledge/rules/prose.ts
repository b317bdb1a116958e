import type { Nodes } from 'mdast';
import { inlineText } from '../markdown.ts';
import type { PageSection } from '../sections.ts';

/** What a person reads in a section: its heading and its text, a line for each block, without web and mail addresses. */
export function proseOf({ heading, body }: PageSection): string {
  return [heading, ...linesOf(body)].join('\n').replaceAll(/\S+/g, (word) => (isAddress(word) ? ' ' : word));
}

function isAddress(word: string): boolean {
  return word.includes('@') || word.includes('://') || (word.includes('.') && /[a-z][\w-]*\.[a-z]{2}/i.test(word));
}

function linesOf(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'tableCell') return [inlineText(node.children)];
  return 'children' in node ? node.children.flatMap((child) => linesOf(child)) : [];
}
