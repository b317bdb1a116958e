/** What a question can ask for that shows in the form of a text. */
export const evidenceKinds = [
  'number',
  'date',
  'person',
  'agent',
  'place',
  'phone',
  'email',
  'address',
  'link',
  'definition',
  'money',
  'age',
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

const months =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;

const patterns: Readonly<Record<EvidenceKind, (text: string, folded: string) => boolean>> = {
  number: (text) => /\d/.test(text),
  date: (_, folded) => /\b(1[89]|20)\d{2}\b/.test(folded) || (months.test(folded) && /\d/.test(folded)),
  person: (text) => /\p{Lu}\p{Ll}/u.test(text),
  agent: (text) => /\p{Lu}\p{L}/u.test(text),
  // A preposition of place before a capitalised word that is no month.
  place: (text) =>
    [...text.matchAll(/(?<!\p{L})(?:in|at|en|à|au|aux|within|dans)\s(?:the |la |el |le |l['’])?(\p{Lu}\p{L}+)/gu)].some(
      ([, word = '']) => !months.test(word.toLowerCase()),
    ) || /\b\d{5}\b/.test(text),
  phone: (text) => /\+\d[\d ()\u00a0-]{7,}/.test(text),
  email: (text) => /\S+@\S+\.\S+/.test(text),
  address: (text) => /\b\d{5}\b/.test(text),
  definition: (_, folded) =>
    /\b(is|are|was) (a|an|the|one|how)\b|\b(es|son|era) (un|una|unos|unas|el|la|los|las)\b|\b(est|sont|etait) (un|une|des|le|la|les|l)\b|\b(stands? for|means|significa|consiste en|signifie|designe)\b/.test(
      folded,
    ),
  money: (text, folded) => /\d/.test(text) && /[€$£]|\b(euros?|dollars?|dolares|usd|eur)\b/.test(folded),
  age: (text, folded) =>
    /\d/.test(text) && /\b(years old|aged|born|anos de edad|nacio|nacid[oa]|ans|ne en|nee en)\b/.test(folded),
  link: (text) => /https?:\/\/|\b[\w-]+(?:\.[\w-]+)*\.(?:org|eu|net|com)\b/.test(text),
};

/** Tells whether a text holds something of the kind: a figure, a date, a name and so on. */
export function holds(kind: EvidenceKind, text: string, folded: string): boolean {
  return patterns[kind](text, folded);
}

/** The years that a text names; a range (2021–2023) covers every year in it. Years lie between 1800 and 2099. */
export function yearsIn(text: string): Set<number> {
  const years = new Set<number>();
  const year = String.raw`(?<!\d)((?:18|19|20)\d{2})(?!\d)`;
  for (const [, first] of text.matchAll(new RegExp(year, 'g'))) years.add(Number(first));
  // Between the two years of a range there may be months and days: "August 2018 – November 2020".
  for (const [, first, last] of text.matchAll(
    new RegExp(String.raw`${year}\s?[-–—]\s?(?:\d{1,2} )?(?:\p{L}+ )?${year}`, 'gu'),
  )) {
    for (let each = Number(first); each <= Number(last); each += 1) years.add(each);
  }
  return years;
}
