import { form } from '../announcement-form/fr.ts';
import { counter } from '../counter.ts';
import { preview } from '../preview/fr.ts';
import { report } from '../report/fr.ts';
import type { AnnouncingMessages } from './en.ts';

const channels = counter('fr', 'canal', 'canaux');
const copies = counter('fr', 'copie', 'copies');
const deliveries = counter('fr', 'envoi', 'envois');
const announcements = counter('fr', 'annonce', 'annonces');

export const announcing: AnnouncingMessages = {
  form,
  preview,
  report,
  refused: (contact) =>
    `Les annonces relèvent du secrétariat. Si quelque chose doit être annoncé, veuillez écrire à ${contact}.`,
  pingRefused: (role) =>
    `Cette annonce avertit tout le monde, ce qui demande le rôle « ${role} ». Veuillez désactiver cette option dans l’annonce, ou demander à une personne qui a ce rôle de la confirmer.`,
  ownApproval:
    'Une autre personne du secrétariat doit confirmer cette annonce : qui l’a rédigée ou transmise ne le peut pas. Elle se trouve dans la liste des annonces.',
  unknownAnnouncement: (id) => `L’annonce « ${id} » n’existe pas. Veuillez en choisir une dans la liste des annonces.`,
  missingId: 'Veuillez indiquer de quelle annonce il s’agit : choisissez-la dans la liste des annonces.',
  unknownAction: (action, known) => `« ${action} » n’est pas possible pour une annonce. Sont possibles : ${known}.`,
  wrongRevision: (value) =>
    `« ${value} » n’est pas le numéro d’une révision. Veuillez ouvrir l’annonce depuis la liste et l’y modifier.`,
  seeList: 'Liste des annonces',
  closedCancelled: 'Cette annonce a été annulée et ne peut plus être modifiée. Veuillez en rédiger une nouvelle.',
  closedRetracted: 'Cette annonce a été retirée et ne peut plus être modifiée. Veuillez en rédiger une nouvelle.',
  changedMeanwhile:
    'Une autre personne a modifié cette annonce entre-temps. Ce que vous avez écrit est conservé ici ; si vous l’envoyez de nouveau, il remplace ce qu’elle a écrit.',
  againRevision:
    'L’annonce a été modifiée après l’aperçu que vous avez confirmé. Rien n’a été fait : veuillez la regarder telle qu’elle est maintenant et confirmer de nouveau.',
  againPlan:
    'Depuis votre aperçu, quelque chose a changé dans les canaux, leurs langues ou ce qui y figure. Rien n’a été fait : veuillez regarder l’annonce telle qu’elle est maintenant et confirmer de nouveau.',
  againUnseen: 'Une annonce se confirme depuis son aperçu. Le voici :',
  againBlocked: 'La confirmation n’est pas encore possible.',
  sureToPing: (count) =>
    `Toutes les personnes de ${channels(count)} seront averties, y compris sur leur téléphone. Le souhaitez-vous ?`,
  pingCountChanged: 'Le nombre de canaux a changé depuis que la question vous a été posée.',
  yesPing: (count) => `Oui, avertir toutes les personnes de ${channels(count)}`,
  backToPreview: 'Non, revenir à l’aperçu',
  sureToRetract: (count) =>
    `${copies(count)} de l’annonce vont être retirées des canaux. C’est irréversible. Le souhaitez-vous ?`,
  yesRetract: (count) => `Oui, retirer ${copies(count)}`,
  noLeave: 'Non, ne rien changer',
  submitted:
    'Votre confirmation est notée. Rien n’est publié avant qu’une autre personne du secrétariat ait confirmé à son tour ; elle trouvera l’annonce dans la liste.',
  confirmed: 'Confirmée.',
  alreadyConfirmed: 'C’était déjà confirmé ; rien n’a été fait deux fois.',
  cancelled: 'Annulée. Rien n’a été publié et rien ne le sera.',
  alreadyClosed: 'C’était déjà fait ; rien n’a changé.',
  retracting: (count) => `Retrait en cours : ${copies(count)}.`,
  notPosted: 'Rien de cette annonce n’a été publié : il n’y a rien à retirer.',
  retried: (count) => `Nouvel essai : ${deliveries(count)}.`,
  nothingToRetry: 'Rien n’a échoué : il n’y a rien à réessayer.',
  released: (count) => `Envoi immédiat : ${deliveries(count)}.`,
  nothingToRelease: 'Rien n’est retenu pour une heure passée.',
  discarded: 'La modification est abandonnée ; ce qui était confirmé reste.',
  nothingToDiscard: 'Il n’y a pas de modification à confirmer.',
  alsoConfirms: 'À noter : cela comprend aussi une modification antérieure que personne n’a encore confirmée.',
  noComingEvent: 'Cette annonce ne parle d’aucun événement à venir : rien n’a changé.',
  saved: 'Enregistrée, mais pas encore confirmée.',
  list: {
    title: 'Annonces',
    empty: 'Il n’y a pas encore d’annonces.',
    missed: 'L’heure est passée : à vous de décider',
    drafts: 'Brouillons',
    awaiting: 'En attente d’une seconde confirmation',
    scheduled: 'Programmées',
    recent: 'Publiées',
    closed: 'Annulées ou retirées',
    more: (count) => `Les plus récentes : ${announcements(count)} ; les autres ne sont pas montrées.`,
    changed: (time) => `modifiée : ${time}`,
    deliveries: {
      sent: (count) => (count === 1 ? '1 envoi fait' : `${count} envois faits`),
      waiting: (count) => `${count} en attente`,
      failed: (count) => (count === 1 ? '1 échec' : `${count} échecs`),
      held: (count) => (count === 1 ? '1 retenu' : `${count} retenus`),
    },
    eventCancelled: 'événement annulé',
    ready: 'la modification attend sa confirmation',
    writeNew: 'Rédiger une annonce',
    open: (title) => `Ouvrir : ${title}`,
  },
};
