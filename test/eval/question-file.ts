import { readFileSync } from 'node:fs';

/** A question with what a right answer must contain. */
export interface Question {
  readonly id: string;
  readonly language: string;
  readonly kind: string;
  readonly text: string;
  /** Groups that must all be found in the answer; undefined where the assistant must not claim an answer. */
  readonly expected?: readonly RegExp[];
}

/** Reads a tab-separated file: id, language, kind, question, expectation; lines that begin with # are comments. */
export function readQuestions(path: string): Question[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', language = '', kind = '', text = '', expectation = ''] = line.split('\t');
      return { id, language, kind, text, ...(expectation === 'NONE' ? {} : { expected: toPatterns(expectation) }) };
    });
}

/** Groups are joined by `&&`, alternatives by `||`; each is a regular expression. */
function toPatterns(expectation: string): RegExp[] {
  return expectation.split('&&').map((group) => new RegExp(wholeNumbers(group.trim().replaceAll('||', '|'))));
}

/** A bare number must not match inside a longer one: `35` is not in `1985` or `350`. */
function wholeNumbers(pattern: string): string {
  return pattern.replaceAll(/(?<![\w[\\.,{?])(\d+)(?![\w\][?.,{}])/g, String.raw`(?<!\d)$1(?!\d)`);
}

/** Small letters without diacritics, plain blanks. */
export function foldText(text: string): string {
  return text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
}

export function holdsAll(text: string, expected: readonly RegExp[]): boolean {
  const folded = foldText(text);
  return expected.every((pattern) => pattern.test(folded));
}
