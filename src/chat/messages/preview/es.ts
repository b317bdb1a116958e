import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';
import type { PreviewMessages } from './en.ts';

const names: Readonly<Record<Language, string>> = { en: 'inglés', es: 'español', fr: 'francés' };
const channels = counter('es', 'canal', 'canales');
const characters = counter('es', 'carácter', 'caracteres');
const others = counter('es', 'más', 'más');

export const preview: PreviewMessages = {
  title: (title) => `Vista previa: ${title}`,
  intro: 'Esto es lo que se publicará. No ocurre nada hasta que usted lo confirme.',
  introChange: 'Este es el anuncio modificado. Los canales conservan lo que tienen hasta que usted lo confirme.',
  introApproval: 'Alguien de la secretaría solicita su confirmación. No ocurre nada hasta que usted lo confirme.',
  introWaiting:
    'A la espera de que lo confirme otra persona de la secretaría: quien lo ha redactado no puede confirmarlo.',
  audience: (name, count) => `Audiencia: ${name} (${channels(count)})`,
  whenNow: 'Publicación: en cuanto se confirme',
  when: (time) => `Publicación: ${time}`,
  event: 'Evento',
  topics: (list) => `Temas: ${list}`,
  reminders: (list) => `Recordatorios: ${list}`,
  pings: (count) => `Se notifica a todas las personas de ${channels(count)}.`,
  posts: (count) => `Se publica por primera vez en ${channels(count)}`,
  edits: (count) => `Sustituye el texto en ${channels(count)}`,
  removals: (count) => `Se quita de ${channels(count)}`,
  updates: (count) => `Se publica un mensaje breve sobre el cambio en ${channels(count)}`,
  reminderMoves: (which, from, to) => `El recordatorio ${which} pasa de ${from} a ${to}`,
  reminderDropped: (which, time) => `Se anula el recordatorio ${which} (${time})`,
  held: (count) => `No se publica nada en ${channels(count)}, cuya lengua no tiene texto`,
  inLanguage: (language, count) => `${names[language]}, ${channels(count)}`,
  names: (list, more) => (more === 0 ? list : `${list} y ${others(more)}`),
  blocking: 'Antes de poder confirmar',
  warnings: 'Tenga en cuenta',
  noAudience: (name) => `La audiencia «${name}» ya no existe. Modifique el anuncio y elija otra, por favor.`,
  emptyAudience: (name) =>
    `La audiencia «${name}» no tiene canales. Añada alguno con la orden «audience» o elija otra audiencia.`,
  noAudienceLeft: (name) =>
    `La audiencia «${name}» ya no tiene canales: solo cambian los canales que tienen una copia.`,
  tooLong: (part, language, platform, length, limit) => {
    const what = { title: 'El título', body: 'El texto', whole: 'El anuncio en conjunto' }[part];
    return `${what} en ${names[language]} tiene ${characters(length)}; ${platform} admite ${limit}. Acórtelo en ${length - limit}, por favor.`;
  },
  undecided: (languages, count) =>
    `No hay texto en ${languages}, la lengua de ${channels(count)}. Elija qué debe ocurrir en ellos o añada el texto. Afecta a:`,
  timePassed: (time) =>
    `La hora de publicación, ${time}, ya ha pasado. Elija otra hora o publíquelo en cuanto lo confirme.`,
  nothing: 'No hay nada que publicar ni que modificar.',
  notAnnounced:
    'No se ha publicado nada de este evento, así que en los canales no hay nada que cancelar. Cancele el anuncio; si el evento finalmente se celebra, deje vacío el campo que lo cancela.',
  dropsEvent:
    'Los canales conocen un evento del que este anuncio ya no habla. No se avisará a nadie; en los calendarios constará como cancelado. Si no va a celebrarse, descarte este cambio y cancele el evento, por favor.',
  unchecked: (list) =>
    `No se han podido comprobar en este momento; el anuncio se envía igualmente y el informe dirá cómo ha ido: ${list}`,
  refusedEarlier: (list) => `Un anuncio anterior fue rechazado en: ${list}`,
  confirmNow: (count) => `Publicar ahora en ${channels(count)}`,
  confirmAt: (count, time) => `Publicar en ${channels(count)}: ${time}`,
  confirmEdit: (count) => `Modificarlo en ${channels(count)}`,
  submit: 'Pasarlo a confirmación',
  edit: 'Modificar el texto',
  cancel: 'Cancelar el anuncio',
  discard: 'Descartar este cambio',
  hold: (count) => `No publicar nada en estos ${channels(count)}`,
  useLanguage: (language) => `Publicar en ellos el texto en ${names[language]}, con un aviso`,
  sendAtOnce: 'Publicar en cuanto confirme',
};
