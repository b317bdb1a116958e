import { beforeAll, describe, expect, test } from 'vitest';
import { naming, readEventQuestion, type NamedEvent } from '../../src/answers/event-question.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/language.ts';
import { createRetriever, type Retriever } from '../../src/retrieval/retriever.ts';

let retriever: Retriever;
beforeAll(async () => {
  retriever = createRetriever(await loadKnowledge('knowledge', { now: 0 }));
});

const read = (question: string, language: Language) => readEventQuestion(retriever, question, language);

describe('readEventQuestion()', () => {
  test.each([
    ['en', 'When is the forum?', 'when', undefined],
    ['en', 'What time does the forum begin?', 'when', undefined],
    ['en', 'When does the forum end?', 'end', undefined],
    ['en', 'Where was the forum held?', 'where', 'past'],
    ['en', 'When is the next forum?', 'when', 'coming'],
    ['en', 'When was the last forum?', 'when', 'earlier'],
    ['en', 'Where is the other forum?', 'where', 'earlier'],
    ['en', 'How do I join the forum?', 'link', undefined],
    ['en', 'Is there a link for the forum?', 'link', undefined],
    ['en', 'What is the forum?', 'what', undefined],
    ['en', 'Is the forum still on?', 'state', undefined],
    ['en', 'Was the forum canceled?', 'state', 'past'],
    ['es', '¿Dónde se celebra el foro?', 'where', undefined],
    ['es', '¿Cuándo termina el foro?', 'end', undefined],
    ['es', '¿Cuándo fue el último foro?', 'when', 'earlier'],
    ['es', '¿Está cancelado el foro?', 'state', undefined],
    ['es', '¿Dónde está el enlace del foro?', 'link', undefined],
    ['fr', 'Quand se tiendra le forum ?', 'when', 'coming'],
    ['fr', 'Où a eu lieu le forum ?', 'where', 'past'],
    ['fr', 'À quelle heure commence le forum ?', 'when', undefined],
    ['fr', 'Y a-t-il un lien pour le forum ?', 'link', undefined],
    ['fr', 'Le forum est-il annulé ?', 'state', undefined],
  ] as const)('reads in %s: %s', (language, question, aspect, tense) => {
    const found = read(question, language);
    expect([found?.aspect, found?.tense]).toEqual([aspect, tense]);
  });

  test.each([
    'Who speaks at the forum?',
    'How much does the forum cost?',
    'How many came to the forum?',
    'Why was the forum cancelled?',
    'Who cancelled the forum?',
    'When was the forum cancelled?',
    'The forum',
  ])('takes none of these for a question about time, place or state: %s', (question) => {
    expect(read(question, 'en')).toBeUndefined();
  });
});

const forum: NamedEvent = {
  id: 'forum',
  names: {
    en: { title: 'Save the date: third forum of island harbours', facts: ['November 2027', 'Valparaíso'] },
    es: { title: 'Tercer foro de puertos insulares', facts: ['noviembre de 2027', 'Valparaíso'] },
  },
};

function namingOf(question: string, language: Language, event: NamedEvent = forum) {
  const asked = read(question, language);
  return asked && naming(retriever, asked, event);
}

describe('naming()', () => {
  test.each([
    ['en', 'When is the third forum of island harbours?', 'fully'],
    ['en', 'When is the forum of the island harbours?', 'fully'],
    ['en', 'when is the ISLAND HARBOUR forum', 'fully'],
    ['en', 'When is the forum of island harbors of Metropolis in Valparaiso in November 2027?', 'fully'],
    ['en', 'When is the forum of harbours?', 'nearly'],
    ['es', '¿Cuándo es el foro de puertos insulares?', 'fully'],
    ['es', '¿Dónde es el foro insular de puertos?', 'fully'],
  ] as const)('finds the event (%s): %s', (language, question, expected) => {
    expect(namingOf(question, language)).toBe(expected);
  });

  test.each([
    ['en', 'When is the forum?'],
    ['en', 'When is the fourth forum of island harbours?'],
    ['en', 'When is the forum of island airports?'],
    ['en', 'When is the workshop of island harbours?'],
    ['en', 'When is the forum of island harbours in 2028?'],
    ['en', 'When is the forum of island harbours in March?'],
    ['en', 'When is the forum of island harbours in Lima?'],
    ['en', 'When is the deadline of the forum of island harbours?'],
    ['en', 'What is the date?'],
    ['es', '¿Cuándo es el cuarto foro de puertos insulares?'],
    ['es', '¿Cuándo es el foro de puertos fluviales?'],
  ] as const)('finds another, or none (%s): %s', (language, question) => {
    expect(namingOf(question, language)).toBeUndefined();
  });

  test.each([
    ['Registration open: harbour forum', 'When does registration for the harbour forum open?'],
    ['Metropolis', 'Where is Metropolis?'],
    ['Webinar 3: care', 'When is webinar 2 on care?'],
    ['Harbour forum', 'When is the second harbour forum?'],
  ])('finds no event “%s” in: %s', (title, question) => {
    const facts = ['November 2027', '2 Harbour Street, Port Example'];
    expect(namingOf(question, 'en', { id: 'e', names: { en: { title, facts } } })).toBeUndefined();
  });

  test('finds in another language what the glossary names there', () => {
    const congress: NamedEvent = { id: 'c', names: { en: { title: 'World Metropolitan Day', facts: [] } } };
    expect(namingOf('¿Cuándo es el Día Mundial Metropolitano?', 'es', congress)).toBe('fully');
  });
});
