import type { Language } from '../../language.ts';
import type { Messages } from './en.ts';
import { announcing } from './announcing/es.ts';
import { audience } from './audience/es.ts';
import { delivery } from './delivery/es.ts';
import { events } from './events/es.ts';
import { importing } from './importing/es.ts';
import { questionWords as questions } from './questions/es.ts';
import { room } from './room/es.ts';
import { terminal } from './terminal/es.ts';
import { web } from './web/es.ts';

const languageNames: Readonly<Record<Language, string>> = { en: 'inglés', es: 'español', fr: 'francés' };

export const es: Messages = {
  languageName: (language) => languageNames[language],
  answeredIn: (language) => `Respondo en ${languageNames[language]}, la lengua más cercana de las que escribo.`,
  shownIn: (language) => `Esta página solo existe en ${languageNames[language]}.`,
  abstained: (contact) =>
    `No lo sé: no he encontrado nada sobre ello en los documentos que conozco. La secretaría puede ayudarle: ${contact}.`,
  suggested: (contact) =>
    `No estoy lo bastante seguro para responder. Estas son las secciones más próximas; si no le sirven, la secretaría puede ayudarle: ${contact}.`,
  emptyQuestion: 'Escriba una pregunta, por favor; por ejemplo, una de estas:',
  noWords: 'No encuentro palabras en su mensaje. Pregunte con una frase o con algunas palabras clave, por ejemplo:',
  tooLong: (limit) =>
    `Su mensaje es demasiado largo: leo hasta ${limit} caracteres. Por favor, haga una sola pregunta, en una o dos frases.`,
  failed: (contact) =>
    `Ha habido un fallo por mi parte y no he podido responder. Inténtelo de nuevo dentro de un momento; si se repite, escriba a ${contact}.`,
  unknownSection: 'Esa página no existe. Puede que haya cambiado de nombre; pregúnteme por su tema.',
  unknownCommand: (name, known) => `No conozco la orden «${name}». Conozco estas: ${known}.`,
  missingOption: (option, command) => `La orden «${command}» necesita «${option}». Inténtelo de nuevo con ese dato.`,
  refused: (contact) =>
    `Esto corresponde a la secretaría y usted no tiene aquí sus permisos, así que no se ha hecho nada. Si lo necesita, escriba a ${contact}: la secretaría puede hacerlo por usted o pedir que se le concedan los permisos.`,
  storeFailed: (contact) =>
    `En este momento no puedo acceder a mi memoria. Lo que he confirmado antes no se ha perdido. Inténtelo de nuevo dentro de unos minutos; si continúa así, escriba a ${contact}.`,
  wrongChoice: (option, value, choices) =>
    `«${value}» no es un valor de «${option}». Elija uno de estos, por favor: ${choices}.`,
  unknownLanguage: (value) =>
    `«${value}» no es una lengua en la que yo escriba. Respondo en inglés (en), español (es) y francés (fr).`,
  help: 'Respondo a preguntas sobre Metropolis, la Asociación Mundial de las Grandes Metrópolis, a partir de sus documentos: la propia asociación, el Informe Anual 2023, CLEARING HOUSE, Metropolis Care y el Día Mundial Metropolitano. Cada respuesta indica su fuente; lo que no sé, lo digo. Pregunte en español, inglés o francés.',
  sampleQuestions: [
    '¿Qué ciudades se hicieron miembros en 2023?',
    '¿Cuáles son las cinco R de la caja de herramientas de cuidados?',
    '¿Qué son los bosques urbanos como soluciones basadas en la naturaleza?',
    '¿Quién organiza el Día Mundial Metropolitano?',
  ],
  sources: 'Fuentes',
  page: (page) => `pág. ${page}`,
  moreInSection: (count) => `… y ${count} más en la sección.`,
  wholeSection: 'Leer la sección completa',
  announcing,
  delivery,
  audience,
  events,
  importing,
  questions,
  room,
  web,
  terminal,
};
