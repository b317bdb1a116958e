import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupGaps, type Gap } from '../../../src/commands/gaps/group-gaps.ts';
import { languages } from '../../../src/language.ts';

const gap = (given: Partial<Gap>): Gap => ({
  id: 'q',
  at: 0,
  platform: 'sample',
  language: 'en',
  outcome: 'abstained',
  sectionIds: [],
  confidence: 0,
  feedback: [],
  ...given,
});

/** Every word weighs the same. */
const weightsOf = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));

const groups = (gaps: readonly Partial<Gap>[]) => groupGaps(gaps.map(gap), weightsOf);

const said = (verdict: 'helpful' | 'notHelpful', at: number, comment?: string) => ({
  questionId: 'q',
  personId: `sample:${at}`,
  verdict,
  at,
  ...(comment === undefined ? {} : { comment }),
});

describe('groupGaps()', () => {
  test('joins what shares enough of its words and parts what does not', () => {
    const found = groups([
      { text: 'membership fee', at: 1 },
      { text: 'giraffe weight', at: 2 },
      { text: 'membership fee 2025', at: 3 },
    ]);
    expect(found.map(({ wording, count }) => [wording, count])).toEqual([
      ['membership fee 2025', 2],
      ['giraffe weight', 1],
    ]);
  });

  test('joins by the nearest section where the words are not kept', () => {
    const found = groups([
      { at: 1, sectionIds: ['board#treasurer'] },
      { at: 2, sectionIds: ['trees#cost', 'board#treasurer'] },
      { at: 3, sectionIds: ['board#treasurer'] },
      { at: 4 },
    ]);
    expect(found.map(({ sectionId, count }) => [sectionId, count])).toEqual([
      [undefined, 1],
      ['board#treasurer', 2],
      ['trees#cost', 1],
    ]);
  });

  test('names the languages, the most frequent first, and the last time', () => {
    const found = groups([
      { text: 'fee', at: 5, language: 'fr' },
      { text: 'fee', at: 7, language: 'es' },
      { text: 'fee', at: 6, language: 'es' },
    ]);
    expect(found).toMatchObject([{ count: 3, languages: ['es', 'fr'], lastAskedAt: 7 }]);
  });

  test('gives the comments of those whom the answer did not help, newest first', () => {
    const found = groups([
      { text: 'fee', feedback: [said('notHelpful', 1, 'old'), said('helpful', 4, 'fine'), said('notHelpful', 2)] },
      { text: 'fee', feedback: [said('notHelpful', 3, 'new')] },
    ]);
    expect(found).toMatchObject([{ notHelpful: 3, comments: ['new', 'old'] }]);
  });

  test('joins questions without any telling word with nothing', () => {
    expect(groupGaps([gap({ text: 'a' }), gap({ text: 'b' })], () => new Map())).toHaveLength(2);
  });

  test('puts every question into one group, newest first, whatever is asked', () => {
    const questions = array(
      record({
        at: integer({ min: 0, max: 50 }),
        language: constantFrom(...languages),
        text: option(
          array(constantFrom('fee', 'tree', 'city', 'day'), { minLength: 1 }).map((words) => words.join(' ')),
        ),
        sectionIds: array(constantFrom('a#b', 'c#d'), { maxLength: 2 }),
      }),
    );
    assert(
      property(questions, (asked) => {
        const found = groups(asked.map(({ text, ...rest }) => (text === null ? rest : { ...rest, text })));
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(asked.length);
        const times = found.map(({ lastAskedAt }) => lastAskedAt);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
      }),
    );
  });
});
