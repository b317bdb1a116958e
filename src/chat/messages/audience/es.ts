import type { Language } from '../../../language.ts';
import { counter } from '../counter.ts';
import type { AudienceMessages } from './en.ts';

const names: Readonly<Record<Language, string>> = { en: 'inglés', es: 'español', fr: 'francés' };
const channels = counter('es', 'canal', 'canales');

export const audience: AudienceMessages = {
  listTitle: 'Audiencias',
  none: 'Todavía no hay ninguna audiencia. Una audiencia es un grupo de canales con nombre, como «members-es»; los anuncios se envían a audiencias.',
  line: (count, languages) => (count === 0 ? 'sin canales' : `${channels(count)} (${languages})`),
  open: (name) => `Mostrar ${name}`,
  addTo: (name) => `Añadir un canal a ${name}`,
  addAny: 'Añadir un canal',
  showTitle: (name) => `Audiencia ${name}`,
  empty: 'Esta audiencia no tiene canales: no se publicaría nada.',
  inLanguage: (language) => names[language],
  topics: (topics) => `temas: ${topics}`,
  more: (count) => `… y ${channels(count)} más.`,
  refused: 'la plataforma rechazó aquí la última publicación',
  crossposting: (on) =>
    on
      ? 'Lo publicado en canales de anuncios se transmite a los servidores que los siguen.'
      : 'Lo publicado en canales de anuncios no se transmite a los servidores que los siguen.',
  crosspostSet: (name, on) =>
    on
      ? `A partir de ahora, lo publicado para ${name} en canales de anuncios se transmite a los servidores que los siguen.`
      : `A partir de ahora, lo publicado para ${name} en canales de anuncios se queda en esos canales.`,
  crosspostButton: (on) => (on ? 'Transmitir a los seguidores' : 'No transmitir a los seguidores'),
  nameMissing: (known) => `Indique qué audiencia, por favor. Existen: ${known}.`,
  nameEmpty: 'Dé un nombre a la audiencia, por favor; por ejemplo, «members-es».',
  nameWrong: (name) =>
    `«${name}» no puede ser el nombre de una audiencia: solo admite letras minúsculas (a–z), cifras y guiones, 40 como máximo. Pruebe, por ejemplo, con «members-es».`,
  unknown: (name, known) => `No existe la audiencia «${name}». Existen: ${known}.`,
  noneKnown: 'ninguna todavía',
  channelMissing: 'Indique el canal, por favor, como plataforma:canal.',
  channelWrong: (value, platforms) =>
    `«${value}» no es la dirección de un canal. Tiene la forma plataforma:canal, y la plataforma es una de estas: ${platforms}.`,
  platformUnknown: (platform, platforms) =>
    `La plataforma «${platform}» no está conectada. Están conectadas: ${platforms}.`,
  languageMissing: 'Elija la lengua en la que lee el canal, por favor.',
  topicsWrong: (value) =>
    `«${value}» no puede ser un tema: un tema tiene 40 caracteres como máximo. Los temas se separan con comas.`,
  crosspostMissing: 'Indique si lo publicado se transmite: crosspost true o crosspost false.',
  added: (channel, name, language) => `${channel} pertenece ahora a ${name} y lee en ${names[language]}.`,
  changed: (channel, name, language) => `${channel} ya pertenecía a ${name}; ahora lee en ${names[language]}.`,
  removed: (channel, name) => `${channel} ya no pertenece a ${name}. Lo que se ha publicado allí permanece.`,
  notIn: (channel, name) => `${channel} no pertenece a ${name}; no se ha cambiado nada.`,
  removeButton: (channel) => `Quitar ${channel}`,
  removeAllButton: (name, count) => `Sí, eliminar ${name} con ${channels(count)}`,
  removeAll: (name, count) =>
    `Se eliminaría la audiencia ${name} con ${channels(count)}. Lo publicado permanece; los borradores para ${name} necesitarán otra audiencia.`,
  deleted: (name) => `La audiencia ${name} se ha eliminado.`,
  warning: {
    notInChannel: 'El asistente no está en este canal: invítelo, pues de lo contrario no se podrá publicar nada.',
    noSuchChannel:
      'El asistente no ve este canal. Puede que la dirección esté mal escrita o que el canal sea privado: en ese caso, invítelo.',
    archived: 'Este canal está archivado: no se puede publicar nada en él.',
    noPermission: 'El asistente no puede publicar en este canal: concédale el permiso de enviar mensajes.',
    noEvents: 'El asistente no puede crear eventos en este calendario: concédale el permiso de crear eventos.',
    other:
      'En este momento no se puede publicar nada en este canal; la vista previa de un anuncio lo comprobará de nuevo.',
    unchecked:
      'Ahora mismo no se ha podido comprobar si el asistente puede publicar allí; la vista previa de un anuncio lo comprobará de nuevo.',
  },
  formTitle: 'Añadir un canal a una audiencia',
  formSubmit: 'Añadir',
  formIntro: 'Indique adónde van los anuncios para esta audiencia. No se publica nada.',
  formProblems: 'Hay algo que corregir; lo que ha escrito se conserva.',
  field: { name: 'Audiencia', channel: 'Canal', language: 'Lengua', topics: 'Temas' },
  nameHint: 'Una audiencia que exista o una nueva: letras minúsculas, cifras y guiones, como members-es.',
  channelHint: (platforms) => `La forma es plataforma:canal; están conectadas: ${platforms}.`,
  languageHint: 'Los anuncios se publican allí en esta lengua.',
  topicsHint: 'Solo si el canal no quiere recibirlo todo; separados con comas.',
  channelLanguage: (channel, language) =>
    `En ${channel} hablo ${names[language]} cuando no se puede saber la lengua de la persona.`,
  channelNoLanguage: (channel) =>
    `${channel} no tiene lengua propia: hablo inglés cuando no se puede saber la lengua de la persona.`,
  channelNeeded: 'Indique el canal (plataforma:canal) o dé esta orden en el propio canal, por favor.',
};
