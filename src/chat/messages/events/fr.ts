import type { Messages } from '../en.ts';

/** Ce qui est dit des événements. */
export const events: Messages['events'] = {
  name: 'Événements',
  show: 'Afficher',
  title: 'Événements à venir',
  titleOf: (month) => `Événements : ${month}`,
  about: (topic) => `Thème : ${topic}`,
  zone: (zone) => `Les heures sont celles du fuseau ${zone}.`,
  none: 'Je n’ai connaissance d’aucun événement à venir.',
  noneIn: (month) => `Je n’ai connaissance d’aucun événement en ${month}.`,
  noneAbout: (topic) => `Je n’ai connaissance d’aucun événement à venir sur « ${topic} ».`,
  noneInAbout: (month, topic) => `Je n’ai connaissance d’aucun événement sur « ${topic} » en ${month}.`,
  over: 'Ces événements ont déjà eu lieu.',
  wrongMonth: (value, topics) =>
    `« ${value} » n’est ni un mois ni un thème que je connaisse. Veuillez écrire un mois avec son année (2027-10 ou octobre 2027), ou son nom seul pour le prochain.${topics === '' ? '' : ` Les thèmes sont : ${topics}.`}`,
  unknownTopic: (value, known) =>
    `Aucun événement que je connaisse n’a le thème « ${value} ». Les thèmes sont : ${known}.`,
  noTopics: (value) => `Aucun événement que je connaisse n’a le thème « ${value} ».`,
  more: (count) =>
    count === 1
      ? '… et 1 autre. Indiquez un mois pour voir tout ce qu’il contient.'
      : `… et ${count} autres. Indiquez un mois pour voir tout ce qu’il contient.`,
  days: (first, last) => `${first} – ${last}`,
  where: (place) => `Lieu : ${place}`,
  link: 'Vers l’événement',
  held: (languages) => `Langues : ${languages}`,
  next: (title, when) => `La prochaine fois : ${title}, ${when}.`,
  calendarName: 'Événements de Metropolis',
  calendar: 'Calendrier de tous les événements (.ics)',
  announcement: 'Annonce du secrétariat',
  stillOn: 'Aucune annulation n’a été annoncée. Voici ce qui a été annoncé en dernier :',
  isOver: 'Cet événement a déjà eu lieu.',
  addToCalendar: 'Ajouter à votre calendrier',
  calendarHow:
    'Ouvrez le calendrier dans Outlook, Google Agenda ou Calendrier d’Apple par son adresse : il reste ainsi à jour.',
};
