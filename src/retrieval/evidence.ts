/** What a question can ask for that shows in the form of a text. */
export const evidenceKinds = [
  'number',
  'date',
  'person',
  'agent',
  'name',
  'place',
  'phone',
  'email',
  'address',
  'link',
  'definition',
  'reason',
  'frequency',
  'topic',
  'money',
  'age',
  'duration',
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

const months =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre)\b/;

type FormKind =
  | 'frequency'
  | 'reason'
  | 'topic'
  | 'phone'
  | 'email'
  | 'address'
  | 'definition'
  | 'money'
  | 'age'
  | 'link';

const patterns: Readonly<Record<FormKind, (text: string, folded: string) => boolean>> = {
  phone: (text) => /\+\d[\d ()\u00a0-]{7,}/.test(text),
  email: (text) => /\S+@\S+\.\S+/.test(text),
  address: (text) => /\b\d{5}\b/.test(text),
  definition: (_, folded) =>
    /\b(is|are|was) (a|an|the|one|how)\b|\b(es|son|era) (un|una|unos|unas|el|la|los|las)\b|\b(est|sont|etait) (un|une|des|le|la|les|l)\b|\b(stands? for|means|significa|consiste en|signifie|designe)\b/.test(
      folded,
    ),
  reason: (_, folded) =>
    /\b(because|reasons?|so that|in order to|purpose|aims?|porque|razon(es)?|motivos?|para que|objetivos?|parce qu|raisons?|afin|objectifs?)\b/.test(
      folded,
    ),
  topic: (_, folded) =>
    /\b(theme|topics?|subject|about|dealt|deals|on the|title|called|temas?|asuntos?|sobre|trat(a|o|aba)|titul\w+|themes?|sujets?|portait|porte|intitule\w*|consacre\w*)\b/.test(
      folded,
    ),
  frequency: (_, folded) =>
    recurs(folded) || /\b(times|every|each|veces|cada|fois|chaque|tous les|toutes les)\b/.test(folded),
  money: (text, folded) => /\d/.test(text) && /[€$£]|\b(euros?|dollars?|dolares|usd|eur)\b/.test(folded),
  age: (text, folded) =>
    /\d/.test(text) && /\b(years old|aged|born|anos de edad|nacio|nacid[oa]|ans|ne en|nee en)\b/.test(folded),
  link: (text) => /https?:\/\/|\b[\w-]+(?:\.[\w-]+)*\.(?:org|eu|net|com)\b/.test(text),
};

/** Tells whether a text has the form of the kind: a date, a telephone number and so on. */
export function hasForm(kind: FormKind, text: string, folded: string): boolean {
  return patterns[kind](text, folded);
}

/** Tells whether a text names a month with a number, or a year that is none of those given. */
export function holdsDate(text: string, otherThan: ReadonlySet<number>): boolean {
  return (
    (months.test(text.toLowerCase()) && /\d/.test(text)) || [...yearsIn(text)].some((year) => !otherThan.has(year))
  );
}

const recurring =
  /\b(each|every) (year|month)|\byearly|\bannual|\bcada (ano|mes)|\banual|\bchaque (annee|mois)|\bannuel/;

/** Tells whether a folded text speaks of something that comes again and again. */
export function recurs(folded: string): boolean {
  return recurring.test(folded);
}

export function isMonth(folded: string): boolean {
  return months.test(folded);
}

const year = String.raw`(?<!\d)((?:18|19|20)\d{2})(?!\d)`;
const singleYear = new RegExp(year, 'g');
// Between the two years of a range there may be months and days: "August 2018 – November 2020".
const yearRange = new RegExp(String.raw`${year}\s?[-–—]\s?(?:\d{1,2} )?(?:de )?(?:\p{L}+ )?(?:de )?${year}`, 'gu');
const noYears: ReadonlySet<number> = new Set();

/** The years that a text names; a range (2021–2023) covers every year in it. Years lie between 1800 and 2099. */
export function yearsIn(text: string): ReadonlySet<number> {
  const named = [...text.matchAll(singleYear)].map(([, found]) => Number(found));
  if (named.length === 0) return noYears;
  const years = new Set(named);
  for (const [, first, last] of text.matchAll(yearRange)) {
    for (let each = Number(first); each <= Number(last); each += 1) years.add(each);
  }
  return years;
}
