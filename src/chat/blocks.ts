import type { BlockContent, Heading, Link, List, Paragraph, PhrasingContent, Root, Strong, Text } from 'mdast';

/** What stands in a line: words, or something made of them. */
type Inline = string | PhrasingContent;

/** Blocks one after the other, as the body of a reply. */
export function bodyOf(blocks: readonly BlockContent[]): Root {
  return { type: 'root', children: [...blocks] };
}

export function paragraph(...inline: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children: inline.map(toNode) };
}

export function heading(text: string): Heading {
  return { type: 'heading', depth: 2, children: [toNode(text)] };
}

/** A list with one line an item. */
export function bullets(items: readonly (readonly Inline[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((inline) => ({ type: 'listItem', spread: false, children: [paragraph(...inline)] })),
  };
}

export function strong(text: string): Strong {
  return { type: 'strong', children: [toNode(text)] };
}

/** Words for an instant, which rooms that know the reader's clocks better may show on these as well. */
export function time(text: string, at: number): Text {
  return { type: 'text', value: text, data: { hName: 'time', hProperties: { dateTime: new Date(at).toISOString() } } };
}

export function link(text: string, url: string): Link {
  return { type: 'link', url, children: [toNode(text)] };
}

function toNode(inline: Inline): PhrasingContent {
  return typeof inline === 'string' ? { type: 'text', value: inline } : inline;
}
