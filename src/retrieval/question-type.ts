import { editDistance } from '../edit-distance.ts';
import type { EvidenceKind } from './evidence.ts';
import { audienceForms, kindForms, listForms, nextForms, placeNameForms, questionWords } from './question-words.ts';
import { phoneticKey } from './phonetic-key.ts';
import { isFunctionWord, questionLanguages } from './stop-words.ts';

/** What a question asks for, as far as its words tell. */
export interface QuestionType {
  /** The form that the answer must have; absent where any sentence can answer. */
  readonly asks?: EvidenceKind;
  /** Asks for all of several things, so that a list answers it and one item does not. */
  readonly wantsList: boolean;
  /** Asks for what is to come ("the next congress"). */
  readonly asksNext: boolean;
  /** Asks for the name of a city or country, not only where something is. */
  readonly asksPlaceName: boolean;
}

const between = (forms: string) => new RegExp(` (?:${forms}) `);
const kindPatterns = kindForms.map(([kind, forms]) => [kind, between(forms)] as const);
const audience = between(audienceForms);
const lists = between(listForms);
const next = between(nextForms);
const placeNames = between(placeNameForms);

/** Words that are question words in one language only: `ou` is "where" in French, `on` in Catalan. */
const placeWord: Readonly<Record<string, string>> = { fr: 'ou', ca: 'on' };

/**
 * Reads what is asked for from a question's folded words.
 * @param words the question's words, folded, in order, function words included
 * @param isKnown tells whether the knowledge holds a word, which then is no misspelt question word
 * @param language the question's language, which decides what `ou`, `on` and `qui` mean
 */
export function questionType(
  words: readonly string[],
  language: string,
  isKnown: (folded: string) => boolean,
): QuestionType {
  const line = ` ${words
    .filter((word) => isMeant(word, words, language))
    .map((word) => (isKnown(word) ? word : corrected(word)))
    .join(' ')} `;
  const found = kindPatterns.find(([, pattern]) => pattern.test(line))?.[0];
  const kind = (found === 'agent' || found === 'person') && audience.test(line) ? undefined : found;
  const wantsList = lists.test(line);
  const asksNext = next.test(line);
  const asksPlaceName = kind === 'place' && placeNames.test(line);
  return { ...(kind === undefined ? {} : { asks: kind }), wantsList, asksNext, asksPlaceName };
}

/** Words of headings that announce what a kind of question asks for; folded. */
const announcements: Readonly<Partial<Record<EvidenceKind, RegExp>>> = {
  number:
    /^(number|size|figures?|attendance|growth|numero|tamano|cifras?|asistencia|nombre|taille|chiffres?|effectif|participants?|participantes)$/,
  date: /^(when|date|dates|day|year|duration|deadline|fechas?|dia|ano|plazo|duracion|jour|annee|duree|echeance|calendrier)$/,
  place:
    /^(where|place|places|venue|seat|host|location|lugar|sede|anfitrion|lieu|lieux|siege|hote|address|direccion|adresse)$/,
  agent:
    /^(who|partners?|organisers?|socios?|organizador|organizadores|partenaires?|organisateurs?|quien|qui|author|host|coordinator|coordinador|coordinateur)$/,
  reason:
    /^(why|reasons?|purpose|purposes|aims?|goals?|razones|razon|motivos?|objetivos?|finalidad|proposito|pourquoi|raisons?|objectifs?|but)$/,
  topic: /^(theme|topics?|subject|message|title|temas?|asuntos?|lema|mensaje|titulo|themes?|sujets?|message|titre)$/,
  person: /^(who|people|persons?|author|personas?|autor|personnes?|auteur|leader|speakers?)$/,
};

/** Tells whether a word of a heading announces the kind of thing that is asked for ("Number of members", "Sede"). */
export function announces(folded: string, asks: EvidenceKind | undefined): boolean {
  return asks !== undefined && (announcements[asks]?.test(folded) ?? false);
}

/** Tells whether a word is most probably a misspelt question word: `wen`, `qaundo`. */
export function isMisspeltQuestionWord(word: string): boolean {
  return corrected(word) !== word;
}

/** One letter too few, too many, wrong or out of place in a question word hides what is asked for. */
function corrected(word: string): string {
  if (
    word.length < 3 ||
    questionWords.has(word) ||
    questionLanguages.some((language) => isFunctionWord(word, language))
  )
    return word;
  const key = phoneticKey(word);
  return (
    [...questionWords].find((known) => phoneticKey(known) === key) ??
    [...questionWords].find((known) => Math.abs(known.length - word.length) <= 1 && editDistance(word, known) === 1) ??
    word
  );
}

function isMeant(word: string, words: readonly string[], language: string): boolean {
  if (word === 'ou' || word === 'on') {
    // As conjunction or preposition these stand inside a question, as question words at its beginning or after one.
    return placeWord[language] === word && words.indexOf(word) <= 2;
  }
  return word !== 'qui' || language === 'fr' || language === 'ca' || words.indexOf(word) <= 1;
}
