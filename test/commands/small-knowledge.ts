import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/language.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { glossaryHead, knowledgeFolder, page } from '../knowledge/knowledge-folder.ts';

const board: Readonly<Record<Language, string>> = {
  en: `## Treasurer of the association {#treasurer}

The treasurer of the association is **Ada Lovelace**.

## Secretary General of the association {#secretary-general}

The Secretary General of the association is **Grace Hopper**.
`,
  es: `## Tesorera de la asociación {#treasurer}

La tesorera de la asociación es **Ada Lovelace**.

## Secretaria General de la asociación {#secretary-general}

La Secretaria General de la asociación es **Grace Hopper**.
`,
  fr: `## Trésorière de l’association {#treasurer}

La trésorière de l’association est **Ada Lovelace**.

## Secrétaire générale de l’association {#secretary-general}

La secrétaire générale de l’association est **Grace Hopper**.
`,
};

const congresses: Readonly<Record<Language, string>> = {
  en: `## Attendance at the Brussels congress of 2023 {#attendance-brussels}

1,400 people from 82 countries attended the congress in Brussels in 2023.

## Attendance at the Seoul congress of 2025 {#attendance-seoul}

900 people from 51 countries attended the congress in Seoul in 2025.

## Place of the congress of 2023 {#place-2023}

The congress of 2023 was held at the Square, in Brussels.

## Place of the congress of 2025 {#place-2025}

The congress of 2025 was held at the Coex, in Seoul.
`,
  es: `## Asistencia al congreso de Bruselas de 2023 {#attendance-brussels}

1.400 personas de 82 países asistieron al congreso de Bruselas en 2023.

## Asistencia al congreso de Seúl de 2025 {#attendance-seoul}

900 personas de 51 países asistieron al congreso de Seúl en 2025.

## Lugar del congreso de 2023 {#place-2023}

El congreso de 2023 se celebró en el Square, en Bruselas.

## Lugar del congreso de 2025 {#place-2025}

El congreso de 2025 se celebró en el Coex, en Seúl.
`,
  fr: `## Participation au congrès de Bruxelles de 2023 {#attendance-brussels}

1 400 personnes de 82 pays ont participé au congrès de Bruxelles en 2023.

## Participation au congrès de Séoul de 2025 {#attendance-seoul}

900 personnes de 51 pays ont participé au congrès de Séoul en 2025.

## Lieu du congrès de 2023 {#place-2023}

Le congrès de 2023 s’est tenu au Square, à Bruxelles.

## Lieu du congrès de 2025 {#place-2025}

Le congrès de 2025 s’est tenu au Coex, à Séoul.
`,
};

const trees: Readonly<Record<Language, string>> = {
  en: `## Countries of the tree project {#countries}

The tree project covers 11 countries across Europe and Asia.

## Cost of the tree project {#cost}

The tree project cost 3 million euros between 2019 and 2025.
`,
  es: `## Países del proyecto de los árboles {#countries}

El proyecto de los árboles abarca 11 países de Europa y Asia.

## Coste del proyecto de los árboles {#cost}

El proyecto de los árboles costó 3 millones de euros entre 2019 y 2025.
`,
  fr: `## Pays du projet des arbres {#countries}

Le projet des arbres couvre 11 pays d’Europe et d’Asie.

## Coût du projet des arbres {#cost}

Le projet des arbres a coûté 3 millions d’euros entre 2019 et 2025.
`,
};

const glossary = `${glossaryHead}| treasurer | tesorera; tesorero | trésorière; trésorier | tresorera; tresorer | tesoureira; tesoureiro | |
| Seoul | Seúl | Séoul | Seül | Seul | |
| Secretary General | Secretaria General; Secretario General | Secrétaire générale; Secrétaire général | | | |
| congress | congreso | congrès | congrés | congresso | |
`;

/** The files of a small knowledge, complete in the three languages. */
export const smallKnowledge: Readonly<Record<string, string>> = Object.fromEntries([
  ['glossary.md', glossary],
  ...Object.entries({ board, congresses, trees }).flatMap(([id, bodies]) =>
    Object.entries(bodies).map(([lang, body]) => [`${lang}/${id}.md`, page({ lang, id, body })]),
  ),
]);

/** The small knowledge as commands get it, read from a real folder. */
export async function openSmallKnowledge() {
  const knowledge = await loadKnowledge(await knowledgeFolder(smallKnowledge), { now: Date.UTC(2026, 10, 22) });
  return { knowledge, retriever: createRetriever(knowledge) };
}
