import type { DeliveryMessages } from './en.ts';

const posted: DeliveryMessages['posted'] = {
  onlyIn: (languageName) => `Este anuncio solo está disponible en ${languageName}.`,
  reminder: {
    '7d': (title) => `Recordatorio (dentro de una semana): ${title}`,
    '1d': (title) => `Recordatorio (mañana): ${title}`,
    '1h': (title) => `Recordatorio (dentro de una hora): ${title}`,
  },
  cancelled: (title) => `Cancelado: ${title}`,
  changed: (title) => `Cambio: ${title}`,
  reinstated: (title) => `Finalmente se celebra: ${title}`,
  update: {
    cancelled: 'Este evento no se celebra.',
    reinstated: 'Este evento se había cancelado. Finalmente se celebra.',
    time: (before) => `Se celebra en otro momento. Hasta ahora estaba previsto para: ${before}.`,
    place: (before) => `Se celebra en otro lugar. Hasta ahora estaba previsto en: ${before}.`,
    placeKnown: 'Ya se sabe dónde se celebra.',
  },
  when: 'Cuándo',
  whenCancelled: 'Cuándo (cancelado)',
  where: 'Dónde',
  link: 'Enlace',
  line: (label, value) => `${label}: ${value}`,
  clock: (hour, minute) => `${hour}:${minute}`,
  until: '–',
};

