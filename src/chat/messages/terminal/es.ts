import type { TerminalMessages } from './en.ts';

export const terminal: TerminalMessages = {
  instructions: 'Escriba una pregunta o el número de una sugerencia. /help · /lang en|es|fr · /quit',
  languageSet:
    'A partir de ahora le escribo en español. Las preguntas en otra lengua que yo escriba se responden en esa lengua.',
  goodbye: 'Hasta pronto.',
  formKeys:
    'Responda campo por campo. Una línea vacía conserva lo que está entre corchetes, un solo - lo vacía; /cancel abandona.',
  formProblems: 'Solo se vuelve a preguntar lo que requiere su atención; lo demás se conserva.',
  textKeys: 'Varias líneas; una línea con un solo punto (.) termina el texto.',
  choiceKeys: 'Escriba un número.',
  choicesKeys: 'Escriba números separados por comas.',
  switchKeys: 'Escriba sí o no.',
  yes: 'sí',
  no: 'no',
  required: 'obligatorio',
  notAChoice: (value, count) => `«${value}» no es ninguna de estas opciones. Escriba un número del 1 al ${count}.`,
  notYesOrNo: (value) => `«${value}» no es ni sí ni no. Escriba una de las dos palabras.`,
  cancelled: 'Abandonado. No se ha enviado nada.',
  formElsewhere:
    'Para esto hace falta una persona ante el teclado. Si no la hay, escriba el anuncio en un archivo markdown y ejecute: npm run announce -- archivo.md',
  fileKeys: 'Escriba la ruta de un archivo.',
  fileKept: 'el archivo leído',
  fileMissing: (path) =>
    `No existe el archivo «${path}». Compruebe la ruta; se lee desde la carpeta en la que se ejecuta el programa.`,
  fileUnreadable: (path) =>
    `No se puede leer el archivo «${path}». Debe ser un texto en UTF-8 de 1 MB como máximo, y usted debe tener permiso para leerlo.`,
  moreChannels: (count) => `y ${count} más`,
};
