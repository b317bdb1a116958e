import type { EvidenceKind } from './evidence.ts';

/** What a question asks for, as far as its words tell. */
export interface QuestionType {
  /** The form that the answer must have; absent where any sentence can answer. */
  readonly asks?: EvidenceKind;
  /** Asks for all of several things, so that a list answers it and one item does not. */
  readonly wantsList: boolean;
}

// On folded text; the first that matches decides. Spaces stand for word borders.
const kinds: readonly (readonly [EvidenceKind, RegExp])[] = [
  [
    'email',
    / (e ?mail|email|mail|correo|courriel|mel|adresse electronique|correo electronico|endereco eletronico|correu) /,
  ],
  ['phone', / (phone|telephone|tel|telefono|telefon|telefone|numero de telefono|fax|call you|ring) /],
  ['address', / (postal address|street|address|direccion|adresse|adreca|endereco|calle|rue|postcode|zip) /],
  ['age', / (how old|que edad|cuantos anos tiene|quel age|que idade|quants anys te|quantos anos tem|age of|edad de) /],
  [
    'money',
    / (how much money|how much does|how much do|how much is|how much was|cost|costs|salary|salaries|budget|fee|fees|price|cuanto cuesta|cuanto cuestan|cuanto dinero|coste|costo|sueldo|salario|presupuesto|cuota|precio|combien coute|cout|salaire|budget|cotisation|prix|tarif|combien d argent|quanto custa|orcamento|salario|quant costa|pressupost|sou|quota) /,
  ],
  [
    'number',
    / (how many|how much|how big|how large|how long|cuantos|cuantas|cuanto|cuanta|combien|quantos|quantas|quanto|quanta|quants|quantes|quant|percentage|porcentaje|pourcentage|percentatge|proporcion|proportion|numero de|number of|nombre de|nombre d) /,
  ],
  [
    'link',
    / (website|web site|webpage|web page|url|sitio web|pagina web|site web|site internet|lien|enlace|lloc web|site oficial|pagina oficial|web de (la|el|l|las|los)|la web) /,
  ],
  [
    'date',
    / (when|cuando|quand|quando|quan|what year|which year|what date|which date|que ano|en que ano|que fecha|que dia|quelle annee|quelle date|quel jour|que data|quin any|quina data|quin dia|what day|which day|since when|desde cuando|depuis quand) /,
  ],
  [
    'person',
    / (who (is|was|are|were|s)|whose|quien (es|era|fue|son|eran|fueron)|quienes (son|eran|fueron)|qui (est|etait|sont|etaient)|c est qui|quem (e|foi|era|sao)|qui (es|era|va ser|son|eren)|name of the (mayor|president|treasurer)|nombre del (alcalde|presidente)|nom du (maire|president)) /,
  ],
  [
    'agent',
    / (who|whom|quien|quienes|qui|quem|by whom|lequel|which (organisation|organization|institution|body|network|foundation|bank|agency|institute|university|union)|que (organizacion|institucion|fundacion|organismo|red|instituto|universidad|union)|quelle? (organisation|institution|fondation|organisme|reseau|institut|universite|union)) /,
  ],
  [
    'place',
    / (where|donde|adonde|ou|onde|on|which city|what city|que ciudad|quelle ville|quina ciutat|que cidade|which country|que pais|quel pays) /,
  ],
  [
    'definition',
    / (what is|what are|what s|que es|que son|en que consiste|qu est ce que|qu est ce qu|c est quoi|que sont|o que e|o que sao|que es el|que vol dir|what does|que significa|que signifie|que veut dire|definition|definicion) /,
  ],
];

const lists =
  / (who are|who were|quienes|cuales son|cuales|qui sont|quels sont|quelles sont|quem sao|quais|quins son|quines son|quins|quines|list|list of|name the|lista|liste|what are the|which (cities|members|countries|mayors|partners|tools|networks|topics|institutions|projects|organisations|organizations|people)|what (cities|members|topics|tools|services|figures)|que (ciudades|miembros|paises|alcaldes|socios|herramientas|temas|instituciones|proyectos|redes|servicios|personas)|quels|quelles) /;

/** Words that are question words in one language only: `ou` is "where" in French, `on` in Catalan. */
const placeWord: Readonly<Record<string, string>> = { fr: 'ou', ca: 'on' };

/**
 * Reads what is asked for from a question's folded words.
 * @param words the question's words, folded, in order, function words included
 * @param language the question's language, which decides what `ou`, `on` and `qui` mean
 */
export function questionType(words: readonly string[], language: string): QuestionType {
  const line = ` ${words.filter((word) => isMeant(word, words, language)).join(' ')} `;
  const kind = kinds.find(([, pattern]) => pattern.test(line))?.[0];
  const wantsList = lists.test(line);
  return kind === undefined ? { wantsList } : { asks: kind, wantsList };
}

/** Words of headings that announce what a kind of question asks for; folded. */
const announcements: Readonly<Partial<Record<EvidenceKind, RegExp>>> = {
  number:
    /^(number|size|figures?|attendance|growth|numero|tamano|cifras?|asistencia|nombre|taille|chiffres?|effectif|participants?|participantes)$/,
  date: /^(when|date|dates|day|year|duration|deadline|fechas?|dia|ano|plazo|duracion|jour|annee|duree|echeance|calendrier)$/,
  place:
    /^(where|place|places|venue|seat|host|location|lugar|sede|anfitrion|lieu|lieux|siege|hote|address|direccion|adresse)$/,
  agent:
    /^(who|partners?|organisers?|socios?|organizador|organizadores|partenaires?|organisateurs?|quien|qui|author|host|coordinator|coordinador|coordinateur)$/,
  person: /^(who|people|persons?|author|personas?|autor|personnes?|auteur|leader|speakers?)$/,
};

/** Tells whether a word of a heading announces the kind of thing that is asked for ("Number of members", "Sede"). */
export function announces(folded: string, asks: EvidenceKind | undefined): boolean {
  return asks !== undefined && (announcements[asks]?.test(folded) ?? false);
}

function isMeant(word: string, words: readonly string[], language: string): boolean {
  if (word === 'ou' || word === 'on') {
    // As conjunction or preposition these stand inside a question, as question words at its beginning or after one.
    return placeWord[language] === word && words.indexOf(word) <= 2;
  }
  return word !== 'qui' || language === 'fr' || language === 'ca';
}
