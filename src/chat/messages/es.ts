import type { Language } from '../../language.ts';
import type { Messages } from './en.ts';
import { announcing } from './announcing/es.ts';
import { delivery } from './delivery/es.ts';
import { room } from './room/es.ts';

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
  room,
  web: {
    name: 'Asistente de Metropolis',
    welcome: '¿Qué desea saber?',
    skipToQuestion: 'Ir al campo de la pregunta',
    skipToContent: 'Ir al contenido',
    language: 'Lengua',
    newConversation: 'Nueva conversación',
    conversation: 'Conversación',
    question: 'Su pregunta',
    placeholder: 'Escriba su pregunta…',
    send: 'Enviar',
    keys: 'Intro envía; Mayús e Intro empiezan una línea nueva.',
    advice: 'Las respuestas citan documentos de Metropolis: compruebe la fuente.',
    youAsked: 'Usted preguntó:',
    searching: 'Buscando en los documentos…',
    original: (host) => `Original en ${host}`,
    table: 'Tabla',
    ask: 'Hacer una pregunta',
    back: 'Volver a la conversación',
    onThisPage: 'En esta página',
    unreachable:
      'No es posible conectar con el asistente en este momento. Su pregunta sigue en el campo: inténtelo de nuevo.',
    tooLarge: 'Su mensaje es demasiado grande. Por favor, haga una sola pregunta, en una o dos frases.',
    notFoundTitle: 'Esta página no existe',
    notFound: 'Puede que la dirección esté mal escrita o que la página haya cambiado de nombre. Pregunte por su tema.',
    methodTitle: 'Esta dirección funciona de otro modo',
    method: 'La página existe, pero no se puede usar así. Vuelva a la conversación e inténtelo desde allí.',
    forbiddenTitle: 'La petición se ha rechazado',
    forbidden: 'No procedía de una página del asistente. Haga su pregunta en la conversación.',
    misdirected:
      'El asistente no responde en esta dirección. Utilice la que le haya dado la persona que lo administra.',
    failedTitle: 'Ha habido un fallo por nuestra parte',
    failed: 'No se ha podido mostrar la página. Inténtelo de nuevo dentro de un momento.',
  },
  terminal: {
    instructions: 'Escriba una pregunta o el número de una sugerencia. /help · /lang en|es|fr · /quit',
    languageSet:
      'A partir de ahora le escribo en español. Las preguntas en otra lengua que yo escriba se responden en esa lengua.',
    goodbye: 'Hasta pronto.',
  },
};
