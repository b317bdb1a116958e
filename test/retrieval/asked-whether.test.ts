import { describe, expect, test } from 'vitest';
import { asksWhether } from '../../src/retrieval/asked-whether.ts';
import type { QuestionLanguage } from '../../src/retrieval/stop-words.ts';

describe('asksWhether()', () => {
  test.each<[string, QuestionLanguage, boolean]>([
    ['does the club have a boat in lisbon?', 'en', true],
    ['is there a boat', 'en', true],
    ['¿tiene el club un barco en lisboa?', 'es', true],
    ['le club a-t-il un bateau a lisbonne ?', 'fr', true],
    ['est-ce que le club a un bateau', 'fr', true],
    ['o clube tem um barco?', 'pt', true],
    ['te un vaixell el club?', 'ca', true],
    ['where is the boat of the club?', 'en', false],
    ['can you tell me who owns the boat?', 'en', false],
    ['is the boat red or blue?', 'en', false],
    ['le bateau est-il rouge ou bleu ?', 'fr', false],
    ['¿en que puerto esta el barco?', 'es', false],
    ['ou est le bateau ?', 'fr', false],
    ['on es el vaixell?', 'ca', false],
    ['boat lisbon', 'en', false],
  ])('asksWhether() of "%s" (%s) is %j', (question, language, expected) => {
    expect(asksWhether(question, language)).toBe(expected);
  });
});
