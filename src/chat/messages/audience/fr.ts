import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';
import type { AudienceMessages } from './en.ts';

const names: Readonly<Record<Language, string>> = { en: 'anglais', es: 'espagnol', fr: 'français' };
const channels = counter('fr', 'canal', 'canaux');

export const audience: AudienceMessages = {
  listTitle: 'Publics',
  none: 'Il n’y a encore aucun public. Un public est un groupe de canaux qui porte un nom, comme « members-es » ; les annonces sont envoyées à des publics.',
  line: (count, languages) => (count === 0 ? 'aucun canal' : `${channels(count)} (${languages})`),
  open: (name) => `Afficher ${name}`,
  addTo: (name) => `Ajouter un canal à ${name}`,
  addAny: 'Ajouter un canal',
  showTitle: (name) => `Public ${name}`,
  empty: 'Ce public n’a pas de canaux : rien ne serait publié.',
  inLanguage: (language) => names[language],
  topics: (topics) => `sujets : ${topics}`,
  more: (count) => `… et ${channels(count)} de plus.`,
  refused: 'la plateforme a refusé ici la dernière publication',
  crossposting: (on) =>
    on
      ? 'Ce qui est publié dans les canaux d’annonces est transmis aux serveurs qui les suivent.'
      : 'Ce qui est publié dans les canaux d’annonces n’est pas transmis aux serveurs qui les suivent.',
  crosspostSet: (name, on) =>
    on
      ? `Désormais, ce qui est publié pour ${name} dans les canaux d’annonces est transmis aux serveurs qui les suivent.`
      : `Désormais, ce qui est publié pour ${name} dans les canaux d’annonces reste dans ces canaux.`,
  crosspostButton: (on) => (on ? 'Transmettre aux serveurs abonnés' : 'Ne pas transmettre aux serveurs abonnés'),
  nameMissing: (known) => `Veuillez indiquer le public. Il existe : ${known}.`,
  nameEmpty: 'Veuillez donner un nom au public, par exemple « members-es ».',
  nameWrong: (name) =>
    `« ${name} » ne peut pas être le nom d’un public : il se compose de lettres minuscules (a–z), de chiffres et de traits d’union, 40 au plus. Essayez par exemple « members-es ».`,
  unknown: (name, known) => `Il n’y a pas de public « ${name} ». Il existe : ${known}.`,
  noneKnown: 'aucun pour l’instant',
  channelMissing: 'Veuillez indiquer le canal, sous la forme plateforme:canal.',
  channelWrong: (value, platforms) =>
    `« ${value} » n’est pas l’adresse d’un canal. Elle a la forme plateforme:canal, et la plateforme est l’une de celles-ci : ${platforms}.`,
  platformUnknown: (platform, platforms) =>
    `La plateforme « ${platform} » n’est pas connectée. Sont connectées : ${platforms}.`,
  languageMissing: 'Veuillez choisir la langue dans laquelle le canal lit.',
  topicsWrong: (value) =>
    `« ${value} » ne peut pas être un sujet : un sujet compte 40 caractères au plus. Les sujets sont séparés par des virgules.`,
  crosspostMissing: 'Veuillez indiquer si les publications sont transmises : crosspost true ou crosspost false.',
  added: (channel, name, language) => `${channel} appartient désormais à ${name} et lit en ${names[language]}.`,
  changed: (channel, name, language) =>
    `${channel} appartenait déjà à ${name} ; il lit désormais en ${names[language]}.`,
  removed: (channel, name) => `${channel} n’appartient plus à ${name}. Ce qui y a été publié demeure.`,
  notIn: (channel, name) => `${channel} n’appartient pas à ${name} ; rien n’a été modifié.`,
  removeButton: (channel) => `Retirer ${channel}`,
  removeAllButton: (name, count) => `Oui, supprimer ${name} avec ${channels(count)}`,
  removeAll: (name, count) =>
    `Le public ${name} serait supprimé avec ${channels(count)}. Ce qui a été publié demeure ; les brouillons destinés à ${name} auront besoin d’un autre public.`,
  deleted: (name) => `Le public ${name} est supprimé.`,
  warning: {
    notInChannel: 'L’assistant n’est pas dans ce canal : invitez-le, sinon rien ne pourra y être publié.',
    noSuchChannel:
      'L’assistant ne voit pas ce canal. L’adresse est peut-être mal saisie, ou le canal est privé : dans ce cas, invitez l’assistant.',
    archived: 'Ce canal est archivé : rien ne peut y être publié.',
    noPermission:
      'L’assistant n’a pas le droit de publier dans ce canal : accordez-lui l’autorisation d’y envoyer des messages.',
    noEvents:
      'L’assistant n’a pas le droit de créer des événements dans ce calendrier : accordez-lui l’autorisation d’y créer des événements.',
    other: 'Rien ne peut être publié dans ce canal pour le moment ; l’aperçu d’une annonce le vérifiera de nouveau.',
    unchecked:
      'Il n’a pas été possible de vérifier à l’instant si l’assistant peut y publier ; l’aperçu d’une annonce le vérifiera de nouveau.',
  },
  formTitle: 'Ajouter un canal à un public',
  formSubmit: 'Ajouter',
  formIntro: 'Veuillez indiquer où vont les annonces destinées à ce public. Rien n’est publié.',
  formProblems: 'Un point est à corriger ; ce que vous avez écrit est conservé.',
  field: { name: 'Public', channel: 'Canal', language: 'Langue', topics: 'Sujets' },
  nameHint: 'Un public qui existe ou un nouveau : minuscules, chiffres, traits d’union, comme members-es.',
  channelHint: (platforms) => `La forme est plateforme:canal ; sont connectées : ${platforms}.`,
  languageHint: 'Les annonces y sont publiées dans cette langue.',
  topicsHint: 'Seulement si le canal ne veut pas tout recevoir ; séparés par des virgules.',
  channelLanguage: (channel, language) =>
    `Dans ${channel}, je parle ${names[language]} lorsque la langue de la personne ne peut pas être déterminée.`,
  channelNoLanguage: (channel) =>
    `${channel} n’a pas de langue propre : je parle anglais lorsque la langue de la personne ne peut pas être déterminée.`,
  channelNeeded: 'Veuillez indiquer le canal (plateforme:canal) ou donner cette commande dans le canal même.',
};
