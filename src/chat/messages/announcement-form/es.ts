import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';
import type { AnnouncementFormMessages } from './en.ts';

const names: Readonly<Record<Language, string>> = { en: 'inglés', es: 'español', fr: 'francés' };
const channels = counter('es', 'canal', 'canales');

export const form: AnnouncementFormMessages = {
  newTitle: 'Nuevo anuncio',
  changeTitle: 'Modificar el anuncio',
  submit: 'Vista previa',
  title: (language) => `Título (${names[language]})`,
  body: (language) => `Texto (${names[language]})`,
  bodyHint: 'Markdown: **negrita**, listas, [enlaces](https://…). Deje vacías las lenguas que no use.',
  audience: 'Audiencia',
  audienceHint: 'El grupo de canales que recibe el anuncio.',
  audienceChoice: (name, count) => `${name} (${channels(count)})`,
  topics: 'Temas',
  topicsHint: 'Con comas. Los canales con temas elegidos lo reciben si figura uno de ellos; vacío: todos.',
  publishAt: 'Cuándo publicarlo',
  publishAtHint: 'Por ejemplo, «2027-10-07 10:00» o «mañana a las 18:00»; vacío: en cuanto usted lo confirme.',
  zone: 'Zona horaria',
  zoneHint: 'La zona de todas las horas de este formulario, como Europe/Madrid.',
  start: 'Evento: inicio',
  startHint: 'Solo si se trata de un evento; por ejemplo, «2027-10-07 10:00».',
  end: 'Evento: fin',
  place: 'Evento: lugar',
  link: 'Evento: enlace',
  linkHint: 'Una dirección que empiece por https://.',
  cancelled: 'El evento se cancela',
  cancelledHint: 'Lo dicen todas las copias, se publica un mensaje breve y se anulan los recordatorios.',
  reminders: 'Recordatorios antes del evento',
  reminder: { '7d': '7 días antes', '1d': '1 día antes', '1h': '1 hora antes' },
  missing: 'Canales en una lengua sin texto',
  missingHint: 'También puede decidirlo al ver la vista previa.',
  missingHold: 'No publicar nada en ellos',
  missingLanguage: (language) => `Publicar en ellos el texto en ${names[language]}, con un aviso`,
  pings: 'Notificar a todas las personas de los canales',
  pingsHint: 'Úselo pocas veces: también suena en los teléfonos. Se le preguntará una vez más.',
  opened: 'Redacte el anuncio, por favor. No se publica nada hasta que haya visto la vista previa y la confirme.',
  openedChange: 'Modifique lo que sea necesario. En los canales no cambia nada hasta que usted lo confirme.',
  problems: (count) =>
    count === 1
      ? 'Hay algo que corregir; se conserva todo lo que ha escrito:'
      : `Hay ${count} cosas que corregir; se conserva todo lo que ha escrito:`,
  fileProblems: (count) =>
    count === 1
      ? 'Hay algo que corregir en el archivo. No se ha guardado nada:'
      : `Hay ${count} cosas que corregir en el archivo. No se ha guardado nada:`,
  line: (line, message) => `Línea ${line}: ${message}`,
  labelled: (label, message) => `${label}: ${message}`,
  pingRefused: (role) =>
    `No puede notificar a todas las personas: se necesita la función «${role}». Desactívelo o pida a alguien que la tenga que redacte el anuncio.`,
  noAudience:
    'Todavía no hay ninguna audiencia y un anuncio necesita una. Cree una primero con la orden «audience»: acción add, un nombre, un canal y su lengua.',
};
