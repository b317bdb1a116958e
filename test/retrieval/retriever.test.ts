import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { nearestLanguage } from '../../src/retrieval/detect-language.ts';
import { createRetriever, textIn } from '../../src/retrieval/retriever.ts';
import type { QuestionLanguage } from '../../src/retrieval/stop-words.ts';
import { openedAssociation } from './association-knowledge.ts';

async function searched(question: string, language: QuestionLanguage) {
  const { retriever } = await openedAssociation();
  return retriever.search(retriever.parse(question, language, nearestLanguage(language)));
}

async function sectionOf(id: string) {
  const { knowledge } = await openedAssociation();
  const section = knowledge.sections.find((each) => each.id === id);
  if (section === undefined) throw new Error(`There is no section ${id}`);
  return section;
}

describe('createRetriever()', () => {
  test.each([
    ['en', 'Who is the treasurer?', 'board#treasurer'],
    ['es', 'quien es la tesorera', 'board#treasurer'],
    ['fr', 'qui est la tresoriere', 'board#treasurer'],
    ['pt', 'Quem é a tesoureira?', 'board#treasurer'],
    ['ca', 'Qui és la tresorera?', 'board#treasurer'],
    ['en', 'who is the tresurer', 'board#treasurer'],
    ['en', 'How many people attended the congress in Seoul?', 'congresses#attendance-seoul'],
    ['en', 'How many people attended the congress in Brussels?', 'congresses#attendance-brussels'],
    ['en', 'Where was the congress of 2023?', 'congresses#place-2023'],
    ['es', '¿Cuántos países abarca el proyecto de los árboles?', 'trees#countries'],
    ['fr', 'Combien a coûté le projet des arbres ?', 'trees#cost'],
    ['en', '1.400 people', 'congresses#attendance-brussels'],
    ['en', 'youth network', 'governance#offices'],
  ] as const)('search() finds first for the %s question "%s" %s', async (language, question, id) => {
    expect((await searched(question, language))[0]?.section.id).toBe(id);
  });

  test('search() finds nothing when no word of the question is known', async () => {
    expect(await searched('How do I bake sourdough bread?', 'en')).toEqual([]);
    expect(await searched('', 'en')).toEqual([]);
  });

  test('search() gives every feature between 0 and about 1', async () => {
    for (const { features } of await searched('How many people attended the congress in Seoul in 2025?', 'en')) {
      expect(Object.entries(features).filter(([, value]) => !(value >= 0 && value <= 1.1))).toEqual([]);
    }
  });

  test('textOf() gives the text in the language where it is written, otherwise in another', async () => {
    const { retriever } = await openedAssociation();
    const treasurer = await sectionOf('board#treasurer');
    const library = await sectionOf('office#library');
    expect(retriever.textOf(treasurer, 'fr').text.language).toBe('fr');
    expect(retriever.textOf(library, 'fr').text.language).toBe('en');
  });

  test('textOf() reads a section that is not in the index', async () => {
    const { retriever } = await openedAssociation();
    const section = { ...(await sectionOf('board#treasurer')) };
    expect(retriever.textOf(section, 'es').text.heading).toBe('Tesorera de la asociación');
  });

  test('frequencyOf() counts the sections that hold a word in a language, in any of its forms', async () => {
    const { retriever } = await openedAssociation();
    expect(retriever.frequencyOf('treasurer', 'en')).toBe(1);
    expect(retriever.frequencyOf('treasurer', 'fr')).toBe(0);
    expect(retriever.frequencyOf('dragon', 'en')).toBe(0);
    expect(retriever.frequencyOf('congress', 'en')).toBeGreaterThan(retriever.frequencyOf('treasurer', 'en'));
  });

  test('createRetriever() works when there are neither sections nor a glossary', () => {
    const retriever = createRetriever({ sections: [], concepts: [] });
    expect(retriever.search(retriever.parse('Who is the treasurer?', 'en', 'en'))).toEqual([]);
  });
});

describe('textIn()', () => {
  test('textIn() throws when a section has no text at all', async () => {
    const section = { ...(await sectionOf('board#treasurer')), texts: {} };
    expect(() => textIn(section, 'en')).toThrow(AppError);
  });
});
