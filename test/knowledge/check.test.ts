import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { glossaryHead, inThreeLanguages, knowledgeFolder, page } from './knowledge-folder.ts';

const now = Date.UTC(2026, 10, 22);

async function problemsOf(files: Readonly<Record<string, string>>, at = now): Promise<string[]> {
  const { problems } = await loadKnowledge(await knowledgeFolder(files), { now: at });
  return problems.map(({ path, line, severity, rule }) => `${path}:${line} ${severity} ${rule}`);
}

/** One section in three languages, whose text begins on line 16. */
const section = (en: string, es: string, fr: string) =>
  inThreeLanguages({ en: `## A {#a}\n\n${en}\n`, es: `## A {#a}\n\n${es}\n`, fr: `## A {#a}\n\n${fr}\n` });

describe('the rules of the check', () => {
  test('a page in three languages that agree has no problem', async () => {
    const files = section(
      'On Tuesday 14th June 2023, 1,400 people from 82 countries (35.3% women) met Jean-Luc Vanraes in Brussels, Belgium.',
      'El martes 14 de junio de 2023, 1.400 personas de 82 países (35,3 % mujeres) conocieron a Jean-Luc Vanraes en Bruselas, Bélgica.',
      'Le mardi 14 juin 2023, 1\u202f400 personnes de 82 pays (35,3\u00a0% de femmes) ont rencontré Jean-Luc Vanraes à Bruxelles, Belgique.',
    );
    expect(await problemsOf(files)).toEqual([]);
  });

  const text = 'The board met.';
  const twoSections = (first: string, second: string) =>
    `## X {#${first}}\n\n${text}\n\n## Y {#${second}}\n\n${text}\n`;
  const oneSection = '## X {#a}\n\nThe board met.\n';
  const agreeing = inThreeLanguages({ en: oneSection, es: oneSection, fr: oneSection });
  const long = `${'The board met in Berlin. '.repeat(24)}End.`;
  const cases: readonly [string, Record<string, string>, string[]][] = [
    [
      'a page that a language lacks',
      { 'en/board.md': page(), 'es/board.md': page({ lang: 'es' }) },
      ['en/board.md:1 error missing-page'],
    ],
    [
      'a section that a language lacks',
      inThreeLanguages({ en: twoSections('a', 'b'), es: twoSections('a', 'b'), fr: oneSection }),
      ['fr/board.md:1 error twin-anchors'],
    ],
    [
      'sections in another order',
      inThreeLanguages({ en: twoSections('a', 'b'), es: twoSections('b', 'a'), fr: twoSections('a', 'b') }),
      ['es/board.md:14 error twin-order'],
    ],
    [
      'another id',
      { ...agreeing, 'es/board.md': page({ lang: 'es', id: 'junta', body: oneSection }) },
      ['es/board.md:2 error twin-front-matter'],
    ],
    [
      'another topic',
      { ...agreeing, 'es/board.md': page({ lang: 'es', body: oneSection, head: 'topic: care' }) },
      ['es/board.md:11 error twin-front-matter'],
    ],
    [
      'another day of review',
      { ...agreeing, 'fr/board.md': page({ lang: 'fr', body: oneSection, head: 'reviewBy: 2027-07-01' }) },
      ['fr/board.md:11 error twin-front-matter'],
    ],
    [
      'another source date',
      {
        ...agreeing,
        'fr/board.md': page({
          lang: 'fr',
          body: oneSection,
          head: 'source:\n  title: Informe Anual 2023 (Metropolis)\n  page: 16\n  date: 2024',
        }),
      },
      ['fr/board.md:11 error twin-front-matter'],
    ],
    [
      'a list with an entry less',
      section('Members:\n\n- Berlin\n- Lima', 'Miembros:\n\n- Berlín\n- Lima', 'Membres :\n\n- Berlin'),
      ['fr/board.md:14 error twin-lists'],
    ],
    [
      'a table with a row less',
      section('| A |\n|---|\n| B |\n| C |', '| A |\n|---|\n| B |\n| C |', '| A |\n|---|\n| B |'),
      ['fr/board.md:14 error twin-lists'],
    ],
    [
      'a figure that differs',
      section('It had 1,400.', 'Hubo 1.400.', 'Il y en avait 1\u202f401.'),
      ['fr/board.md:14 error twin-numbers'],
    ],
    [
      'a figure that is missing',
      section('The 7 of 9.', 'Los 7.', 'Les 7 de 9.'),
      ['es/board.md:14 error twin-numbers'],
    ],
    [
      'a figure that replaces one of two',
      section('The 7 of 7.', 'Los 7 de 7.', 'Les 7 de 1.'),
      ['fr/board.md:14 error twin-numbers'],
    ],
    ['a year that differs', section('In 2023.', 'En 2024.', 'En 2023.'), ['es/board.md:14 error twin-numbers']],
    [
      'a name that is misspelled',
      section(
        'The treasurer is Jean-Luc Vanraes.',
        'El tesorero es Jean-Luc Vanraes.',
        'Le trésorier est Jean-Luc Vanraas.',
      ),
      ['fr/board.md:14 error twin-names'],
    ],
    [
      'a name that is misspelled where it begins a sentence',
      section('We met Vanraes. Vanraes spoke.', 'Hablamos. Vanraes habló.', 'On a parlé. Vanraas a parlé.'),
      ['fr/board.md:14 error twin-names'],
    ],
    [
      'a person who is missing',
      section('There were Oh Se-hoon and Ada Colau.', 'Estuvo Oh Se-hoon.', 'Il y avait Oh Se-hoon et Ada Colau.'),
      ['es/board.md:14 error twin-names'],
    ],
    [
      'a section that is too long',
      inThreeLanguages({ en: `## A {#a}\n\n${long}\n`, es: oneSection, fr: oneSection }),
      ['en/board.md:14 warning long-section'],
    ],
    [
      'a list that no sentence introduces',
      inThreeLanguages({
        en: '## A {#a}\n\nText.\n\n- B\n',
        es: '## A {#a}\n\nText:\n\n- B\n',
        fr: '## A {#a}\n\nText :\n\n- B\n',
      }),
      ['en/board.md:14 warning list-introduction'],
    ],
    [
      'a link to a page that does not exist',
      section('[B](b.md#a).', '[B](#a).', '[B](#a).'),
      ['en/board.md:16 error dead-link'],
    ],
    [
      'a link to a section that does not exist',
      section('[B](#a).', '[B](#b).', '[B](#a).'),
      ['es/board.md:16 error dead-link'],
    ],
    [
      'a link to another language',
      section('[B](#a).', '[B](#a).', '[B](../en/board.md#a).'),
      ['fr/board.md:16 error dead-link'],
    ],
    [
      'an id that two pages have',
      {
        ...agreeing,
        ...Object.fromEntries(
          Object.entries(agreeing).map(([path, content]) => [path.replace('board', 'copy'), content]),
        ),
      },
      ['en/copy.md:2 error duplicate-id', 'es/copy.md:2 error duplicate-id', 'fr/copy.md:2 error duplicate-id'],
    ],
  ];
  test.each(cases)('the check reports %s, and nothing else', async (_, files, expected) => {
    expect(await problemsOf(files)).toEqual(expected);
  });

  test.each([
    ['a year said twice', section('In 2023 and 2023.', 'En 2023.', 'En 2023.')],
    ['a month', section('In August.', 'En August.', 'En août.')],
    ['a country', section('From Japan and Peru.', 'De Japan y Perú.', 'Du Japon et du Pérou.')],
    ['a word that is no name', section('The Council met.', 'El Council met.', 'Le conseil. A council.')],
    ['a scale', section('It cost 11 trillion.', 'Costó 11 billones.', 'Cela a coûté 11\u202f000 milliards.')],
    ['a century', section('The 21st century.', 'El siglo XXI.', 'Le XXIe siècle.')],
    ['digits in an address', section('See https://a.org/12.', 'Ver https://a.org/13.', 'Voir https://a.org/14.')],
  ])('the check accepts that languages differ in %s', async (_, files) => {
    expect(await problemsOf(files)).toEqual([]);
  });

  test('the check accepts names that a row of the glossary joins, also as a plural', async () => {
    const files = section(
      'In London, the Regional Secretariats.',
      'En Londres, las Secretarías.',
      'À Londres, les Secretariats.',
    );
    expect(await problemsOf(files)).not.toEqual([]);
    const rows = '| London | Londres | Londres | | | |\n| Regional Secretariat | Secretaría | Secretariat | | | |\n';
    expect(await problemsOf({ ...files, 'glossary.md': `${glossaryHead}${rows}` })).toEqual([]);
  });

  test('the check does not blame other pages for the faults of a broken one', async () => {
    const files = { ...section('[B](b.md#a).', '[B](#a).', '[B](#a).'), 'en/b.md': '---\n---\n' };
    const problems = await problemsOf(files);
    expect(problems.every((line) => line.startsWith('en/b.md'))).toBe(true);
  });

  test('the check warns of a review from the day after its date', async () => {
    expect(await problemsOf(agreeing, Date.UTC(2027, 5, 30, 23, 59))).toEqual([]);
    expect(await problemsOf(agreeing, Date.UTC(2027, 6, 1))).toEqual([
      'en/board.md:11 warning review-due',
      'es/board.md:11 warning review-due',
      'fr/board.md:11 warning review-due',
    ]);
  });
});
