/** A number and the noun that it counts have at most this many words between them: "322 local and regional leaders". */
const gap = String.raw`(?:[\p{L}’'-]+ ){0,4}?`;
const figure = String.raw`(?:\d[\d.,\u00a0\u202f ]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|deux|trois|quatre|cinq|sept|huit|neuf|dix|hundreds?|thousands?|cientos|miles|centaines?|milliers?)\b) ?`;

const people = String.raw`people|persons?|participants?|attendees?|delegates?|visitors?|guests?|speakers?|staff|employees?|workers?|caregivers?|residents?|women|men|girls?|boys?|students?|learners?|officials?|mayors?|leaders?|representatives?|experts?|professionals?|users?|citizens|trainees?|members of staff|personas?|asistentes|participantes|asistencias?|delegad[oa]s?|visitantes|oradore?s?|ponentes|empleados?|trabajador(?:a?s|es)|cuidadora?s|residentes|mujeres|hombres|ninas?|ninos?|estudiantes|alcaldes|alcaldesas|lideres|representantes|expert[oa]s|profesionales|usuari[oa]s|personnes?|gens|delegue?e?s|visiteurs|orateurs|intervenants?|employes|salaries|aidants?|aidantes|habitantes|femmes|hommes|filles|garcons|etudiants|maires|dirigeants|representants|professionnels|usagers|habitants?|inhabitants`;

/** What people count in which no glossary is needed: as it is asked, and as texts say it beside a figure; folded. */
const countedNouns: readonly (readonly [asked: string, told: string])[] = [
  [
    'people|persons?|attendees|participants|delegates|personas|gente|asistentes|participantes|personnes|gens|pessoas|persones|gent|assistents',
    people,
  ],
  [
    'inhabitants|residents|population|habitantes|residentes|poblacion|habitants|residents|poblacio|populacao|moradores',
    String.raw`people|inhabitants|residents|citizens|personas|habitantes|residentes|personnes|habitants|residents|of the population|de la poblacion|de la population|de personnes|de personas`,
  ],
  ['percentage|percent|porcentaje|pourcentage|percentatge|percentagem', '%|per ?cent|por ciento|pour cent'],
  ['years?|anos?|ans|annees|anys', 'years?|anos?|ans?|annees?'],
  ['months?|mes|meses|mois|mesos', 'months?|mes|meses|mois'],
  ['weeks?|semanas?|semaines?|setmanes', 'weeks?|semanas?|semaines?'],
  ['days?|dias?|jours?|dies', 'days?|dias?|jours?'],
  ['hours?|horas?|heures?|hores', 'hours?|horas?|heures?|h'],
  ['kilomet(?:er|re|ro)s?|quilomet(?:re|ro)s?|km', 'km|kilomet(?:er|re|ro)s?'],
];

const counting = String.raw`\b(?:how many|percentage|cuant[oa]s?|combien d(?:e|es)?|quant[oa]s?|quants|quantes|what|que|quel|quin|numero de|number of|nombre de)\b[ ’'](?:\p{L}+ )?`;

const distances: readonly [asked: RegExp, told: RegExp] = [
  /\bhow (?:far|tall|wide|high|deep)\b|\b(?:a )?qu[ei]l?l?e? (?:distan\w+|altura|anchura|hauteur|largeur|profond\w+)/u,
  new RegExp(`${figure}(?:km|m|cm|kilomet(?:er|re|ro)s?|met(?:er|re|ro)s?|minut(?:e|o)s?)(?!\\p{L})`, 'u'),
];

const patterns = countedNouns.map(
  ([asked, told]) =>
    [
      new RegExp(`${counting}(?:${asked})(?!\\p{L})`, 'u'),
      new RegExp(`${figure}${gap}(?:d[’'])?(?:${told})(?!\\p{L})`, 'u'),
    ] as const,
);

/**
 * How texts say, beside a figure, what a folded question counts: people, a share, a length of time, kilometres. Undefined
 * where it counts something else.
 */
export function countedForm(question: string): RegExp | undefined {
  return [...patterns, distances].find(([asked]) => asked.test(question))?.[1];
}
