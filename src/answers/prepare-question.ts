import { tokenize } from '../retrieval/tokenize.ts';

/** What a person typed, as a question or as the reason why it is none. */
export type PreparedQuestion =
  | { readonly kind: 'question'; readonly text: string }
  /** A greeting, thanks or a call for help, which deserves a word about what can be asked. */
  | { readonly kind: 'greeting' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'noWords' }
  | { readonly kind: 'tooLong' };

/** Longer messages are not questions; most people need fewer than 200 characters. */
export const questionLimit = 1_000;

const greetings = new Set(
  `hello hi hey dear thanks thank you so much very many please good morning afternoon evening day help ok okay bye
  hola buenas buenos dias tardes noches gracias muchas mil por favor ayuda adios vale
  bonjour bonsoir salut merci beaucoup bien aide au revoir svp
  ola obrigado obrigada bom boa tarde noite muito ajuda adeu gracies moltes bon`.split(/\s+/),
);

/** A sign of comparison ("< 10 and > 5") is no markup. */
const markup = /<(?![\s\d=])[^<>]{0,200}>/g;
/** Soft hyphens, joiners and marks of direction stand within words; a zero-width space parts them. */
const withinWords = /(?!\u200B)\p{Cf}/gu;
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
    .replaceAll(withinWords, '')
    .replaceAll(unseen, ' ')
    .replaceAll(/[*_`~#>|[\]]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return { kind: typed.trim() === '' ? 'empty' : 'noWords' };
  if (text.length > questionLimit) return { kind: 'tooLong' };
  const words = tokenize(text).map(({ folded }) => folded);
  if (words.length === 0) return { kind: 'noWords' };
  return words.every((word) => greetings.has(word)) ? { kind: 'greeting' } : { kind: 'question', text };
}
