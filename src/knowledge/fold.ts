/** The text without case and diacritics, so that `Montréal` and `MONTREAL` are the same name. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most words are plain, and decomposing is what takes the time.
  return isPlain.test(lower) ? lower : lower.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

const isPlain = /^[a-z0-9 -]*$/;
