import { describe, expect, test } from 'vitest';
import { announces, isMisspeltQuestionWord, questionType } from '../../src/retrieval/question-type.ts';
import { tokenize } from '../../src/retrieval/tokenize.ts';

const typeOf = (question: string, language: string, known: readonly string[] = []) =>
  questionType(
    tokenize(question).map(({ folded }) => folded),
    language,
    (word) => known.includes(word),
  );

describe('questionType()', () => {
  test.each([
    ['en', 'How many cities are members?', 'number'],
    ['es', '¿Cuántas ciudades son miembros?', 'number'],
    ['es', 'cuantas ciudades', 'number'],
    ['fr', 'Combien de villes ?', 'number'],
    ['pt', 'Quantas cidades?', 'number'],
    ['ca', 'Quantes ciutats?', 'number'],
    ['en', 'When was it founded?', 'date'],
    ['es', '¿En qué año se fundó?', 'date'],
    ['fr', 'Quand a-t-elle été fondée ?', 'date'],
    ['en', 'wen was it founded', 'date'],
    ['es', 'qaundo se fundó', 'date'],
    ['en', 'Where is the seat?', 'place'],
    ['en', 'Which city hosted it?', 'place'],
    ['fr', 'Où est le siège ?', 'place'],
    ['ca', 'On és la seu?', 'place'],
    ['en', 'Who is the treasurer?', 'person'],
    ['fr', 'Qui est la trésorière ?', 'person'],
    ['pt', 'Quem é a tesoureira?', 'person'],
    ['ca', 'Qui és la tresorera?', 'person'],
    ['es', 'alcalde de Lima', 'person'],
    ['en', 'mayor of Lima', 'person'],
    ['en', 'Who organised the congress?', 'agent'],
    ['en', 'How much prize money did it give?', 'money'],
    ['en', 'How long did it last?', 'duration'],
    ['es', '¿Cuánto tiempo duró?', 'duration'],
    ['fr', 'Combien de temps a-t-il duré ?', 'duration'],
    ['en', 'How much does it cost?', 'money'],
    ['es', '¿Cuánto cuesta?', 'money'],
    ['en', 'What is the phone number?', 'phone'],
    ['es', '¿Cuál es el correo electrónico?', 'email'],
    ['en', 'How old is she?', 'age'],
    ['es', 'web de la asociación', 'link'],
    ['en', 'What was the theme of the congress?', 'topic'],
    ['en', 'Why does it exist?', 'reason'],
    ['fr', 'Pourquoi existe-t-elle ?', 'reason'],
    ['en', 'What is Metropolis?', 'definition'],
    ['es', '¿Qué es Metropolis?', 'definition'],
    ['fr', 'Qu’est-ce que Metropolis ?', 'definition'],
  ] as const)('questionType() says of the %s question %j that it asks for a %s', (language, question, asks) => {
    expect(typeOf(question, language).asks).toBe(asks);
  });

  test.each([
    ['en', 'the tree project'],
    ['en', 'mayor of the city'],
    ['en', 'a book on cities'],
    ['fr', 'les villes de France ou de Belgique'],
    ['en', 'For whom is the guide?'],
    ['en', 'Who can join?'],
    ['es', '¿Sobre quién recae la tarea?'],
    ['fr', 'Qui peut adhérer ?'],
    ['en', 'How does the toolkit work?'],
  ] as const)('questionType() says of the %s question %j that any sentence can answer', (language, question) => {
    expect(typeOf(question, language).asks).toBeUndefined();
  });

  test.each([
    ['en', 'Who are the members?'],
    ['en', 'List the partners'],
    ['en', 'Which cities joined?'],
    ['es', '¿Cuáles son las vicepresidencias?'],
    ['es', '¿Quiénes son los miembros?'],
    ['fr', 'Quelles sont les villes membres ?'],
    ['ca', 'Quines ciutats són membres?'],
    ['pt', 'Quais são as cidades?'],
  ] as const)('questionType() says of the %s question %j that a list answers it', (language, question) => {
    expect(typeOf(question, language).wantsList).toBe(true);
  });

  test.each([
    ['en', 'Who is the treasurer?'],
    ['es', '¿Quién es la tesorera?'],
    ['fr', 'Où est le siège ?'],
  ] as const)('questionType() says of the %s question %j that it wants no list', (language, question) => {
    expect(typeOf(question, language).wantsList).toBe(false);
  });

  test.each([
    ['en', 'When is the next congress?', true],
    ['es', '¿Cuándo es el próximo congreso?', true],
    ['fr', 'Quand aura lieu le prochain congrès ?', true],
    ['ca', 'Quan és el proper congrés?', true],
    ['en', 'When was the last congress?', false],
    ['fr', 'Quand a eu lieu le congrès ?', false],
  ] as const)(
    'questionType() says of the %s question %j whether it asks for what is to come: %s',
    (language, question, expected) => {
      expect(typeOf(question, language).asksNext).toBe(expected);
    },
  );

  test('questionType() corrects no word that the knowledge holds', () => {
    expect(typeOf('wen yan district', 'en').asks).toBe('date');
    expect(typeOf('wen yan district', 'en', ['wen']).asks).toBeUndefined();
  });
});

