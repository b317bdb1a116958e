import { describe, expect, test } from 'vitest';
import { nearestLanguage } from '../../src/retrieval/detect-language.ts';
import { coverage, softCoverage } from '../../src/retrieval/query.ts';
import type { QuestionLanguage } from '../../src/retrieval/stop-words.ts';
import { openedAssociation } from './association-knowledge.ts';

async function parse(question: string, language: QuestionLanguage) {
  const { retriever } = await openedAssociation();
  return retriever.parse(question, language, nearestLanguage(language));
}

async function clueOf(question: string, language: QuestionLanguage, folded: string) {
  const clue = (await parse(question, language)).clues.find(({ term }) => term.folded === folded);
  if (clue === undefined) throw new Error(`There is no clue "${folded}" in "${question}"`);
  return clue;
}

describe('parseQuery()', () => {
  test.each([
    ['en', 'Who is the treasurer?', ['treasurer']],
    ['en', 'How big is the congress?', ['congress']],
    ['en', 'wen is the congress', ['congress']],
    ['en', 'the congress of the congress', ['congress']],
    ['es', '¿Cuántas personas asistieron al congreso?', ['personas', 'asistieron', 'congreso']],
    ['fr', 'Combien de personnes au congrès de 2023 ?', ['personnes', 'congres', '2023']],
    ['en', 'what is it', []],
    // Function words of other languages, in a question that mixes them.
    ['es', 'who is el tesorero', ['tesorero']],
  ] as const)('parseQuery() looks in the %s question "%s" for %j', async (language, question, expected) => {
    expect((await parse(question, language)).clues.map(({ term }) => term.folded)).toEqual(expected);
  });

  test.each([
    ['en', 'Who is the treasurer?', 'treasurer', 'treasurer'],
    ['es', 'quien es el tesorero', 'tesorero', 'treasurer'],
    ['fr', 'qui est la tresoriere', 'tresoriere', 'treasurer'],
    ['pt', 'quem é a tesoureira', 'tesoureira', 'treasurer'],
    ['ca', 'qui és la tresorera', 'tresorera', 'treasurer'],
    // A form of another language than the question's.
    ['en', 'who is the tesorera', 'tesorera', 'treasurer'],
    ['fr', 'qui est le treasurer', 'treasurer', 'treasurer'],
    ['es', 'el congreso de Seoul', 'seoul', 'seoul'],
    // Each term of a form of several, and the longest of two.
    ['en', 'the Secretary General', 'secretary', 'secretary-general'],
    ['en', 'the Secretary General', 'general', 'secretary-general'],
    // Recognised once its spelling is corrected.
    ['en', 'who is the tresurer', 'tresurer', 'treasurer'],
  ] as const)('parseQuery() knows in %s in "%s" %s as %s', async (language, question, word, concept) => {
    const clue = await clueOf(question, language, word);
    expect(clue.concept).toBe(concept);
    expect(clue.known).toBe(true);
  });

  test.each([
    ['en', 'who is the tresurer', 'tresurer'],
    ['en', 'the asociation', 'asociation'],
    ['es', 'la tesorrera de la asociacion', 'tesorrera'],
    ['fr', 'la particpation de 2023', 'particpation'],
  ] as const)('parseQuery() corrects in %s in "%s" %s', async (language, question, word) => {
    expect((await clueOf(question, language, word)).corrected).toBe(true);
  });

  test.each([
    ['en', 'the treasurer of Lima', 'lima'],
    ['en', 'the tree in Hanou', 'hanou'],
    ['en', 'the congress of 2032', '2032'],
    ['en', 'dragons', 'dragons'],
  ] as const)('parseQuery() leaves in %s in "%s" %s unknown', async (language, question, word) => {
    expect(await clueOf(question, language, word)).toMatchObject({ corrected: false, known: false });
  });

  test('parseQuery() reads words without accents as those of the knowledge', async () => {
    const [plain, accented] = await Promise.all([
      parse('participation au congres de Seoul', 'fr'),
      parse('participation au congrès de Séoul', 'fr'),
    ]);
    expect(plain.clues.map(({ term }) => term.stem)).toEqual(accented.clues.map(({ term }) => term.stem));
  });

  test('parseQuery() lets a word in which people only ask weigh less', async () => {
    const { clues } = await parse('What is the name of the treasurer?', 'en');
    const [name, treasurer] = ['name', 'treasurer'].map((word) => clues.find(({ term }) => term.folded === word));
    expect(name?.isLight).toBe(true);
    expect(treasurer?.isLight).toBe(false);
    expect(clues.every(({ weight }) => weight > 0)).toBe(true);
  });

  test.each([
    ['How many countries does the tree project cover?', 'countries'],
    ['Tell us how many trees there are', 'trees'],
  ])('parseQuery() sees what "%s" counts', async (question, counted) => {
    expect((await parse(question, 'en')).counted?.term.folded).toBe(counted);
  });

  test('parseQuery() sees the property that is asked for', async () => {
    expect((await parse('Which treasurer does it have?', 'en')).attribute?.term.folded).toBe('treasurer');
    expect((await parse('the treasurer', 'en')).attribute).toBeUndefined();
  });

  test('parseQuery() sees the years that are asked for', async () => {
    expect([...(await parse('the congresses of 2023 and 2025', 'en')).years]).toEqual([2023, 2025]);
    expect((await parse('1,400 people', 'en')).years.size).toBe(0);
  });
});

describe('coverage()', () => {
  test('coverage() is the highest for the word itself, lower for its concept, nothing for another', async () => {
    const clue = await clueOf('Who is the treasurer?', 'en', 'treasurer');
    const byWord = coverage(clue, new Set([clue.term.stem]), new Set());
    const byConcept = coverage(clue, new Set(['other']), new Set(['treasurer']));
    expect(byWord).toBe(1);
    expect(byConcept).toBeGreaterThan(0);
    expect(byConcept).toBeLessThan(byWord);
    expect(coverage(clue, new Set(['other']), new Set(['congress']))).toBe(0);
  });
});

describe('softCoverage()', () => {
  test('softCoverage() counts a resembling word, less than the word itself', async () => {
    const clue = await clueOf('Who are the librarians?', 'en', 'librarians');
    const stems = new Set(['librari']);
    expect(coverage(clue, stems, new Set())).toBe(0);
    expect(softCoverage(clue, stems, new Set())).toBeGreaterThan(0);
    expect(softCoverage(clue, stems, new Set())).toBeLessThan(1);
    expect(softCoverage(clue, new Set(['berlin']), new Set())).toBe(0);
  });
});
