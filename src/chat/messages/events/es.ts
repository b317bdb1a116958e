import type { Messages } from '../en.ts';

/** Lo que se dice de los eventos. */
export const events: Messages['events'] = {
  name: 'Eventos',
  show: 'Mostrar',
  title: 'Próximos eventos',
  titleOf: (month) => `Eventos de ${month}`,
  about: (topic) => `Tema: ${topic}`,
  zone: (zone) => `Las horas son las de ${zone}.`,
  none: 'No tengo noticia de ningún evento próximo.',
  noneIn: (month) => `No tengo noticia de ningún evento en ${month}.`,
  noneAbout: (topic) => `No tengo noticia de ningún evento próximo sobre «${topic}».`,
  noneInAbout: (month, topic) => `No tengo noticia de ningún evento sobre «${topic}» en ${month}.`,
  over: 'Estos eventos ya han tenido lugar.',
  wrongMonth: (value, topics) =>
    `«${value}» no es ni un mes ni un tema que conozca. Escriba un mes con su año (2027-10 u octubre de 2027), o solo su nombre para el próximo.${topics === '' ? '' : ` Los temas son: ${topics}.`}`,
  unknownTopic: (value, known) => `Ningún evento que conozca tiene el tema «${value}». Los temas son: ${known}.`,
  noTopics: (value) => `Ningún evento que conozca tiene el tema «${value}».`,
  more: (count) =>
    count === 1
      ? '… y 1 más. Indique un mes para ver todo lo que hay en él.'
      : `… y ${count} más. Indique un mes para ver todo lo que hay en él.`,
  days: (first, last) => `${first} – ${last}`,
  where: (place) => `Lugar: ${place}`,
  link: 'Ir al evento',
  held: (languages) => `Lenguas: ${languages}`,
  next: (title, when) => `La próxima vez: ${title}, ${when}.`,
  calendarName: 'Eventos de Metropolis',
  calendar: 'Calendario de todos los eventos (.ics)',
  announcement: 'Anuncio de la secretaría',
  stillOn: 'No se ha anunciado ninguna cancelación. Esto es lo último que se anunció:',
  isOver: 'Este evento ya ha tenido lugar.',
  addToCalendar: 'Añadir a su calendario',
  calendarHow:
    'Abra el calendario en Outlook, Google Calendar o el Calendario de Apple mediante su dirección: así se mantiene al día.',
};
