/**
 * Tells on which line (from 0) of a block of YAML a key stands, for messages about it. Knows mappings and sequences in
 * block style; for a key that is missing or written in another style it answers with the nearest key above it.
 */
export function findKeyLine(lines: readonly string[], keyPath: readonly PropertyKey[]): number {
  let line = -1;
  let indent = -1;
  for (const key of keyPath) {
    const found =
      typeof key === 'number' ? findItem(lines, line, indent, key) : findKey(lines, line, indent, String(key));
    if (found === undefined) break;
    line = found.line;
    indent = found.indent;
  }
  return Math.max(line, 0);
}

interface Found {
  readonly line: number;
  readonly indent: number;
}

function findKey(lines: readonly string[], after: number, outer: number, key: string): Found | undefined {
  let inner: number | undefined;
  // The first key of a sequence's item stands on the line of its dash.
  const isItem = after >= 0 && outer >= 0 && /^\s*- /.test(lines[after] ?? '');
  for (let line = isItem ? after : after + 1; line < lines.length; line += 1) {
    const match = /^(\s*(?:- +)?)(["']?)([^\s"':#][^"':]*)\2\s*:/.exec(lines[line] ?? '');
    if (match?.[1] === undefined) continue;
    const indent = match[1].length;
    if (indent <= outer) return undefined;
    inner ??= indent;
    if (indent === inner && match[3] === key) return { line, indent };
  }
  return undefined;
}

function findItem(lines: readonly string[], after: number, outer: number, position: number): Found | undefined {
  let seen = -1;
  let inner: number | undefined;
  for (let line = after + 1; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    const indent = text.search(/\S/);
    if (indent < 0) continue;
    const isDash = text.startsWith('- ', indent);
    if (indent < outer || (indent === outer && !isDash)) return undefined;
    if (!isDash) continue;
    inner ??= indent;
    if (indent !== inner) continue;
    seen += 1;
    if (seen === position) return { line, indent };
  }
  return undefined;
}
