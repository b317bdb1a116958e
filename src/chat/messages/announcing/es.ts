import { form } from '../announcement-form/es.ts';
import { counter } from '../counter.ts';
import { preview } from '../preview/es.ts';
import { report } from '../report/es.ts';
import type { AnnouncingMessages } from './en.ts';

const channels = counter('es', 'canal', 'canales');
const copies = counter('es', 'copia', 'copias');
const deliveries = counter('es', 'envío', 'envíos');
const announcements = counter('es', 'anuncio', 'anuncios');

export const announcing: AnnouncingMessages = {
  form,
  preview,
  report,
  refused: (contact) =>
    `De los anuncios se encarga la secretaría. Si desea que se anuncie algo, escriba a ${contact}, por favor.`,
  pingRefused: (role) =>
    `Este anuncio notifica a todas las personas y para eso se necesita la función «${role}». Desactívelo en el anuncio o pida a alguien que la tenga que lo confirme.`,
  ownApproval:
    'Este anuncio debe confirmarlo otra persona de la secretaría: no puede hacerlo quien lo ha redactado o lo ha pasado a confirmación. Lo encontrará en la lista de anuncios.',
  unknownAnnouncement: (id) => `No existe el anuncio «${id}». Elija uno de la lista de anuncios, por favor.`,
  missingId: 'Indique de qué anuncio se trata: elíjalo en la lista de anuncios.',
  unknownAction: (action, known) => `«${action}» no se puede hacer con un anuncio. Es posible: ${known}.`,
  wrongRevision: (value) =>
    `«${value}» no es el número de una revisión. Abra el anuncio desde la lista y modifíquelo allí, por favor.`,
  seeList: 'Lista de anuncios',
  closedCancelled: 'Este anuncio se canceló y ya no se puede modificar. Redacte uno nuevo, por favor.',
  closedRetracted: 'Este anuncio se retiró y ya no se puede modificar. Redacte uno nuevo, por favor.',
  changedMeanwhile:
    'Otra persona ha modificado este anuncio entretanto. Lo que usted ha escrito se conserva aquí; si lo envía de nuevo, sustituye lo que escribió la otra persona.',
  againRevision:
    'El anuncio se modificó después de la vista previa que usted ha confirmado. No se ha hecho nada: mírelo tal como está ahora y confírmelo de nuevo.',
  againPlan:
    'Desde su vista previa ha cambiado algo en los canales, en sus lenguas o en lo que hay publicado. No se ha hecho nada: mírelo tal como está ahora y confírmelo de nuevo.',
  againUnseen: 'Un anuncio se confirma desde su vista previa. Aquí la tiene:',
  againBlocked: 'Todavía no se puede confirmar.',
  sureToPing: (count) =>
    `Se notificará a todas las personas de ${channels(count)}, también en sus teléfonos. ¿Lo desea así?`,
  pingCountChanged: 'El número de canales ha cambiado desde que se le preguntó.',
  yesPing: (count) => `Sí, notificar a todas las personas de ${channels(count)}`,
  backToPreview: 'No, volver a la vista previa',
  sureToRetract: (count) =>
    `Se retirarán de los canales ${copies(count)} del anuncio. No se puede deshacer. ¿Lo desea así?`,
  yesRetract: (count) => `Sí, retirar ${copies(count)}`,
  noLeave: 'No, dejarlo como está',
  submitted:
    'Su confirmación queda anotada. No se publica nada hasta que lo confirme también otra persona de la secretaría; lo encontrará en la lista de anuncios.',
  confirmed: 'Confirmado.',
  alreadyConfirmed: 'Ya estaba confirmado; no se ha hecho nada dos veces.',
  cancelled: 'Cancelado. No se ha publicado nada ni se publicará.',
  alreadyClosed: 'Ya estaba hecho; no ha cambiado nada.',
  retracting: (count) => `En retirada: ${copies(count)}.`,
  notPosted: 'No se ha publicado nada de este anuncio: no hay nada que retirar.',
  retried: (count) => `Nuevo intento: ${deliveries(count)}.`,
  nothingToRetry: 'No ha fallado nada: no hay nada que volver a intentar.',
  released: (count) => `Se envía ahora: ${deliveries(count)}.`,
  nothingToRelease: 'No hay nada retenido por haber pasado su hora.',
  discarded: 'El cambio se ha descartado; sigue en pie lo confirmado.',
  nothingToDiscard: 'No hay ningún cambio sin confirmar.',
  alsoConfirms: 'Tenga en cuenta que esto incluye también una modificación anterior que nadie ha confirmado todavía.',
  noComingEvent: 'Este anuncio no trata de ningún evento que esté por celebrarse: no ha cambiado nada.',
  saved: 'Guardado, pero todavía sin confirmar.',
  list: {
    title: 'Anuncios',
    empty: 'Todavía no hay anuncios.',
    missed: 'Su hora pasó: decida, por favor',
    drafts: 'Borradores',
    awaiting: 'A la espera de una segunda confirmación',
    scheduled: 'Programados',
    recent: 'Publicados',
    closed: 'Cancelados o retirados',
    more: (count) => `Los últimos: ${announcements(count)}; los anteriores no se muestran.`,
    changed: (time) => `modificado: ${time}`,
    deliveries: {
      sent: (count) => (count === 1 ? '1 enviado' : `${count} enviados`),
      waiting: (count) => `${count} en espera`,
      failed: (count) => (count === 1 ? '1 fallido' : `${count} fallidos`),
      held: (count) => (count === 1 ? '1 retenido' : `${count} retenidos`),
    },
    eventCancelled: 'evento cancelado',
    ready: 'el cambio espera su confirmación',
    writeNew: 'Redactar un anuncio',
    open: (title) => `Abrir: ${title}`,
  },
};
