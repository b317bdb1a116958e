/** Ordinal words of the five languages, folded, from the first to the twelfth, with their endings. */
const ordinalWords = [
  'first primer primero primera premier premiere primeiro primeira',
  'second seconde deuxieme segundo segunda segon segona',
  'third tercer tercero tercera troisieme terceiro terceira',
  'fourth cuarto cuarta quatrieme quarto quarta quart',
  'fifth quinto quinta cinquieme cinque cinquena',
  'sixth sexto sexta sixieme sise sisena',
  'seventh septimo septima septieme setimo setima sete setena',
  'eighth octavo octava huitieme oitavo oitava vuite vuitena',
  'ninth noveno novena neuvieme nono nona nove',
  'tenth decimo decima dixieme dese desena',
  'eleventh undecimo undecima onzieme onze onzena',
  'twelfth duodecimo duodecima douzieme dotze dotzena',
];

/** Words that are an ordinal in one language and something plainer in another: "eleven", "nine", "seven". */
const ambiguous = new Set(['onze', 'nove', 'sete', 'dotze', 'dese', 'cinque', 'sise']);

const valueOf: ReadonlyMap<string, number> = new Map(
  ordinalWords.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);

const inDigits =
  /(?<![\p{L}\p{N}.,])(\d{1,3})(?:st|nd|rd|th|\.?(?:o|a)|ers?|eres?|res?|e|emes?|ro|do|to|mo|n|t)(?![\p{L}\p{N}])/gu;
const numbered = /(?<!\p{L})(?:no|nr|n°|num|number|numero)\.? ?(\d{1,3})(?!\d)/gu;

/** The value of a folded ordinal word; undefined for other words, also those that are plainer in another language. */
export function ordinalValue(word: string): number | undefined {
  return ambiguous.has(word) ? undefined : valueOf.get(word);
}

/**
 * The ordinals of a folded text, in words ("deuxieme") or digits ("2nd", "14.o", "6e", "no 3"). The first is left out
 * where nothing is counted: "for the first time".
 */
export function ordinalsIn(folded: string): ReadonlySet<number> {
  const digits = [inDigits, numbered].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(([, value]) => Number(value)),
  );
  const words = folded.match(/\p{L}+/gu) ?? [];
  const spelt = words.flatMap((word, index) => {
    const value = ordinalValue(word);
    return value === undefined || (value === 1 && occasions.has(words[index + 1] ?? '')) ? [] : [value];
  });
  return new Set([...digits, ...spelt]);
}

const occasions = new Set(['time', 'times', 'fois', 'vez', 'vegada', 'cop', 'lugar', 'lieu', 'place', 'of']);

const beginning =
  /\b(kick ?off|inaugural\w*|initial|founding|founded|fundador\w*|inici\w*|arranque|lanz\w+|fondat\w+|lancement)\b/;

/** Tells whether a folded text speaks of the ordinal; of the first also where it speaks of a beginning. */
export function tellsOrdinal(folded: string, value: number): boolean {
  return ordinalsIn(folded).has(value) || (value === 1 && beginning.test(folded));
}
