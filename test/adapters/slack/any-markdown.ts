import * as fc from 'fast-check';
import type { BlockContent, ListItem, PhrasingContent, Root, TableRow } from 'mdast';

/** Words that are found again however they were marked up, parted or broken into lines. */
const word = fc.stringMatching(/^[a-zé&<>*_~`!@#|]{1,12}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));
const longWords = fc.array(word, { minLength: 1, maxLength: 900 }).map((list) => list.join(' '));
const anyText = fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: longWords });

const inlines: fc.Arbitrary<PhrasingContent[]> = fc
  .letrec<{ inline: PhrasingContent }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      anyText.map((value): PhrasingContent => ({ type: 'text', value })),
      words.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
      fc.constant<PhrasingContent>({ type: 'break' }),
      fc
        .webUrl()
        .chain((url) =>
          words.map((value): PhrasingContent => ({ type: 'link', url, children: [{ type: 'text', value }] })),
        ),
      fc
        .tuple(fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const), tie('inline'))
        .map(([type, child]): PhrasingContent => ({ type, children: [child] })),
    ),
  }))
  .inline.chain((first) => fc.array(fc.constant(first), { minLength: 1, maxLength: 3 }));

const phrases = fc.array(inlines, { minLength: 1, maxLength: 4 }).map((parts) => parts.flat());
const paragraph = phrases.map((children): BlockContent => ({ type: 'paragraph', children }));
const cells = fc.array(phrases, { minLength: 3, maxLength: 3 });
const row = cells.map((parts): TableRow => ({
  type: 'tableRow',
  children: parts.map((children) => ({ type: 'tableCell', children })),
}));

const table = fc
  .array(row, { minLength: 2, maxLength: 12 })
  .map((children): BlockContent => ({ type: 'table', children }));

const blockOf = (tables: boolean) =>
  fc.letrec<{ block: BlockContent; item: ListItem }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      paragraph,
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), phrases)
        .map(([depth, children]): BlockContent => ({ type: 'heading', depth: depthOf(depth), children })),
      anyText.map((value): BlockContent => ({ type: 'code', value })),
      fc.constant<BlockContent>({ type: 'thematicBreak' }),
      ...(tables ? [table] : []),
      fc
        .array(tie('block'), { minLength: 1, maxLength: 4 })
        .map((children): BlockContent => ({ type: 'blockquote', children })),
      fc
        .tuple(fc.boolean(), fc.integer({ min: 1, max: 20 }), fc.array(tie('item'), { minLength: 1, maxLength: 25 }))
        .map(([ordered, start, children]): BlockContent => ({ type: 'list', ordered, start, spread: false, children })),
    ),
    item: fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((children): ListItem => ({ type: 'listItem', spread: false, children })),
  })).block;

function depthOf(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return ([1, 2, 3, 4, 5, 6] as const)[depth - 1] ?? 1;
}

const bodyOf = (tables: boolean): fc.Arbitrary<Root> =>
  fc.array(blockOf(tables), { minLength: 1, maxLength: 30 }).map((children): Root => ({ type: 'root', children }));

/** Any body that a page or an announcement could have, long and nested ones among them. */
export const anyBody = bodyOf(true);

/** The same without tables, whose cells may be shown in another order than they are written. */
export const anyProse = bodyOf(false);

/** The words of a body in their order, as they stand in its texts. */
export function wordsOf(node: Root | Root['children'][number]): string[] {
  if ('value' in node) return node.type === 'html' ? [] : split(node.value);
  return 'children' in node ? node.children.flatMap(wordsOf) : [];
}

export function split(text: string): string[] {
  return text.split(/\s+/).filter((part) => part !== '');
}
