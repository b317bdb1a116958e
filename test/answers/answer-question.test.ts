import { describe, expect, test } from 'vitest';
import { answerQuestion, citationsOf, readQuestion, type AskOptions } from '../../src/answers/answer-question.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { openedAssociation } from '../retrieval/association-knowledge.ts';

async function ask(question: string, options?: AskOptions) {
  const { retriever } = await openedAssociation();
  const answer = answerQuestion(retriever, question, options);
  return { answer, said: answer.outcome === 'answered' ? plainText(answer.excerpt) : `(${answer.outcome})` };
}

async function doubtsAbout(question: string) {
  const { retriever } = await openedAssociation();
  return readQuestion(retriever, question).reading.doubts;
}

describe('answerQuestion()', () => {
  test.each([
    ['en', 'Who is the treasurer of the association?', 'Ada Lovelace', 'board#treasurer'],
    ['es', '¿Quién es la tesorera de la asociación?', 'La tesorera de la asociación', 'board#treasurer'],
    ['es', 'quien es la tesorera de la asociacion', 'La tesorera de la asociación', 'board#treasurer'],
    ['fr', 'Qui est la trésorière de l’association ?', 'La trésorière de l’association', 'board#treasurer'],
    ['fr', "qui est la tresoriere de l'association", 'La trésorière de l’association', 'board#treasurer'],
    ['en', 'Who is the tresurer of the asociation?', 'Ada Lovelace', 'board#treasurer'],
    ['en', 'who is the Tesorera of the association', 'Ada Lovelace', 'board#treasurer'],
    ['en', 'treasurer association', 'Ada Lovelace', 'board#treasurer'],
    ['en', 'Who is Grace Hopper?', 'Secretary General', 'board#secretary-general'],
    [
      'en',
      'How many people attended the congress in Brussels in 2023?',
      '1,400 people',
      'congresses#attendance-brussels',
    ],
    ['en', 'How many people attended the congres in Brusels in 2023?', '1,400', 'congresses#attendance-brussels'],
    ['en', 'Did 1.400 people attend the congress in Brussels in 2023?', '1,400', 'congresses#attendance-brussels'],
    ['es', 'Cuántas personas asistieron al congreso de Seoul en 2025', '900', 'congresses#attendance-seoul'],
    ['fr', 'Quel est le téléphone du siège ?', '+34 93 342 94 60', 'office#phone'],
    ['en', 'How much did the tree project cost?', '3 million euros', 'trees#cost'],
    ['en', 'Where was Metropolis founded?', 'Montréal', 'office#foundation'],
  ] as const)('answerQuestion() answers in %s to "%s" with "%s" of %s', async (language, question, text, sectionId) => {
    const { answer, said } = await ask(question);
    expect(said).toContain(text);
    expect(answer).toMatchObject({ outcome: 'answered', language, citations: [{ sectionId }] });
    expect(answer.confidence).toBeGreaterThan(0);
    expect(answer.confidence).toBeLessThanOrEqual(1);
  });

  test('answerQuestion() cites title, section, page and date in the language of the answer', async () => {
    const { answer } = await ask('Qui est la trésorière de l’association ?');
    expect(answer).toMatchObject({
      citations: [
        {
          sectionId: 'board#treasurer',
          title: 'Informe Anual 2023 (Metropolis)',
          section: 'Trésorière de l’association',
          page: '16',
          date: '2023',
        },
      ],
    });
  });

  test.each([
    ['pt', 'Quem é a tesoureira da associação?'],
    ['pt', 'quem e a tesoureira da associacao'],
    ['ca', 'Qui és la tresorera de l’associació?'],
  ] as const)('answerQuestion() answers in Spanish when asked in %s: "%s"', async (askedIn, question) => {
    const { answer, said } = await ask(question);
    expect(said).toContain('La tesorera de la asociación es Ada Lovelace.');
    expect(answer).toMatchObject({ language: 'es', askedIn });
  });

  test.each([
    ['en', 'The treasurer of the association is Ada Lovelace.'],
    ['es', 'La tesorera de la asociación es Ada Lovelace.'],
    ['fr', 'La trésorière de l’association est Ada Lovelace.'],
  ] as const)(
    'answerQuestion() answers in %s when told so, whatever the question’s language',
    async (answerIn, text) => {
      for (const question of ['Who is the treasurer of the association?', 'Quem é a tesoureira da associação?']) {
        const { answer, said } = await ask(question, { answerIn });
        expect(said).toBe(text);
        expect(answer.language).toBe(answerIn);
        expect(answer.askedIn).toBeUndefined();
      }
    },
  );

  test('answerQuestion() quotes a section that is not written in the language of the answer as it is written', async () => {
    const { answer, said } = await ask('Which books does the library lend in Catalan?', { answerIn: 'fr' });
    expect(said).toContain('The library lends books in Catalan.');
    expect(answer).toMatchObject({ language: 'fr', citations: [{ sectionId: 'office#library' }] });
  });

  test('answerQuestion() quotes both sections when two come equally near', async () => {
    const { answer, said } = await ask('What is the winner of the prize?');
    expect(said).toContain('Hanoi');
    expect(said).toContain('Quito');
    expect(answer).toMatchObject({ citations: [{ sectionId: 'prizes#air' }, { sectionId: 'prizes#water' }] });
  });

  test.each([
    ['en', 'Is Quito the winner of the water prize?', 'Hanoi'],
    ['en', 'How many people attended the congress in Seoul in 2025?', 'Brussels'],
  ])('answerQuestion() quotes in %s for "%s" nothing of %s', async (_, question, other) => {
    expect((await ask(question)).said).not.toContain(other);
    expect((await ask(question)).answer.outcome).toBe('answered');
  });

  test.each([
    'How many people attended the congress in Seoul in 2019?',
    'How many people attended the congress in Lima in 2025?',
    'Did 1,500 people attend the congress in Brussels in 2023?',
  ])('answerQuestion() shows sections and claims nothing for "%s"', async (question) => {
    const { answer } = await ask(question);
    expect(answer.outcome).toBe('suggested');
    if (answer.outcome !== 'suggested') return;
    expect(answer.suggestions.length).toBeLessThanOrEqual(3);
    expect(answer.suggestions.every(({ sectionId }) => sectionId.startsWith('congresses#'))).toBe(true);
    expect(new Set(answer.suggestions.map(({ sectionId }) => sectionId)).size).toBe(answer.suggestions.length);
  });

  test.each([
    'How do I bake sourdough bread?',
    'Who is Boris Pasternak?',
    '¿Cómo se hornea el pan?',
    'Comment cuire du pain ?',
    '谁是财务主管？',
    'What is it?',
  ])('answerQuestion() abstains from "%s"', async (question) => {
    expect((await ask(question)).answer).toMatchObject({ outcome: 'abstained' });
  });

  test.each([
    'Who is the treasurer of Manchester?',
    'Is Oslo the winner of the water prize?',
    'How many dragons live in the tree project?',
    'Which congress had 1,500 people?',
    'Who was the Secretary General of the association in 1990?',
  ])('answerQuestion() never answers "%s"', async (question) => {
    expect((await ask(question)).answer.outcome).not.toBe('answered');
  });

  test.each(['es', 'fr'] as const)(
    'answerQuestion() speaks the language %s of the person when words do not tell',
    async (locale) => {
      expect((await ask('Quebec 2044', { locale })).answer.language).toBe(locale);
    },
  );
});

