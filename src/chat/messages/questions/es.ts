import { counter } from '../counter.ts';
import type { QuestionMessages } from './en.ts';

const questions = counter('es', 'pregunta', 'preguntas');
const subjects = counter('es', 'tema', 'temas');
const more = counter('es', 'tema más', 'temas más');

export const questionWords: QuestionMessages = {
  forward: 'Enviar esta pregunta a la secretaría, con mi nombre',
  forwarded: 'Su pregunta va camino de la secretaría, con su nombre. La respuesta le llegará en un mensaje mío.',
  forwardedBefore: 'La secretaría ya tiene esta pregunta suya. La respuesta le llegará en un mensaje mío.',
  forwardUnavailable: (contact) =>
    `Desde aquí no puedo transmitir preguntas. Escriba a la secretaría, por favor: ${contact}.`,
  forwardFailed: (contact) =>
    `En este momento no puedo acceder al canal de la secretaría, así que su pregunta no se ha enviado. Escriba a ${contact}, por favor.`,
  forwardTitle: (name) => `Pregunta de ${name}`,
  forwardHint: 'Responda en el hilo de este mensaje: lo que escriba allí se enviará a la persona que preguntó.',
  somebody: 'un miembro',
  relayTitle: 'Respuesta de la secretaría',
  relayed: 'Su respuesta va camino de la persona que preguntó.',
  relayedBefore: 'Esta respuesta ya se había transmitido.',
  relayEmpty: 'Su respuesta no contiene palabras, así que no se ha transmitido nada.',
  relayTooLong: (length, limit) =>
    `Su respuesta no se ha transmitido: tiene ${length} caracteres y allí caben ${limit} como máximo. Envíela en varias partes, por favor.`,
  relayUnknown:
    'Este mensaje no es una pregunta que yo haya transmitido, o ya no sé quién la hizo. No se ha enviado nada; escriba directamente a la persona, por favor.',
  relayUnreachable:
    'No se ha enviado nada: la plataforma en la que se hizo la pregunta ya no está conectada. Escriba directamente a la persona, por favor.',
  thanks: 'Gracias. Es bueno saber que la respuesta le ha servido.',
  thanksForTrouble: (contact) =>
    `Gracias. Lo que no sirve se recoge para mejorar los documentos. La secretaría puede ayudarle ahora: ${contact}.`,
  unknownQuestion:
    'Ya no recuerdo esta respuesta, así que no he podido anotar su opinión. Haga la pregunta de nuevo, por favor.',
  commentTooLong: (length, limit) =>
    `Su comentario tiene ${length} caracteres; puedo guardar hasta ${limit}. Acórtelo y envíelo de nuevo, por favor.`,
  gapsTitle: 'Lo que los miembros preguntaron y no obtuvieron',
  gapsNone: 'Nada: todas las preguntas que recuerdo tuvieron respuesta, y nadie ha dicho que alguna no le sirviera.',
  gapsFound: (asked, groups) => `${questions(asked)} sobre ${subjects(groups)}, empezando por lo más reciente.`,
  gapsAsked: (count) => questions(count),
  gapsLast: (date) => `la última, el ${date}`,
  gapsNotHelpful: (count) => `respuesta que no sirvió: ${count}`,
  gapsNear: (section) => `Cerca de «${section}»`,
  gapsNearNothing: 'Cerca de nada de lo que hay en los documentos',
  gapsComment: (comment) => `«${comment}»`,
  gapsMore: (count) => `… y ${more(count)}. «npm run gaps» los muestra todos.`,
  gapsUndelivered: 'Esto no ha llegado:',
  gapsLost: {
    question: (question) => `la pregunta «${question}» al canal de la secretaría`,
    answer: (question) => `la respuesta a «${question}» a la persona que preguntó`,
  },
  gapsRetry: 'Enviarlo de nuevo',
  gapsRetried: 'Lo que no había llegado va de nuevo en camino.',
  gapsNothingToRetry: 'Todo ha llegado: no hay nada que enviar de nuevo.',
  gapsNoTexts:
    'Las palabras de las preguntas no se guardan, por lo que solo se muestra la sección más próxima. Para guardarlas, quien administra el asistente pone KEEP_QUESTIONS=true y lo comunica a los miembros.',
};
