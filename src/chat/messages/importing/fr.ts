import { counter } from '../counter.ts';
import type { ImportingMessages } from './en.ts';

const events = counter('fr', 'événement', 'événements');
const entries = counter('fr', 'autre entrée', 'autres entrées');
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} Mo`;

export const importing: ImportingMessages = {
  title: 'Importation d’un fichier de calendrier',
  shortened: 'Ce texte était plus long dans le calendrier et a été abrégé.',
  intro:
    'Choisissez un fichier de calendrier (.ics). Chaque événement à venir qu’il contient devient un brouillon ; rien n’est publié avant que vous n’ayez vu l’aperçu et ne l’ayez confirmé.',
  submit: 'Importer',
  file: 'Fichier de calendrier',
  fileHint:
    'Un fichier terminé par .ics, tel que l’enregistrent Outlook, Google Agenda et Calendrier d’Apple ; jusqu’à 1 Mo.',
  fileMissing:
    'Il n’y a pas de fichier, ou il est vide. Veuillez choisir un fichier de calendrier ou coller son contenu.',
  audience: 'Public',
  audienceHint: 'Le groupe de canaux auquel les brouillons sont destinés.',
  audienceMissing: (names) => `Il y a plusieurs publics : ${names}. Veuillez en choisir un.`,
  language: 'Langue des événements',
  languageHint: 'La langue dans laquelle le fichier est écrit.',
  languageFromText: 'Celle des textes',
  anew: 'Rédiger à nouveau ce qui a été retiré',
  anewHint: 'Seulement pour les événements dont l’annonce a été annulée ou retirée.',
  problems: (count) =>
    count === 1
      ? 'Une chose est à corriger dans le fichier :'
      : `${new Intl.NumberFormat('fr').format(count)} choses sont à corriger dans le fichier :`,
  nothingImported: 'Rien n’a été importé de ce fichier.',
  noEvents: 'Il n’y a pas d’événements dans ce fichier.',
  others: (count) =>
    count === 1
      ? 'Une autre entrée du fichier (tâche, note, etc.) a été laissée de côté : ce n’est pas un événement.'
      : `${entries(count)} du fichier (tâches, notes, etc.) ont été laissées de côté : ce ne sont pas des événements.`,
  toConfirm: 'Rien n’est publié avant que quelqu’un ne l’ait confirmé depuis son aperçu.',
  more: (count) => `… et ${events(count)} de plus.`,
  moreProblems: (count) => `… et ${new Intl.NumberFormat('fr').format(count)} de plus.`,
  moreInList: 'Les autres se trouvent dans la liste des annonces.',
  withdraw: (title) => `Retirer le brouillon : ${title}`,
  at: (line) => `ligne ${line}`,
  kind: {
    drafted: (count) => `En brouillon : ${events(count)}`,
    changed: (count) => `Modifiés, à confirmer : ${events(count)}`,
    cancelled: (count) => `Annulés, à confirmer : ${events(count)}`,
    cancelDraft: (count) => `Annulés dans le calendrier, encore en brouillon ici : ${events(count)}`,
    refused: (count) => `N’ont pas pu être repris : ${events(count)}`,
    closed: (count) => `Retirés ici auparavant : ${events(count)}`,
    ownDiffers: (count) => `Du calendrier de l’assistant lui-même, à une autre heure : ${events(count)}`,
    there: (count) => `Déjà présents, inchangés : ${events(count)}`,
    older: (count) => `Déjà présents, dans un état plus récent que celui de ce fichier : ${events(count)}`,
    own: (count) => `Du calendrier de l’assistant lui-même : ${events(count)}`,
    page: (count) => `Des pages de l’assistant lui-même : ${events(count)}`,
    unknownCancelled: (count) => `Annulés et inconnus ici, laissés de côté : ${events(count)}`,
    over: (count) => `Passés, laissés de côté : ${events(count)}`,
  },
  advice: {
    cancelDraft: 'Rien n’en a été publié : retirez le brouillon.',
    closed:
      'Pour le rédiger à nouveau, importez encore une fois le fichier et choisissez « Rédiger à nouveau ce qui a été retiré ».',
    ownDiffers: 'Si le fichier est juste, veuillez modifier l’heure dans l’annonce elle-même.',
  },
  note: {
    floating: (zone) => `pas de fuseau horaire dans le fichier : ${zone} est retenu`,
    allDay: (zone) => `journée entière : de 00:00 à 00:00 (${zone}) ; veuillez indiquer les heures`,
    recurs: 'se répète : voici la prochaine date',
    zoneOfFile: (zone) => `le fichier a son propre fuseau horaire : indiqué dans le fuseau ${zone}`,
    tentative: 'marqué comme provisoire',
    private: 'marqué comme privé : veuillez vérifier qu’il peut être annoncé',
    titleShortened: 'titre abrégé ; le texte commence par le titre entier',
    bodyShortened: 'texte abrégé, comme il le dit à la fin',
    placeShortened: 'lieu abrégé ; le texte commence par le lieu entier',
    linkLeft: 'son lien ne commence pas par https:// ou est trop long ; il figure dans le texte',
    noDescription: 'pas de texte dans le fichier : le titre en tient lieu ; veuillez en rédiger un',
    remindersDropped: 'les rappels dont le moment serait passé ont été supprimés',
    wordsReplaced: 'ce qui avait été écrit ici a été remplacé par le texte du fichier',
  },
  problem: {
    notText: () =>
      'Ce n’est pas un texte en UTF-8. Veuillez enregistrer ou exporter à nouveau le calendrier, en iCalendar (.ics) et en UTF-8.',
    tooLarge: (_, bytes) =>
      `Le fichier fait ${megabytes(bytes)} ; jusqu’à 1 Mo est lu. Veuillez exporter moins d’événements, ou des événements sans pièces jointes.`,
    notCalendar: (value) =>
      `Un fichier de calendrier commence par BEGIN:VCALENDAR, et celui-ci par « ${value} ». Veuillez choisir un fichier terminé par .ics.`,
    unclosed: (value, line) =>
      line === 0
        ? `${value} commence ici et ne se termine pas : END:${value} manque. Le fichier est peut-être tronqué ; veuillez l’exporter à nouveau.`
        : `${value} commence ici et n’est pas terminé quand la ligne ${line} termine autre chose. Veuillez exporter à nouveau le fichier.`,
    notOpened: (value) =>
      `« ${value} » se trouve en dehors de ce qui avait été commencé. Veuillez exporter à nouveau le fichier.`,
    noColon: (value) =>
      `« ${value} » n’est pas une propriété : un nom, deux-points et une valeur sont attendus. Une ligne qui continue doit commencer par une espace.`,
    badParameters: (value) => `Ce qui se trouve entre ${value} et ses deux-points est illisible.`,
    noUid: (value) =>
      `${value === '' ? 'Cet événement' : `L’événement « ${value} »`} n’a pas d’UID, sans lequel on ne pourrait pas le reconnaître.`,
    longUid: (value) => `L’UID « ${value} » est trop long ; jusqu’à 1 000 octets sont acceptés.`,
    noSummary: () => 'Cet événement n’a pas de titre (SUMMARY).',
    noStart: (value) => `${value === '' ? 'Cet événement' : `L’événement « ${value} »`} n’a pas de début (DTSTART).`,
    badTime: (value) =>
      `« ${value} » n’est pas une date qui existe. Une forme telle que 20271007T100000 est attendue ou, pour une journée entière, 20271007.`,
    badDuration: (value) => `« ${value} » n’est pas une durée. Une forme telle que PT1H30M ou P2D est attendue.`,
    endBeforeStart: (value) => `L’événement se termine avant de commencer : ${value}.`,
    unknownZone: (value) =>
      `Le fuseau horaire « ${value} » est inconnu, et le fichier n’en dit pas assez. Un nom tel que Europe/Madrid est attendu.`,
    badRecurrence: (value) =>
      `« ${value} » n’est pas compris dans la règle de répétition. Veuillez rédiger cet événement comme une annonce à part.`,
    thisAndFuture: (value) =>
      `« ${value} » change une des dates et toutes les suivantes (RANGE), ce qui n’est pas compris. Veuillez exporter à nouveau tout le calendrier.`,
    tooManyRules: (value) =>
      `Le fichier demande plus d’événements répétés qu’il ne peut en être calculé à la fois ; laissés de côté à partir d’ici (« ${value} »). Veuillez les importer dans un fichier à part.`,
    tooManyEvents: (_, count) =>
      `Le fichier contient ${events(count)} à venir ; jusqu’à 500 deviennent des brouillons à la fois. Veuillez exporter une période plus courte.`,
  },
};
