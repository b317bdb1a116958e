import { counter } from '../counter.ts';
import type { ImportingMessages } from './en.ts';

const events = counter('es', 'evento', 'eventos');
const entries = counter('es', 'otra entrada', 'otras entradas');
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;

export const importing: ImportingMessages = {
  title: 'Importación de un archivo de calendario',
  shortened: 'Este texto era más largo en el calendario y se ha abreviado.',
  intro:
    'Elija un archivo de calendario (.ics). Cada evento futuro que contenga pasará a ser un borrador; nada se publica antes de que usted haya visto la vista previa y la haya confirmado.',
  submit: 'Importar',
  file: 'Archivo de calendario',
  fileHint: 'Un archivo terminado en .ics, como los que guardan Outlook, Google Calendar y Apple Calendar; hasta 1 MB.',
  fileMissing: 'No hay ningún archivo, o está vacío. Elija un archivo de calendario o pegue su contenido.',
  audience: 'Audiencia',
  audienceHint: 'El grupo de canales al que se destinan los borradores.',
  audienceMissing: (names) => `Hay varias audiencias: ${names}. Elija una.`,
  language: 'Lengua de los eventos',
  languageHint: 'La lengua en la que está escrito el archivo.',
  languageFromText: 'La que muestran los textos',
  anew: 'Volver a redactar lo retirado',
  anewHint: 'Solo para eventos cuyo anuncio se canceló o se retiró.',
  problems: (count) =>
    count === 1
      ? 'Hay que corregir una cosa en el archivo:'
      : `Hay que corregir ${new Intl.NumberFormat('es').format(count)} cosas en el archivo:`,
  nothingImported: 'No se ha importado nada de este archivo.',
  noEvents: 'En este archivo no hay eventos.',
  others: (count) =>
    count === 1
      ? 'Se ha omitido otra entrada del archivo (una tarea, una nota o similar): no es un evento.'
      : `Se han omitido ${entries(count)} del archivo (tareas, notas y similares): no son eventos.`,
  toConfirm: 'Nada se publica antes de que alguien lo confirme desde su vista previa.',
  more: (count) => `… y ${events(count)} más.`,
  moreProblems: (count) => `… y ${new Intl.NumberFormat('es').format(count)} más.`,
  moreInList: 'Los demás están en la lista de anuncios.',
  withdraw: (title) => `Retirar el borrador: ${title}`,
  at: (line) => `línea ${line}`,
  kind: {
    drafted: (count) => `En borrador: ${events(count)}`,
    changed: (count) => `Modificados, por confirmar: ${events(count)}`,
    cancelled: (count) => `Cancelados, por confirmar: ${events(count)}`,
    cancelDraft: (count) => `Cancelados en el calendario, aquí aún en borrador: ${events(count)}`,
    refused: (count) => `No se han podido tomar: ${events(count)}`,
    closed: (count) => `Retirados aquí anteriormente: ${events(count)}`,
    ownDiffers: (count) => `Del propio calendario del asistente, con otra hora: ${events(count)}`,
    there: (count) => `Ya presentes, sin cambios: ${events(count)}`,
    older: (count) => `Ya presentes, en un estado más reciente que el de este archivo: ${events(count)}`,
    own: (count) => `Del propio calendario del asistente: ${events(count)}`,
    page: (count) => `De las propias páginas del asistente: ${events(count)}`,
    unknownCancelled: (count) => `Cancelados y aquí desconocidos, omitidos: ${events(count)}`,
    over: (count) => `Ya pasados, omitidos: ${events(count)}`,
  },
  advice: {
    cancelDraft: 'No se ha publicado nada de ello: retire el borrador.',
    closed: 'Para redactarlo de nuevo, vuelva a importar el archivo y elija «Volver a redactar lo retirado».',
    ownDiffers: 'Si el archivo es correcto, modifique la hora en el propio anuncio.',
  },
  note: {
    floating: (zone) => `sin zona horaria en el archivo: se toma ${zone}`,
    allDay: (zone) => `día completo: de 00:00 a 00:00 en ${zone}; indique las horas`,
    recurs: 'se repite: esta es la próxima fecha',
    zoneOfFile: (zone) => `el archivo tiene una zona horaria propia: se muestra en ${zone}`,
    tentative: 'marcado como provisional',
    private: 'marcado como privado: compruebe que puede anunciarse',
    titleShortened: 'título abreviado; el texto comienza con el título completo',
    bodyShortened: 'texto abreviado, como indica al final',
    placeShortened: 'lugar abreviado; el texto comienza con el lugar completo',
    linkLeft: 'su enlace no comienza por https:// o es demasiado largo; figura en el texto',
    noDescription: 'sin texto en el archivo: figura el título; redacte uno',
    remindersDropped: 'se han quitado los recordatorios cuyo momento habría pasado',
    wordsReplaced: 'lo escrito aquí se ha sustituido por el texto del archivo',
  },
  problem: {
    notText: () => 'No es un texto en UTF-8. Vuelva a guardar o exportar el calendario como iCalendar (.ics) en UTF-8.',
    tooLarge: (_, bytes) =>
      `El archivo tiene ${megabytes(bytes)}; se lee hasta 1 MB. Exporte menos eventos, o eventos sin adjuntos.`,
    notCalendar: (value) =>
      `Un archivo de calendario comienza con BEGIN:VCALENDAR, y este con «${value}». Elija un archivo terminado en .ics.`,
    unclosed: (value, line) =>
      line === 0
        ? `${value} comienza aquí y no termina: falta END:${value}. Puede que el archivo esté cortado; vuelva a exportarlo.`
        : `${value} comienza aquí y no ha terminado cuando la línea ${line} termina otra cosa. Vuelva a exportar el archivo.`,
    notOpened: (value) => `«${value}» está fuera de lo que se había comenzado. Vuelva a exportar el archivo.`,
    noColon: (value) =>
      `«${value}» no es una propiedad: se espera un nombre, dos puntos y un valor. Una línea que continúa debe comenzar con un espacio.`,
    badParameters: (value) => `No se puede leer lo que hay entre ${value} y sus dos puntos.`,
    noUid: (value) =>
      `${value === '' ? 'Este evento' : `El evento «${value}»`} no tiene UID, y sin él no se podría reconocer más adelante.`,
    longUid: (value) => `El UID «${value}» es demasiado largo; se aceptan hasta 1000 bytes.`,
    noSummary: () => 'Este evento no tiene título (SUMMARY).',
    noStart: (value) => `${value === '' ? 'Este evento' : `El evento «${value}»`} no tiene comienzo (DTSTART).`,
    badTime: (value) =>
      `«${value}» no es una fecha que exista. Se espera una forma como 20271007T100000 o, para un día completo, 20271007.`,
    badDuration: (value) => `«${value}» no es una duración. Se espera una forma como PT1H30M o P2D.`,
    endBeforeStart: (value) => `El evento termina antes de comenzar: ${value}.`,
    unknownZone: (value) =>
      `No se conoce la zona horaria «${value}», y el archivo no dice lo suficiente de ella. Se espera un nombre como Europe/Madrid.`,
    badRecurrence: (value) =>
      `No se entiende «${value}» en la regla de repetición. Redacte este evento como un anuncio propio.`,
    thisAndFuture: (value) =>
      `«${value}» cambia una de las fechas y todas las siguientes (RANGE), y eso no se entiende. Vuelva a exportar el calendario completo.`,
    tooManyRules: (value) =>
      `El archivo pide más eventos periódicos de los que se pueden calcular a la vez; se omiten a partir de aquí («${value}»). Impórtelos en un archivo aparte.`,
    tooManyEvents: (_, count) =>
      `El archivo contiene ${events(count)} por venir; se redactan hasta 500 a la vez. Exporte un período más corto.`,
  },
};
