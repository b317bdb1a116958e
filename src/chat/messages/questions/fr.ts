import { counter } from '../counter.ts';
import type { QuestionMessages } from './en.ts';

const questions = counter('fr', 'question', 'questions');
const subjects = counter('fr', 'sujet', 'sujets');
const more = counter('fr', 'autre sujet', 'autres sujets');

export const questionWords: QuestionMessages = {
  forward: 'Envoyer cette question au secrétariat, avec mon nom',
  forwarded:
    'Votre question est en route vers le secrétariat, avec votre nom. La réponse vous parviendra dans un message de ma part.',
  forwardedBefore:
    'Le secrétariat a déjà reçu cette question de votre part. La réponse vous parviendra dans un message de ma part.',
  forwardUnavailable: (contact) =>
    `Je ne peux pas transmettre de questions d’ici. Veuillez écrire au secrétariat : ${contact}.`,
  forwardFailed: (contact) =>
    `Le canal du secrétariat est inaccessible pour le moment ; votre question n’a donc pas été envoyée. Veuillez écrire à ${contact}.`,
  forwardTitle: (name) => `Question de ${name}`,
  forwardHint:
    'Répondez dans le fil de ce message : ce que vous y écrivez est envoyé à la personne qui a posé la question.',
  somebody: 'un membre',
  relayTitle: 'Réponse du secrétariat',
  relayed: 'Votre réponse est en route vers la personne qui a posé la question.',
  relayedBefore: 'Cette réponse a déjà été transmise.',
  relayEmpty: 'Votre réponse ne contient pas de mots ; rien n’a donc été transmis.',
  relayTooLong: (length, limit) =>
    `Votre réponse n’a pas été transmise : elle compte ${length} caractères, et ${limit} au plus peuvent être envoyés. Veuillez l’envoyer en plusieurs parties.`,
  relayUnknown:
    'Ce message n’est pas une question que j’ai transmise, ou je ne sais plus qui l’a posée. Rien n’a été envoyé ; veuillez écrire directement à la personne.',
  relayUnreachable:
    'Rien n’a été envoyé : la plateforme sur laquelle la question a été posée n’est plus connectée. Veuillez écrire directement à la personne.',
  thanks: 'Merci. Il est bon de savoir que la réponse vous a aidé.',
  thanksForTrouble: (contact) =>
    `Merci. Ce qui n’a pas aidé est recueilli afin d’améliorer les documents. Le secrétariat peut vous aider dès maintenant : ${contact}.`,
  unknownQuestion:
    'Je ne me souviens plus de cette réponse et n’ai donc pas pu noter votre avis. Veuillez poser de nouveau votre question.',
  commentTooLong: (length, limit) =>
    `Votre commentaire compte ${length} caractères ; je peux en conserver ${limit} au plus. Veuillez le raccourcir et l’envoyer de nouveau.`,
  gapsTitle: 'Ce que les membres ont demandé sans l’obtenir',
  gapsNone:
    'Rien : toutes les questions dont je me souviens ont reçu une réponse, et personne n’a dit que l’une d’elles ne l’avait pas aidé.',
  gapsFound: (asked, groups) => `${questions(asked)} sur ${subjects(groups)}, en commençant par les plus récentes.`,
  gapsAsked: (count) => questions(count),
  gapsLast: (date) => `la dernière le ${date}`,
  gapsNotHelpful: (count) => `réponse qui n’a pas aidé : ${count}`,
  gapsNear: (section) => `Près de « ${section} »`,
  gapsNearNothing: 'Près de rien de ce que contiennent les documents',
  gapsComment: (comment) => `« ${comment} »`,
  gapsMore: (count) => `… et ${more(count)}. « npm run gaps » les montre tous.`,
  gapsUndelivered: 'Ceci n’est pas arrivé :',
  gapsLost: {
    question: (question) => `la question « ${question} » au canal du secrétariat`,
    answer: (question) => `la réponse à « ${question} » à la personne qui l’a posée`,
  },
  gapsRetry: 'Envoyer de nouveau',
  gapsRetried: 'Ce qui n’était pas arrivé est de nouveau en route.',
  gapsNothingToRetry: 'Tout est arrivé : il n’y a rien à envoyer de nouveau.',
  gapsNoTexts:
    'Les mots des questions ne sont pas conservés ; seule la section la plus proche est donc indiquée. Pour les conserver, la personne qui administre l’assistant règle KEEP_QUESTIONS=true et en informe les membres.',
};
