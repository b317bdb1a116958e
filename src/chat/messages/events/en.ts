/** What is said of events. */
export const events = {
  name: 'Events',
  show: 'Show',
  title: 'Coming events',
  titleOf: (month: string) => `Events in ${month}`,
  about: (topic: string) => `Topic: ${topic}`,
  zone: (zone: string) => `Times are those of ${zone}.`,
  none: 'I know of no coming event.',
  noneIn: (month: string) => `I know of no event in ${month}.`,
  noneAbout: (topic: string) => `I know of no coming event on “${topic}”.`,
  noneInAbout: (month: string, topic: string) => `I know of no event on “${topic}” in ${month}.`,
  over: 'These events are over.',
  wrongMonth: (value: string, topics: string) =>
    `“${value}” is neither a month nor a topic that I know. Please write a month with its year (2027-10 or October 2027), or its name alone for the next one.${topics === '' ? '' : ` The topics are: ${topics}.`}`,
  unknownTopic: (value: string, known: string) =>
    `No event that I know has the topic “${value}”. The topics are: ${known}.`,
  noTopics: (value: string) => `No event that I know has the topic “${value}”.`,
  more: (count: number) =>
    count === 1
      ? '… and 1 more. Give a month to see everything in it.'
      : `… and ${count} more. Give a month to see everything in it.`,
  days: (first: string, last: string) => `${first} – ${last}`,
  where: (place: string) => `Place: ${place}`,
  link: 'To the event',
  held: (languages: string) => `Languages: ${languages}`,
  next: (title: string, when: string) => `The next one: ${title}, ${when}.`,
  calendarName: 'Metropolis events',
  calendar: 'Calendar of all events (.ics)',
  announcement: 'Announcement of the secretariat',
  stillOn: 'No cancellation has been announced. This is what was announced last:',
  isOver: 'This event is over.',
  addToCalendar: 'Add to your calendar',
  calendarHow:
    'Open the calendar in Outlook, Google Calendar or Apple Calendar by its address: it then stays up to date.',
};
