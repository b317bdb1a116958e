import type { Language } from '../../language.ts';
import type { Messages } from './en.ts';
import { announcing } from './announcing/fr.ts';
import { audience } from './audience/fr.ts';
import { delivery } from './delivery/fr.ts';
import { events } from './events/fr.ts';
import { importing } from './importing/fr.ts';
import { questionWords as questions } from './questions/fr.ts';
import { room } from './room/fr.ts';
import { terminal } from './terminal/fr.ts';
import { web } from './web/fr.ts';

const languageNames: Readonly<Record<Language, string>> = { en: 'anglais', es: 'espagnol', fr: 'français' };

export const fr: Messages = {
  languageName: (language) => languageNames[language],
  answeredIn: (language) => `Je réponds en ${languageNames[language]}, la plus proche des langues que j’écris.`,
  shownIn: (language) => `Cette page n’existe qu’en ${languageNames[language]}.`,
  abstained: (contact) =>
    `Je ne sais pas : je n’ai rien trouvé à ce sujet dans les documents que je connais. Le secrétariat peut vous aider : ${contact}.`,
  suggested: (contact) =>
    `Je ne suis pas assez sûr pour répondre. Voici les sections les plus proches ; si elles ne suffisent pas, le secrétariat peut vous aider : ${contact}.`,
  emptyQuestion: 'Veuillez écrire une question, par exemple l’une de celles-ci :',
  noWords:
    'Je ne trouve pas de mots dans votre message. Posez votre question en une phrase ou avec quelques mots-clés, par exemple :',
  tooLong: (limit) =>
    `Votre message est trop long : je lis jusqu’à ${limit} caractères. Veuillez poser une seule question, en une ou deux phrases.`,
  failed: (contact) =>
    `Un problème est survenu de mon côté et je n’ai pas pu répondre. Veuillez réessayer dans un instant ; si cela se reproduit, écrivez à ${contact}.`,
  unknownSection: 'Cette page n’existe pas. Elle a peut-être changé de nom ; interrogez-moi sur son sujet.',
  unknownCommand: (name, known) => `Je ne connais pas la commande « ${name} ». Je connais : ${known}.`,
  missingOption: (option, command) =>
    `La commande « ${command} » a besoin de « ${option} ». Veuillez réessayer en l’indiquant.`,
  refused: (contact) =>
    `Ceci relève du secrétariat et vous n’en avez pas les droits ici ; rien n’a donc été fait. Si vous en avez besoin, écrivez à ${contact} : le secrétariat peut le faire pour vous ou vous faire accorder les droits.`,
  storeFailed: (contact) =>
    `Ma mémoire est inaccessible pour le moment. Ce que j’ai confirmé auparavant n’est pas perdu. Veuillez réessayer dans quelques minutes ; si cela persiste, écrivez à ${contact}.`,
  wrongChoice: (option, value, choices) =>
    `« ${value} » n’est pas une valeur de « ${option} ». Veuillez choisir parmi : ${choices}.`,
  unknownLanguage: (value) =>
    `« ${value} » n’est pas une langue dans laquelle j’écris. Je réponds en anglais (en), en espagnol (es) et en français (fr).`,
  help: 'Je réponds aux questions sur Metropolis, l’Association mondiale des grandes métropoles, à partir de ses documents : l’association elle-même, le rapport annuel 2023, CLEARING HOUSE, Metropolis Care et la Journée mondiale métropolitaine. Chaque réponse indique sa source ; ce que je ne sais pas, je le dis. Posez vos questions en français, en anglais ou en espagnol.',
  sampleQuestions: [
    'Quelles villes sont devenues membres en 2023 ?',
    'Quels sont les cinq R de la boîte à outils du soin ?',
    'Que sont les forêts urbaines comme solutions fondées sur la nature ?',
    'Qui organise la Journée mondiale métropolitaine ?',
  ],
  sources: 'Sources',
  page: (page) => `p. ${page}`,
  moreInSection: (count) => `… et ${count} de plus dans la section.`,
  wholeSection: 'Lire toute la section',
  announcing,
  delivery,
  audience,
  events,
  importing,
  questions,
  room,
  web,
  terminal,
};
