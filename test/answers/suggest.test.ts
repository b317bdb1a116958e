import { describe, expect, test } from 'vitest';
import { suggest } from '../../src/answers/suggest.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { languages } from '../../src/language.ts';
import { openSmallKnowledge } from '../commands/small-knowledge.ts';

describe('suggest()', () => {
  test.each(languages)('offers questions to begin with when nothing is typed, in %s', async (language) => {
    const { knowledge } = await openSmallKnowledge();
    const values = suggest(knowledge, '  ', language).map(({ value }) => value);
    expect(values).toEqual(messagesIn(language).sampleQuestions);
  });

  test.each([
    ['en', 'place', ['Place of the congress of 2023', 'Place of the congress of 2025']],
    ['en', 'CONGRESS 2025', ['Attendance at the Seoul congress of 2025', 'Place of the congress of 2025']],
    ['es', 'SEUL', ['Asistencia al congreso de Seúl de 2025', 'Lugar del congreso de 2025']],
    ['fr', 'trésorière', ['Trésorière de l’association']],
    ['en', 'lovelace', ['Treasurer of the association']],
    ['en', 'nothing like it', []],
  ] as const)(
    'in %s, "%s" offers headings before sections whose text holds the words',
    async (language, typed, expected) => {
      const { knowledge } = await openSmallKnowledge();
      expect(suggest(knowledge, typed, language).map(({ value }) => value)).toEqual(expected);
    },
  );

  test('puts a heading that is just what was typed first', async () => {
    const { knowledge } = await openSmallKnowledge();
    const [first] = suggest(knowledge, 'place of the congress of 2025', 'en');
    expect(first?.value).toBe('Place of the congress of 2025');
  });
});
