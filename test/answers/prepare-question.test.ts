import { describe, expect, test } from 'vitest';
import { prepareQuestion, questionLimit } from '../../src/answers/prepare-question.ts';

describe('prepareQuestion()', () => {
  test.each([
    ['  Who \t is\r\nthe treasurer?  ', 'Who is the treasurer?'],
    ['<@U012AB3CD> Who is the <b>treasurer</b>?', 'Who is the treasurer ?'],
    ['Who is **the** `treasurer`?', 'Who is the treasurer ?'],
    ['\uFEFFWho\u0000is the\u001B treasurer?', 'Who is the treasurer?'],
    ['the trea\u00ADsurer\u202E of Metro\u200Dpolis', 'the treasurer of Metropolis'],
    ['Who\u200Bis it', 'Who is it'],
    ['\uD800Who\uDC00 is it', 'Who is it'],
    ['cities with < 10 or <20 and > 5 trees', 'cities with < 10 or <20 and 5 trees'],
    ['¿Quién? – « 1 400 » d’où', '¿Quién? – « 1 400 » d’où'],
    ['谁是财务主管？', '谁是财务主管？'],
  ])('keeps the words of %j', (typed, expected) => {
    expect(prepareQuestion(typed)).toEqual({ kind: 'question', text: expected });
  });

  test.each(['', ' ', '\n\t\r\n', '\u00A0'])('says that %j is empty', (typed) => {
    expect(prepareQuestion(typed)).toEqual({ kind: 'empty' });
  });

  test.each(['🎉', '👩‍👩‍👧', '?!…', '<b></b>', '\u0000\u0007', '***', '<!channel>', '\uD800'])(
    'says that there are no words in %j',
    (typed) => {
      expect(prepareQuestion(typed)).toEqual({ kind: 'noWords' });
    },
  );

  test('takes as many characters as the limit, and not one more', () => {
    expect(prepareQuestion('a'.repeat(questionLimit)).kind).toBe('question');
    expect(prepareQuestion('a'.repeat(questionLimit + 1))).toEqual({ kind: 'tooLong' });
  });

  test('counts what is left of a message rather than the blanks and the markup in it', () => {
    expect(prepareQuestion(`${' <br>'.repeat(questionLimit)} Who?`)).toEqual({ kind: 'question', text: 'Who?' });
  });

  test('does not repeat back a message of a million characters', () => {
    expect(prepareQuestion('<'.repeat(1_000_000)).kind).toBe('tooLong');
    expect(prepareQuestion('word '.repeat(200_000)).kind).toBe('tooLong');
  });
});
