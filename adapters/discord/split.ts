import type { Block } from './dialect.ts';

/**
 * Blocks in as few texts as hold them, each at most `limit` long; a block is cut only when it is longer than that by
 * itself. Nothing is left out but spaces at a cut.
 */
export function packBlocks(blocks: readonly Block[], limit: number): string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    const [first = '', ...rest] = cutText(block.text, limit);
    const last = texts.at(-1);
    const joined = last === undefined ? undefined : `${last}${block.tight ? '\n' : '\n\n'}${first}`;
    if (joined !== undefined && joined.length <= limit) texts[texts.length - 1] = joined;
    else texts.push(first);
    texts.push(...rest);
  }
  return texts;
}

/** Cuts at the end of a line, otherwise at a space, otherwise where no character and no escape is torn apart. */
export function cutText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest].filter((part, index) => part !== '' || index === 0);
}

function cutAt(text: string, limit: number): number {
  const window = text.slice(0, limit + 1);
  const line = window.lastIndexOf('\n');
  if (line > limit / 2) return line;
  const space = window.lastIndexOf(' ');
  if (space > limit / 2) return space;
  let at = limit;
  while (at > 1 && isTorn(text, at)) at -= 1;
  return at;
}

function isTorn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) return true;
  const slashes = /\\+$/.exec(text.slice(0, at))?.[0].length ?? 0;
  return slashes % 2 === 1;
}
