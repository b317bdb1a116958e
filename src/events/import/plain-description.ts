/** Marks that programs put into descriptions; what stands between other brackets is words. */
const markup =
  /<\/?(?:a|b|blockquote|body|br|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|ol|p|pre|s|span|strong|table|tbody|td|th|tr|u|ul)(?=[\s/>])[^<>]*>/gi;
/** Lines with which Google fences in what it adds itself, such as the way to a video call. */
const fences = /^-::[~:]+-?[ \t]*$\n?/gm;
const lineEnds = /^<(?:br|hr)\b|^<\/(?:div|tr)\b/i;
const blockEnds = /^<\/(?:p|h[1-6]|ul|ol|blockquote|pre|table)\b/i;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * A description without markup: calendars of Google write that of a web page where a plain text should stand. Addresses of links
 * are kept; a text without such marks stays as it is.
 */
export function plainDescription(description: string): string {
  const text = description.replaceAll(fences, '');
  if (text.search(markup) === -1) return text;
  return text
    .replaceAll(/<a\s[^<>]*?href\s*=\s*"([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi, (_, url: string, words: string) =>
      words.trim() === '' || words.trim() === url ? url : `${words} (${url})`,
    )
    .replaceAll(/<li(?=[\s>])[^<>]*>/gi, '\n- ')
    .replaceAll(markup, (mark) => (blockEnds.test(mark) ? '\n\n' : lineEnds.test(mark) ? '\n' : ''))
    .replaceAll(/&(?:#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/g, (whole, code: string | undefined, name = '') => {
      if (code !== undefined) return Number(code) <= 0x10_ff_ff ? String.fromCodePoint(Number(code)) : whole;
      return entities[String(name)] ?? whole;
    })
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
