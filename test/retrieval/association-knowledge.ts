import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/language.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { glossaryHead, knowledgeFolder, page } from '../knowledge/knowledge-folder.ts';

type Bodies = Readonly<Partial<Record<Language, string>>>;

const governance: Bodies = {
  en: `## Offices on the Board of Directors {#offices}

The offices on the Board of Directors are held by these people:

| Office | City | Person |
|---|---|---|
| Presidency | Berlin | Franziska Giffey |
| Women’s network | Brussels | Ans Persoons |
| Youth network | Barcelona | Laia Bonet |

## Duration of the bus pilot {#pilot}

The pilot of electric buses ran in Bogotá August 2018 – November 2020.

## Vice-presidencies by region {#vice-presidencies}

The vice-presidencies by region are:

- Dakar speaks for Africa and reports on markets, ports, nurseries and the fishing quarters of the coast
- Guangzhou speaks for Asia and reports on rivers, factories, bridges and the towers of the delta
- Brussels speaks for Europe and reports on trams, canals, cinemas and the squares of the centre
- Montevideo speaks for South America and reports on beaches, theatres, orchards and the long promenade
`,
  es: `## Cargos de la Junta Directiva {#offices}

Los cargos de la Junta Directiva los ocupan estas personas:

| Cargo | Ciudad | Persona |
|---|---|---|
| Presidencia | Berlín | Franziska Giffey |
| Red de mujeres | Bruselas | Ans Persoons |
| Red de jóvenes | Barcelona | Laia Bonet |

## Duración del piloto de autobuses {#pilot}

El piloto de autobuses eléctricos circuló en Bogotá 2018–2020.

## Vicepresidencias por región {#vice-presidencies}

Las vicepresidencias por región son:

- Dakar habla por África e informa sobre mercados, puertos, guarderías y los barrios de pescadores de la costa
- Cantón habla por Asia e informa sobre ríos, fábricas, puentes y las torres del delta
- Bruselas habla por Europa e informa sobre tranvías, canales, cines y las plazas del centro
- Montevideo habla por América del Sur e informa sobre playas, teatros, huertos y la larga rambla
`,
  fr: `## Fonctions au Conseil d’administration {#offices}

Les fonctions au Conseil d’administration sont exercées par ces personnes :

| Fonction | Ville | Personne |
|---|---|---|
| Présidence | Berlin | Franziska Giffey |
| Réseau des femmes | Bruxelles | Ans Persoons |
| Réseau des jeunes | Barcelone | Laia Bonet |

## Durée du pilote d’autobus {#pilot}

Le pilote d’autobus électriques a circulé à Bogotá août 2018 – novembre 2020.

## Vice-présidences par région {#vice-presidencies}

Les vice-présidences par région sont :

- Dakar parle pour l’Afrique et rend compte des marchés, des ports, des crèches et des quartiers de pêcheurs de la côte
- Canton parle pour l’Asie et rend compte des fleuves, des usines, des ponts et des tours du delta
- Bruxelles parle pour l’Europe et rend compte des trams, des canaux, des cinémas et des places du centre
- Montevideo parle pour l’Amérique du Sud et rend compte des plages, des théâtres, des vergers et de la longue promenade
`,
};

const office: Bodies = {
  en: `## Telephone of the headquarters {#phone}

The telephone of the headquarters is +34 93 342 94 60.

## Foundation of Metropolis {#foundation}

Metropolis was founded in Montréal in 1985.

## Languages of the library {#library}

The library lends books in Catalan.
`,
  es: `## Teléfono de la sede {#phone}

El teléfono de la sede es +34 93 342 94 60.

## Fundación de Metropolis {#foundation}

Metropolis se fundó en Montreal en 1985.
`,
  fr: `## Téléphone du siège {#phone}

Le téléphone du siège est le +34 93 342 94 60.

## Fondation de Metropolis {#foundation}

Metropolis a été fondée à Montréal en 1985.
`,
};

const prizes: Bodies = {
  en: `## Winner of the air prize {#air}

The winner of the air prize is Hanoi.

## Winner of the water prize {#water}

The winner of the water prize is Quito.

## Volunteers of the film festival {#volunteers}

${longProse('The festival of films has room for everyone who likes the cinema and comes early in the evening.', 'The volunteers of the film festival sell the tickets.')}
`,
  es: `## Ganadora del premio del aire {#air}

La ganadora del premio del aire es Hanói.

## Ganadora del premio del agua {#water}

La ganadora del premio del agua es Quito.

## Voluntarios del festival de cine {#volunteers}

${longProse('El festival de películas tiene sitio para todos los que gustan de las salas y llegan pronto por la tarde.', 'Los voluntarios del festival de cine venden las entradas.')}
`,
  fr: `## Lauréate du prix de l’air {#air}

La lauréate du prix de l’air est Hanoï.

## Lauréate du prix de l’eau {#water}

La lauréate du prix de l’eau est Quito.

## Bénévoles du festival du film {#volunteers}

${longProse('La fête des images a de la place pour tous ceux qui aiment les salles et arrivent tôt le soir.', 'Les bénévoles du festival du film vendent les billets.')}
`,
};

function longProse(filler: string, telling: string): string {
  return [...Array.from({ length: 5 }, () => filler), telling, ...Array.from({ length: 5 }, () => filler)].join(' ');
}

const glossary = `${smallKnowledge['glossary.md'] ?? glossaryHead}| association | asociación | association | associació | associação | |
| Board of Directors | Junta Directiva | Conseil d’administration | Junta Directiva | Conselho de Administração | |

## Places

${glossaryHead}| Brussels | Bruselas | Bruxelles | Brussel·les | Bruxelas | |
| Montréal | Montreal | Montréal | Mont-real | Montreal | |
`;

/** The small knowledge with a table, a list, a range of years, a long section and one that is written in English alone. */
const files: Readonly<Record<string, string>> = {
  ...smallKnowledge,
  'glossary.md': glossary,
  ...Object.fromEntries(
    Object.entries({ governance, office, prizes }).flatMap(([id, bodies]) =>
      Object.entries(bodies).map(([lang, body]) => [`${lang}/${id}.md`, page({ lang, id, body })]),
    ),
  ),
};

async function openAssociation() {
  const knowledge = await loadKnowledge(await knowledgeFolder(files), { now: Date.UTC(2026, 10, 22) });
  return { knowledge, retriever: createRetriever(knowledge) };
}

let opened: ReturnType<typeof openAssociation> | undefined;

/** The knowledge and its index, read from a real folder by the first test that asks; nothing changes either. */
export function openedAssociation() {
  return (opened ??= openAssociation());
}
