import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';
import type { PreviewMessages } from './en.ts';

const names: Readonly<Record<Language, string>> = { en: 'anglais', es: 'espagnol', fr: 'français' };
const channels = counter('fr', 'canal', 'canaux');
const characters = counter('fr', 'caractère', 'caractères');
const others = counter('fr', 'de plus', 'de plus');

export const preview: PreviewMessages = {
  title: (title) => `Aperçu : ${title}`,
  intro: 'Voici ce qui sera publié. Rien ne se passe avant votre confirmation.',
  introChange: 'Voici l’annonce modifiée. Les canaux gardent ce qu’ils ont jusqu’à votre confirmation.',
  introApproval: 'Une personne du secrétariat demande votre confirmation. Rien ne se passe avant que vous confirmiez.',
  introWaiting:
    'En attente de la confirmation d’une autre personne du secrétariat : qui l’a rédigée ne peut pas la confirmer.',
  audience: (name, count) => `Public : ${name} (${channels(count)})`,
  whenNow: 'Publication : dès la confirmation',
  when: (time) => `Publication : ${time}`,
  event: 'Événement',
  topics: (list) => `Thèmes : ${list}`,
  reminders: (list) => `Rappels : ${list}`,
  pings: (count) => `Toutes les personnes de ${channels(count)} sont averties.`,
  posts: (count) => `Publiée pour la première fois dans ${channels(count)}`,
  edits: (count) => `Remplace le texte dans ${channels(count)}`,
  removals: (count) => `Retirée de ${channels(count)}`,
  updates: (count) => `Un bref message sur le changement est publié dans ${channels(count)}`,
  reminderMoves: (which, from, to) => `Le rappel ${which} passe du ${from} au ${to}`,
  reminderDropped: (which, time) => `Le rappel ${which} (${time}) n’est pas envoyé`,
  held: (count) => `Rien n’est publié dans ${channels(count)}, faute de texte dans la langue voulue`,
  inLanguage: (language, count) => `${names[language]}, ${channels(count)}`,
  names: (list, more) => (more === 0 ? list : `${list} et ${others(more)}`),
  blocking: 'Avant de pouvoir confirmer',
  warnings: 'À noter',
  noAudience: (name) => `Le public « ${name} » n’existe plus. Veuillez modifier l’annonce et en choisir un autre.`,
  emptyAudience: (name) =>
    `Le public « ${name} » n’a pas de canaux. Veuillez en ajouter avec la commande « audience », ou choisir un autre public.`,
  noAudienceLeft: (name) => `Le public « ${name} » n’a plus de canaux : seuls changent les canaux qui ont une copie.`,
  tooLong: (part, language, platform, length, limit) => {
    const what = { title: 'Le titre', body: 'Le texte', whole: 'L’annonce dans son ensemble' }[part];
    return `${what} en ${names[language]} compte ${characters(length)} ; ${platform} en accepte ${limit}. Veuillez en retirer ${length - limit}.`;
  },
  undecided: (languages, count) =>
    `Il n’y a pas de texte en ${languages}, la langue de ${channels(count)}. Veuillez choisir ce qui s’y passe, ou ajouter le texte. Canaux concernés :`,
  timePassed: (time) =>
    `L’heure de publication, ${time}, est passée. Veuillez en choisir une autre, ou publier dès votre confirmation.`,
  nothing: 'Il n’y a rien à publier ni à modifier.',
  notAnnounced:
    'Rien de cet événement n’a été publié : il n’y a donc rien à annuler dans les canaux. Veuillez annuler l’annonce ; si l’événement a finalement lieu, videz le champ qui l’annule.',
  dropsEvent:
    'Les canaux connaissent un événement dont cette annonce ne parle plus. Personne n’en est averti ; dans les calendriers, il est annulé. S’il n’a pas lieu, veuillez abandonner cette modification et annuler plutôt l’événement.',
  unchecked: (list) =>
    `Vérification impossible pour le moment ; l’annonce y est envoyée quand même, et le rapport dira ce qu’il en est : ${list}`,
  refusedEarlier: (list) => `Une annonce précédente y a été refusée : ${list}`,
  confirmNow: (count) => `Publier maintenant dans ${channels(count)}`,
  confirmAt: (count, time) => `Publier dans ${channels(count)} : ${time}`,
  confirmEdit: (count) => `La modifier dans ${channels(count)}`,
  submit: 'La transmettre pour confirmation',
  edit: 'Modifier le texte',
  cancel: 'Annuler l’annonce',
  discard: 'Abandonner cette modification',
  hold: (count) => `Ne rien publier dans ces ${channels(count)}`,
  useLanguage: (language) => `Y publier le texte en ${names[language]}, avec un avis`,
  sendAtOnce: 'Publier dès que je confirme',
};