describe('readQuestion()', () => {
  test.each([2018, 2019, 2020])('readQuestion() does not doubt the year %i when it lies in a range', async (year) => {
    expect(await doubtsAbout(`Where did the pilot of electric buses run in ${year}?`)).not.toContain('year');
  });

  test.each([2017, 2021])('readQuestion() doubts the year %i when it lies outside', async (year) => {
    expect(await doubtsAbout(`Where did the pilot of electric buses run in ${year}?`)).toContain('year');
  });

  test.each([
    ['How many people attended the congress in Lima in 2025?', 'name'],
    ['Did 1,500 people attend the congress in Brussels in 2023?', 'number'],
    ['How many people attended the congress in Seoul in 2019?', 'year'],
    ['Who is the winner of the water prize?', 'kind'],
  ])('readQuestion() says why it doubts "%s": %s', async (question, doubt) => {
    expect(await doubtsAbout(question)).toContain(doubt);
  });

  test('readQuestion() finds no reason to doubt when all that is asked for is there', async () => {
    expect(await doubtsAbout('How many people attended the congress in Brussels in 2023?')).toEqual([]);
  });
});

describe('citationsOf()', () => {
  test('citationsOf() names the section in the language of the reader', async () => {
    const { knowledge } = await openedAssociation();
    const section = knowledge.sections.find(({ id }) => id === 'trees#cost');
    const headings = (['en', 'es', 'fr'] as const).map((language) =>
      section === undefined ? '' : citationsOf(section, language)[0].section,
    );
    expect(headings).toEqual([
      'Cost of the tree project',
      'Coste del proyecto de los árboles',
      'Coût du projet des arbres',
    ]);
  });
});
