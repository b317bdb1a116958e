import { safeCut } from './text.ts';

/** A text in parts, and what stands between each and the next: put together again it is the same to the character. */
export interface TextParts {
  readonly parts: readonly string[];
  readonly joints: readonly string[];
}

/** White space of no more than this is kept beside the parts; forms may take it away at the ends of a field. */
const longestJoint = 40;

/** What stands where a part was added that was not there before: it begins a paragraph of its own. */
const newJoint = '\n\n';

/** Where a text is best parted: between paragraphs, lines, sentences or words. */
const borders = [/\n\s*\n/, /\n/, /(?<=[.!?…:;])\s/, /\s/];

/** From where on a part may end, as a share of its longest length: so that a text needs few parts, or at least no word is cut. */
const earliestEnds = [5 / 6, 1 / 2];

/** A text in parts of at most `length` characters, of which each but the last is as long as a good border allows. */
export function splitText(text: string, length: number): TextParts {
  const parts: string[] = [];
  const joints: string[] = [];
  let rest = text;
  while (rest.length > length) {
    const [end, next] = borderIn(rest, length);
    parts.push(rest.slice(0, end));
    joints.push(rest.slice(end, next));
    rest = rest.slice(next);
  }
  return { parts: [...parts, rest], joints };
}

/** The whole of what `splitText` gave, or of what somebody made of its parts; parts that are empty are left out. */
export function joinText({ parts, joints }: TextParts): string {
  return parts.reduce((text, part, index) => {
    if (part === '' || text === '') return text + part;
    return text + (joints[index - 1] ?? newJoint) + part;
  }, '');
}

/** Where the first part ends and the next one begins. */
function borderIn(text: string, length: number): readonly [end: number, next: number] {
  const spaces = [...text.slice(0, length + longestJoint + 1).matchAll(/\s+/g)]
    .map((match) => ({ end: match.index, next: match.index + match[0].length }))
    .filter(({ end, next }) => end <= length && next - end <= longestJoint && next < text.length);
  for (const earliest of earliestEnds) {
    const late = spaces.filter(({ end }) => end >= length * earliest);
    for (const border of borders) {
      const best = late.findLast(({ end, next }) => border.test(text.slice(end - 1, next)));
      if (best !== undefined) return [best.end, best.next];
    }
  }
  const cut = safeCut(text, length);
  return [cut, cut];
}
