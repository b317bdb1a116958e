import { counter } from '../counter.ts';
import type { ReportMessages } from './en.ts';

const channels = counter('es', 'canal', 'canales');
const copies = counter('es', 'copia', 'copias');

const reasons: ReportMessages['reasons'] = {
  notInChannel: 'El asistente no está en este canal. Haga que lo inviten y vuelva a intentarlo.',
  noSuchChannel: 'La plataforma no conoce ese canal. Compruebe su nombre en la audiencia.',
  archived: 'El canal está archivado. Haga que lo reabran o quítelo de la audiencia.',
  noPermission:
    'El asistente no puede escribir en él. Pida a la persona responsable del canal que lo permita y vuelva a intentarlo.',
  unauthorized:
    'La plataforma no acepta la clave del asistente. Pida a la persona que lo administra que cambie la clave.',
  tooLarge: 'La plataforma considera demasiado largo el anuncio. Acorte el texto, por favor.',
  malformed:
    'La plataforma no ha aceptado la forma del anuncio. Simplifique el texto, por favor; por ejemplo, sus tablas.',
  throttled: 'La plataforma pide ir más despacio. No tiene que hacer nada: continúa por sí solo.',
  unreachable: 'No se ha podido conectar con la plataforma. Vuelva a intentarlo más tarde, por favor.',
  unverified: 'No se ha podido averiguar si ha llegado. Mire en el canal antes de volver a intentarlo, por favor.',
  notConfigured:
    'El asistente no está conectado a esta plataforma. Consulte a la persona que lo administra; después, modifique y confirme de nuevo el anuncio.',
  missed: 'Su hora pasó mientras el asistente no estaba en marcha. Decida si todavía debe enviarse.',
  missingLanguage: 'No hay texto en la lengua del canal. Añada uno o elija otra lengua para esos canales, por favor.',
  gone: 'Alguien ha borrado el mensaje en el canal. No tiene que hacer nada, salvo que quiera publicarlo de nuevo a mano.',
  calendarFull:
    'El calendario del servidor está lleno: admite 100 eventos futuros. Haga que eliminen alguno y vuelva a intentarlo.',
  eventOver:
    'La plataforma no admite eventos que ya han empezado. No tiene que hacer nada, salvo que la hora sea errónea: en ese caso, corríjala.',
  other:
    'La plataforma lo ha rechazado sin un motivo que el asistente conozca. Vuelva a intentarlo o consulte a la persona que lo administra.',
};

export const report: ReportMessages = {
  reasons,
  statusDraft: 'Es un borrador. No se ha publicado nada.',
  statusAwaiting: 'A la espera de que lo confirme otra persona de la secretaría.',
  statusScheduled: (time) => `Programado: ${time}.`,
  statusPosting: 'Las publicaciones están en camino.',
  statusDone: 'Se ha publicado todo lo que se podía publicar.',
  statusTrouble: 'Algunos canales requieren su atención.',
  statusCancelled: 'Este anuncio se ha cancelado. No se ha publicado nada ni se publicará.',
  statusRetracting: 'Las copias se están retirando.',
  statusRetracted: 'Este anuncio se ha retirado.',
  unconfirmedChange: 'Hay un cambio que nadie ha confirmado todavía.',
  sent: (count) => `Enviado: ${channels(count)}`,
  waiting: (count) => `En espera: ${channels(count)}`,
  checking: (count) => `Se está comprobando si ha llegado: ${channels(count)}`,
  failed: (count) => `Fallido: ${channels(count)}`,
  held: (count) => `Retenido: ${channels(count)}`,
  gone: (count) => `Borrado por alguien en el canal: ${channels(count)}`,
  takenBack: (count) => `Retirado: ${channels(count)}`,
  reminder: (slot, time) => `Recordatorio ${slot} (${time})`,
  reminderOf: (slot) => `recordatorio ${slot}`,
  update: (time) => `Mensaje sobre un cambio (${time})`,
  updateOf: 'mensaje sobre un cambio',
  attention: 'Requieren atención',
  arrived: 'Enviados',
  more: (count) => `… y ${channels(count)} más.`,
  inState: {
    sent: 'enviado',
    waiting: 'en espera',
    checking: 'en comprobación',
    failed: 'fallido',
    held: 'retenido',
    gone: 'borrado en el canal',
    takenBack: 'retirado',
  },
  updating: 'allí sigue el texto anterior',
  nextTry: (time) => `Próximo intento: ${time}.`,
  open: 'Abrir',
  retry: (count) => `Volver a intentarlo en ${channels(count)}`,
  release: (count) => `Enviar ahora a ${channels(count)}`,
  edit: 'Modificar el texto',
  cancel: 'Cancelar el anuncio',
  callOff: 'Cancelar el evento',
  reinstate: 'El evento finalmente se celebra',
  retract: (count) => `Retirar ${copies(count)}`,
  seeChange: 'Ver el cambio',
  refresh: '¿Dónde está ahora?',
};
