import { tokenize } from '../retrieval/tokenize.ts';

/** What a person typed, as a question or as the reason why it is none. */
export type PreparedQuestion =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'noWords' }
  | { readonly kind: 'tooLong' };

/** Longer messages are not questions; most people need fewer than 200 characters. */
export const questionLimit = 1_000;

const markup = /<[^<>]{0,200}>/g;
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;

/**
 * Removes what is not the person's words: control and invisible characters, markup and mentions (`<@U123>`, `<b>`), the
 * marks of markdown, superfluous white space.
 */
export function prepareQuestion(typed: string): PreparedQuestion {
  // Far beyond the limit nothing is looked at, so that a message of any length costs the same.
  const text = typed
    .slice(0, 20 * questionLimit)
    .replaceAll(markup, ' ')
    .replaceAll(unseen, ' ')
    .replaceAll(/[*_`~#>|[\]]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return { kind: typed.trim() === '' ? 'empty' : 'noWords' };
  if (text.length > questionLimit) return { kind: 'tooLong' };
  return tokenize(text).length === 0 ? { kind: 'noWords' } : { kind: 'question', text };
}
