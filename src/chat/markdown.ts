import type { Root } from 'mdast';
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