const problems: DeliveryMessages['problems'] = {
  noText: 'Todavía no hay texto. Escriba un título y un texto en al menos una lengua: inglés, español o francés.',
  noTitle: (language) => `El texto en ${language} no tiene título. Escriba uno o deje el texto vacío.`,
  noBody: (language) => `El título en ${language} no tiene texto. Escriba uno o deje el título vacío.`,
  tooLong: (length, limit) =>
    `Hay ${length} caracteres y puede haber ${limit} como máximo. Acórtelo en ${length - limit}.`,
  unknownTextLanguage: (language) =>
    `«${language}» no es una lengua de los anuncios. Escriba inglés (en), español (es) o francés (fr).`,
  unknownField: (name, known) => `No existe el campo «${name}». Los campos son: ${known}.`,
  noAudience: (known) => `Indique quién debe recibir el anuncio, con una de estas audiencias: ${known}.`,
  unknownAudience: (value, known) =>
    `No existe la audiencia «${value}». Elija una de estas; la de nombre más parecido va primero: ${known}.`,
  noAudiences: 'Todavía no hay ninguna audiencia. Haga crear una con la orden «audience» y vuelva a intentarlo.',
  unknownZone: (value, similar) =>
    `«${value}» no es una zona horaria. Escriba su nombre con región y ciudad${similar === '' ? ', por ejemplo Europe/Madrid' : `; quizá se refiera a ${similar}`}.`,
  unreadableTime: (value) =>
    `No puedo leer «${value}» como fecha y hora. Escríbalo así: «2027-10-07 10:00» o «mañana a las 18:00».`,
  noHour: (value) => `«${value}» no indica la hora. Añádala, por ejemplo: «${value} 10:00».`,
  wrongWeekday: (value, day) =>
    `En «${value}», el día de la semana no corresponde a la fecha: ese día es ${day}. Corrija uno de los dos.`,
  ambiguousDate: (value, first, second) =>
    `En «${value}», cualquiera de las dos cifras puede ser el mes. Escriba «${first}» o «${second}».`,
  skipped: (value, zone, first, second) =>
    `La hora «${value}» no existe en la zona horaria ${zone}: los relojes se adelantan y la saltan. Escriba «${first}» o «${second}».`,
  repeated: (value, zone, first, second) =>
    `La hora «${value}» ocurre dos veces en la zona horaria ${zone}: los relojes se atrasan y la repiten. Escriba «${first}» para la primera vez o «${second}» para la segunda.`,
  publishInPast: (moment) =>
    `Ese momento ya ha pasado: ${moment}. Elija uno posterior o deje el campo vacío para publicar en cuanto se confirme.`,
  publishAfterEvent: (moment) =>
    `Para entonces el evento habrá terminado. Fin: ${moment}. Elija un momento anterior para el anuncio.`,
  eventInPast: (moment) => `Ese momento ya ha pasado: ${moment}. Corrija la fecha del evento.`,
  endBeforeStart: (start) =>
    `El fin no es posterior al inicio. Inicio: ${start}. Corrija uno de los dos o deje vacío el fin.`,
  noStart:
    'Esto forma parte de un evento, y el evento no tiene inicio. Indique cuándo empieza o deje vacío este campo.',
  linkNotHttps: (value) =>
    `«${value}» no es una dirección a la que pueda enlazar. Escriba una que empiece por https://.`,
  unknownReminder: (value, known) =>
    `«${value}» no es un recordatorio. Elija entre ${known} (7 días, 1 día, 1 hora antes del evento).`,
  reminderWithoutEvent:
    'Solo puede haber recordatorios de un evento. Indique cuándo empieza o quite los recordatorios.',
  reminderTooLate: (reminder, possible) =>
    `El recordatorio ${reminder} llegaría antes que el propio anuncio. ${possible === '' ? 'Ya es tarde para cualquier recordatorio: quítelo.' : `Todavía es posible: ${possible}.`}`,
  cancelledWithoutEvent:
    'Solo se puede cancelar un evento y aquí no hay ninguno. Indique cuándo iba a empezar o deje vacío este campo.',
  notYesOrNo: (value) => `«${value}» no es ni true ni false. Escriba uno de los dos.`,
  unknownMissing: (value, possible) =>
    `«${value}» no dice qué hacer con los canales cuya lengua no tiene texto. Escriba uno de estos valores: ${possible} («hold» no publica nada en ellos).`,
  file: {
    tooLarge: (bytes, limit) =>
      `El archivo tiene ${bytes} bytes y puede tener ${limit} como máximo. Envíe solo el anuncio, sin imágenes.`,
    binary: 'No es un archivo de texto, o no está en la codificación UTF-8. Guarde el anuncio como texto en UTF-8.',
    noFrontMatter:
      'El archivo no empieza con sus datos. Escriba una línea «---», después, por ejemplo, «audience: all», y otra línea «---».',
    noEnd: 'Los datos del comienzo del archivo no tienen final. Escriba una línea «---» después del último.',
    anotherFormat: (format) =>
      `Los datos están marcados como «${format}», y yo solo leo YAML y no ejecuto nada. Escriba «---» sin nada más en la primera línea.`,
    notYaml: (reason) =>
      `Esta línea de los datos no se puede leer (${reason}). Corríjala; un texto que contiene «: » va entre comillas.`,
    notPairs: 'Los datos no son nombres con valores. Escriba líneas como «audience: all».',
    unknownKey: (key, known) => `No existe «${key}» entre los datos. Conozco: ${known}.`,
    notText: (key) =>
      `«${key}» necesita un solo valor, como una palabra o una fecha. Escríbalo después de los dos puntos.`,
    notEvent: 'El evento necesita líneas propias debajo, con sangría: start, end, place, link, cancelled.',
    notList: {
      reminders: 'Los recordatorios no son una lista. Escríbalos así: [7d, 1d].',
      topics: 'Los temas no son una lista. Escríbalos así, por favor: [clima, vivienda].',
    },
    textBeforeHeading:
      'Este texto no pertenece a ninguna lengua. Escriba encima un título, por ejemplo «# es: Asamblea General 2027».',
    headingWithoutLanguage: (heading) =>
      `El título «${heading}» no indica la lengua. Escriba «# en: …», «# es: …» o «# fr: …»; los títulos dentro de un texto empiezan por «##».`,
    unknownLanguage: (language) =>
      `«${language}» no es una lengua de los anuncios. Escriba «# en: …», «# es: …» o «# fr: …».`,
    languageTwice: (language, line) => `Ya hay un texto en ${language}, en la línea ${line}. Deje solo uno de los dos.`,
  },
};

export const delivery: DeliveryMessages = { posted, problems };
