import type { Language } from '../../language.ts';
import type { Messages } from './en.ts';
import { announcing } from './announcing/fr.ts';
import { delivery } from './delivery/fr.ts';
import { room } from './room/fr.ts';

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
  room,
  web: {
    name: 'Assistant de Metropolis',
    welcome: 'Que souhaitez-vous savoir ?',
    skipToQuestion: 'Aller au champ de la question',
    skipToContent: 'Aller au contenu',
    language: 'Langue',
    newConversation: 'Nouvelle conversation',
    conversation: 'Conversation',
    question: 'Votre question',
    placeholder: 'Posez votre question…',
    send: 'Envoyer',
    keys: 'Entrée envoie ; Maj et Entrée commencent une nouvelle ligne.',
    advice: 'Les réponses citent des documents de Metropolis : vérifiez la source.',
    youAsked: 'Vous avez demandé :',
    searching: 'Recherche dans les documents…',
    original: (host) => `Original sur ${host}`,
    table: 'Tableau',
    ask: 'Poser une question',
    back: 'Retour à la conversation',
    onThisPage: 'Sur cette page',
    unreachable:
      'L’assistant est injoignable pour le moment. Votre question est restée dans le champ : veuillez réessayer.',
    tooLarge: 'Votre message est trop volumineux. Veuillez poser une seule question, en une ou deux phrases.',
    notFoundTitle: 'Cette page n’existe pas',
    notFound: 'L’adresse est peut-être mal saisie, ou la page a changé de nom. Posez une question sur son sujet.',
    methodTitle: 'Cette adresse fonctionne autrement',
    method: 'La page existe, mais elle ne s’utilise pas ainsi. Revenez à la conversation et réessayez à partir de là.',
    forbiddenTitle: 'La demande a été refusée',
    forbidden: 'Elle ne venait pas d’une page de l’assistant. Posez votre question dans la conversation.',
    misdirected:
      'L’assistant ne répond pas à cette adresse. Utilisez celle que vous a donnée la personne qui l’administre.',
    failedTitle: 'Un problème est survenu de notre côté',
    failed: 'La page n’a pas pu être affichée. Veuillez réessayer dans un instant.',
  },
  terminal: {
    instructions: 'Écrivez une question, ou le numéro d’une suggestion. /help · /lang en|es|fr · /quit',
    languageSet:
      'Désormais, je vous écris en français. Une question posée dans une autre langue que j’écris reçoit sa réponse dans cette langue.',
    goodbye: 'Au revoir.',
  },
};
