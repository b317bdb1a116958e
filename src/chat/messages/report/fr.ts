import { counter } from '../counter.ts';
import type { ReportMessages } from './en.ts';

const channels = counter('fr', 'canal', 'canaux');
const copies = counter('fr', 'copie', 'copies');

const reasons: ReportMessages['reasons'] = {
  notInChannel: 'L’assistant n’est pas dans ce canal. Veuillez l’y faire inviter, puis réessayer.',
  noSuchChannel: 'La plateforme ne connaît pas ce canal. Veuillez vérifier son nom dans le public.',
  archived: 'Le canal est archivé. Veuillez le faire rouvrir, ou le retirer du public.',
  noPermission:
    'L’assistant ne peut pas y écrire. Veuillez demander au responsable du canal de l’y autoriser, puis réessayer.',
  unauthorized:
    'La plateforme n’accepte pas la clé de l’assistant. Veuillez demander à son administrateur de la remplacer.',
  tooLarge: 'La plateforme juge l’annonce trop longue. Veuillez raccourcir le texte.',
  malformed:
    'La plateforme n’a pas accepté la forme de l’annonce. Veuillez simplifier le texte, par exemple ses tableaux.',
  throttled: 'La plateforme demande de ralentir. Rien à faire : l’envoi reprend de lui-même.',
  unreachable: 'La plateforme est injoignable. Veuillez réessayer plus tard.',
  unverified: 'Impossible de savoir si l’envoi est arrivé. Veuillez regarder dans le canal avant de réessayer.',
  notConfigured:
    'L’assistant n’est pas relié à cette plateforme. Veuillez consulter son administrateur, puis modifier et confirmer de nouveau l’annonce.',
  missed: 'Son heure est passée pendant que l’assistant était arrêté. Veuillez décider s’il faut encore l’envoyer.',
  missingLanguage:
    'Il n’y a pas de texte dans la langue du canal. Veuillez en ajouter un, ou choisir une autre langue pour ces canaux.',
  gone: 'Quelqu’un a supprimé le message dans le canal. Rien à faire, sauf si vous voulez l’y publier de nouveau vous-même.',
  calendarFull:
    'Le calendrier du serveur est plein : il accepte 100 événements à venir. Veuillez en faire retirer, puis réessayer.',
  eventOver:
    'La plateforme n’accepte pas d’événement déjà commencé. Rien à faire, sauf si l’heure est fausse : veuillez alors la corriger.',
  other:
    'La plateforme l’a refusée sans raison connue de l’assistant. Veuillez réessayer, ou consulter son administrateur.',
};

export const report: ReportMessages = {
  reasons,
  statusDraft: 'C’est un brouillon. Rien n’a été publié.',
  statusAwaiting: 'En attente de la confirmation d’une autre personne du secrétariat.',
  statusScheduled: (time) => `Programmée : ${time}.`,
  statusPosting: 'Les publications sont en route.',
  statusDone: 'Tout ce qui pouvait être publié l’est.',
  statusTrouble: 'Certains canaux demandent votre attention.',
  statusCancelled: 'Cette annonce a été annulée. Rien n’a été publié et rien ne le sera.',
  statusRetracting: 'Les copies sont en cours de retrait.',
  statusRetracted: 'Cette annonce a été retirée.',
  unconfirmedChange: 'Il y a une modification que personne n’a encore confirmée.',
  sent: (count) => `Envoyée : ${channels(count)}`,
  waiting: (count) => `En attente : ${channels(count)}`,
  checking: (count) => `Vérification de l’arrivée en cours : ${channels(count)}`,
  failed: (count) => `Échec : ${channels(count)}`,
  held: (count) => `Retenue : ${channels(count)}`,
  gone: (count) => `Supprimée dans le canal par quelqu’un : ${channels(count)}`,
  takenBack: (count) => `Retirée : ${channels(count)}`,
  reminder: (slot, time) => `Rappel ${slot} (${time})`,
  reminderOf: (slot) => `rappel ${slot}`,
  update: (time) => `Message sur un changement (${time})`,
  updateOf: 'message sur un changement',
  attention: 'Demandent votre attention',
  arrived: 'Envoyées',
  more: (count) => `… et ${channels(count)} de plus.`,
  inState: {
    sent: 'envoyée',
    waiting: 'en attente',
    checking: 'en vérification',
    failed: 'échec',
    held: 'retenue',
    gone: 'supprimée dans le canal',
    takenBack: 'retirée',
  },
  updating: 'l’ancien texte y figure encore',
  nextTry: (time) => `Prochaine tentative : ${time}.`,
  open: 'Ouvrir',
  retry: (count) => `Réessayer dans ${channels(count)}`,
  release: (count) => `Envoyer maintenant à ${channels(count)}`,
  edit: 'Modifier le texte',
  cancel: 'Annuler l’annonce',
  callOff: 'Annuler l’événement',
  reinstate: 'L’événement a finalement lieu',
  retract: (count) => `Retirer ${copies(count)}`,
  seeChange: 'Voir la modification',
  refresh: 'Où en est-elle ?',
};
