import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';
import type { AnnouncementFormMessages } from './en.ts';

const names: Readonly<Record<Language, string>> = { en: 'anglais', es: 'espagnol', fr: 'français' };
const channels = counter('fr', 'canal', 'canaux');

export const form: AnnouncementFormMessages = {
  newTitle: 'Nouvelle annonce',
  changeTitle: 'Modifier l’annonce',
  submit: 'Aperçu',
  title: (language) => `Titre (${names[language]})`,
  body: (language) => `Texte (${names[language]})`,
  bodyHint: 'Markdown : **gras**, listes, [liens](https://…). Laissez vides les langues inutilisées.',
  audience: 'Public',
  audienceHint: 'Le groupe de canaux qui reçoit l’annonce.',
  audienceChoice: (name, count) => `${name} (${channels(count)})`,
  topics: 'Thèmes',
  topicsHint: 'Avec des virgules. Les canaux à thèmes la reçoivent si l’un des leurs figure ici ; vide : tous.',
  publishAt: 'Quand la publier',
  publishAtHint: 'Par exemple « 2027-10-07 10:00 » ou « demain à 18 h » ; vide : dès que vous aurez confirmé.',
  zone: 'Fuseau horaire',
  zoneHint: 'Le fuseau de toutes les heures de ce formulaire, par exemple Europe/Madrid.',
  start: 'Événement : début',
  startHint: 'Seulement pour un événement, par exemple « 2027-10-07 10:00 ».',
  end: 'Événement : fin',
  place: 'Événement : lieu',
  link: 'Événement : lien',
  linkHint: 'Une adresse qui commence par https://.',
  cancelled: 'L’événement est annulé',
  cancelledHint: 'Toutes les copies le disent, un bref message paraît, les rappels ne partent plus.',
  reminders: 'Rappels avant l’événement',
  reminder: { '7d': '7 jours avant', '1d': '1 jour avant', '1h': '1 heure avant' },
  missing: 'Canaux dans une langue sans texte',
  missingHint: 'Vous pourrez aussi en décider en voyant l’aperçu.',
  missingHold: 'Ne rien y publier',
  missingLanguage: (language) => `Y publier le texte en ${names[language]}, avec un avis`,
  pings: 'Avertir toutes les personnes des canaux',
  pingsHint: 'À employer rarement : les téléphones sonnent aussi. Une seconde confirmation vous sera demandée.',
  opened: 'Veuillez rédiger l’annonce. Rien n’est publié avant que vous n’ayez vu l’aperçu et confirmé.',
  openedChange: 'Veuillez modifier ce qui doit l’être. Rien ne change dans les canaux avant votre confirmation.',
  problems: (count) =>
    count === 1
      ? 'Un point est à corriger ; tout ce que vous avez écrit est conservé :'
      : `${count} points sont à corriger ; tout ce que vous avez écrit est conservé :`,
  fileProblems: (count) =>
    count === 1
      ? 'Un point est à corriger dans le fichier. Rien n’a été enregistré :'
      : `${count} points sont à corriger dans le fichier. Rien n’a été enregistré :`,
  line: (line, message) => `Ligne ${line} : ${message}`,
  labelled: (label, message) => `${label} : ${message}`,
  pingRefused: (role) =>
    `Vous ne pouvez pas avertir tout le monde : il faut pour cela le rôle « ${role} ». Désactivez l’option, ou demandez à une personne qui a ce rôle de rédiger l’annonce.`,
  noAudience:
    'Il n’y a pas encore de public, et une annonce en a besoin. Créez-en d’abord un avec la commande « audience » : action add, un nom, un canal et sa langue.',
};
