const numberWords = [
  'two dos deux dois duas dues',
  'three tres trois',
  'four cuatro quatre quatro',
  'five cinco cinq cinc',
  'six seis sis',
  'seven siete sept sete set',
  'eight ocho huit oito vuit',
  'nine nueve neuf nove nou',
  'ten diez dix dez deu',
];

const valueOf: ReadonlyMap<string, number> = new Map(
  numberWords.flatMap((words, index) => words.split(' ').map((word) => [word, index + 2] as const)),
);

const asking =
  /(?:^|[^\p{L}])(?:which|name(?: the)?|names? of(?: the)?|nombres? de (?:los|las)|noms? de(?:s| les)|noms? dels|nomes? d[oa]s|list(?: the)?|what are(?: the)?|who are(?: the)?|que|cuales son (?:los|las)|quienes son (?:los|las)|quel(?:le)?s(?: sont les)?|qui sont les|quais(?: sao)? (?:os|as)|quins son els|quines son les) (\d{1,3}|\p{L}+) (?!of|de|percent)\p{L}/gu;

/**
 * How many things a folded question wants to be named: 2 in "Which two cities …?". Undefined where it gives no number.
 */
export function askedCount(folded: string): number | undefined {
  for (const [, number = ''] of folded.matchAll(asking)) {
    const value = /^\d/.test(number) ? Number(number) : valueOf.get(number);
    if (value !== undefined && value > 1) return value;
  }
  return undefined;
}
