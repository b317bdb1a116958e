import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../src/knowledge/glossary.ts';
import { glossaryHead } from './knowledge-folder.ts';

const parse = (rows: string) => parseGlossary('glossary.md', `# Glossary\n\nWords.\n\n${glossaryHead}${rows}`);

describe('parseGlossary()', () => {
  test('parseGlossary() makes a concept of each row of every table', () => {
    const text = `# Glossary\n\n${glossaryHead}| phone; telephone | teléfono | téléphone | telèfon | | tel. |\n\nMore.\n\n${glossaryHead}| | | | | cadastro | |\n`;
    const { concepts, problems } = parseGlossary('glossary.md', text);
    expect(problems).toEqual([]);
    expect(concepts.map(({ id, forms }) => ({ id, forms }))).toEqual([
      { id: 'phone', forms: ['phone', 'telephone', 'teléfono', 'téléphone', 'telèfon', 'tel.'] },
      { id: 'cadastro', forms: ['cadastro'] },
    ]);
  });

  test('parseGlossary() tells the languages of each form, and gives those of the last column to all', () => {
    const [concept] = parse('| forum | foro | forum | | | agora |\n').concepts;
    expect([...(concept?.languagesOf ?? [])].map(([form, languages]) => [form, ...languages])).toEqual([
      ['forum', 'en', 'fr'],
      ['foro', 'es'],
      ['agora', 'en', 'es', 'fr', 'ca', 'pt'],
    ]);
  });

  test('parseGlossary() names a form once when several languages share it', () => {
    expect(parse('| forum | foro | forum | | | Forum |\n').concepts[0]?.forms).toEqual(['forum', 'foro', 'Forum']);
  });

  test('parseGlossary() gives different ids when two rows begin with the same form', () => {
    const { concepts, problems } = parse('| plan | | | | | |\n| Plan! | | | | | |\n');
    expect(concepts.map(({ id }) => id)).toEqual(['plan', 'plan-2']);
    expect(problems).toEqual([]);
  });

  test('parseGlossary() warns of a form in two rows and keeps both', () => {
    const { concepts, problems } = parse('| board | junta | | | | |\n| council | Juntá; consejo | | | | |\n');
    expect(concepts).toHaveLength(2);
    expect(problems).toEqual([
      {
        path: 'glossary.md',
        line: 8,
        rule: 'glossary-repeated-form',
        severity: 'warning',
        message:
          '"Juntá" stands in the row of line 7 already: leave it in the row whose meaning it has, or join the rows',
      },
    ]);
  });

  test.each([
    ['a cell too few', '| a | b | c | d | e |', /^7 glossary-row The row has 5 cells/],
    ['a cell too many', '| a | b | c | d | e | f | g |', /^7 glossary-row The row has 7 cells/],
    ['no form', '| | | | | | |', /^7 glossary-row The row has no form/],
    ['an empty form', '| a;; b | | | | | |', /^7 glossary-row A form is empty/],
    ['a semicolon at the end', '| a; | | | | | |', /^7 glossary-row A form is empty/],
  ])('parseGlossary() reports a row with %s and keeps the others', (_, row, expected) => {
    const { concepts, problems } = parse(`${row}\n| z | | | | | |\n`);
    expect(concepts.map(({ id }) => id)).toEqual(['z']);
    expect(problems.map(({ line, rule, message }) => `${line} ${rule} ${message}`)).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  test.each([
    ['no table', '# Glossary\n', 1],
    ['other columns', '# Glossary\n\n| EN | ES |\n|---|---|\n| a | b |\n', 3],
    ['no line under the columns', `${glossaryHead.split('\n')[0]}\n| a | | | | | |\n`, 2],
  ])('parseGlossary() reports a glossary with %s', (_, text, line) => {
    const { concepts, problems } = parseGlossary('glossary.md', text);
    expect(concepts).toEqual([]);
    expect(problems.map((problem) => `${problem.line} ${problem.rule}`)).toEqual([`${line} glossary-table`]);
  });

  test('parseGlossary() reads a bar within a form when it is escaped', () => {
    expect(parse('| a\\|b | | | | | |\n').concepts[0]?.forms).toEqual(['a|b']);
  });
});