describe('isMisspeltQuestionWord()', () => {
  test.each(['wen', 'wehn', 'wheer', 'cunado', 'quein', 'combein', 'qaund', 'onnde'])(
    'isMisspeltQuestionWord() is true for %s',
    (word) => {
      expect(isMisspeltQuestionWord(word)).toBe(true);
    },
  );

  test.each(['when', 'cuando', 'then', 'what', 'treasurer', 'on', 'ou'])(
    'isMisspeltQuestionWord() is false for %s',
    (word) => {
      expect(isMisspeltQuestionWord(word)).toBe(false);
    },
  );
});

describe('announces()', () => {
  test.each([
    ['number', ['number', 'numero', 'nombre', 'attendance']],
    ['date', ['date', 'fecha', 'duree']],
    ['place', ['venue', 'sede', 'lieu']],
    ['agent', ['partners', 'socios', 'partenaires']],
    ['reason', ['purpose', 'objetivos', 'raisons']],
  ] as const)('announces() is true when a heading promises a %s', (asks, words) => {
    expect(words.filter((word) => !announces(word, asks))).toEqual([]);
  });

  test('announces() is false when the heading promises something else, or nothing is asked for', () => {
    expect(announces('venue', 'number')).toBe(false);
    expect(announces('number', undefined)).toBe(false);
    expect(announces('numbers-game', 'number')).toBe(false);
  });
});

describe('questionType() and names of places', () => {
  test.each([
    ['which two cities share a river', 'en', true],
    ['in which country is the harbour', 'en', true],
    ['que otras ciudades tienen puerto', 'es', true],
    ['quelle ville a un port', 'fr', true],
    ['quines ciutats tenen port', 'ca', true],
    ['que cidade tem porto', 'pt', true],
    ['where is the harbour', 'en', false],
    ['when does the city celebrate', 'en', false],
  ] as const)(
    'questionType() tells whether "%s" (%s) asks for the name of a place: %j',
    (question, language, expected) => {
      expect(questionType(question.split(' '), language, () => true).asksPlaceName).toBe(expected);
    },
  );

  test.each([
    ['what is the name of the mayor', 'en', 'person'],
    ['como se llama la alcaldesa', 'es', 'person'],
    ['what is the web address of the harbour', 'en', 'link'],
    ['quanto paga o porto', 'pt', 'money'],
    ['quant costa el port', 'ca', 'money'],
    ['combien paie le port', 'fr', 'money'],
    ['cuanto paga el puerto', 'es', 'money'],
  ] as const)('questionType() reads "%s" (%s) as a question for a %s', (question, language, asks) => {
    expect(questionType(question.split(' '), language, () => true).asks).toBe(asks);
  });
});
