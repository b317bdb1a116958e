import { describe, expect, test } from 'vitest';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';
import { readMarkdown } from './read-markdown.ts';

const glossary = `## Places

${glossaryHead}| Seoul | Seúl | Séoul | | | |

## Institutions and partners

${glossaryHead}| World Bank | Banco Mundial | Banque mondiale | | | |

## Words

${glossaryHead}| Metropolis Award | Premio Metropolis | Prix Metropolis | | | |
`;

function unitOf(text: string) {
  const [unit] = readMarkdown(text, { glossary }).indexed.units;
  if (unit === undefined) throw new Error(`"${text}" has no unit`);
  return unit;
}

describe('peopleIn()', () => {
  test.each([
    ['The treasurer is Ada Lovelace.', 1],
    ['Ada Lovelace met Grace Hopper.', 2],
    ['The network of Ada de Souza is large.', 1],
    ['It met in Seoul.', 0],
    ['The World Bank paid.', 0],
    ['It ended in October 2023.', 0],
    ['UNESCO and OECD came.', 0],
    ['nobody came', 0],
  ])('peopleIn() finds in "%s" %i', (text, count) => {
    expect(unitOf(text).people).toHaveLength(count);
  });
});

describe('namesIn()', () => {
  test.each([
    ['It met in Seoul.', 'seoul', 'place'],
    ['It was paid by the World Bank.', 'world-bank', 'institution'],
    ['Who got the Metropolis Award?', 'metropolis-award', 'other'],
  ])('namesIn() knows in "%s" %s as a %s', (text, concept, kind) => {
    expect(unitOf(text).names).toContainEqual(expect.objectContaining({ concept, kind }));
  });

  test.each([
    ['It met in Dakar in October.', [['dakar']]],
    ['The members met.', []],
    ['It was paid by UNESCO.', [['unesco']]],
  ])('namesIn() finds in "%s" the names %j outside the glossary', (text, stems) => {
    expect(unitOf(text).names.map((name) => name.stems)).toEqual(stems);
    expect(unitOf(text).names.every(({ kind }) => kind === undefined)).toBe(true);
  });
});

describe('quantitiesIn()', () => {
  test.each([
    ['1,400 people from 82 countries came.', ['1400', '82']],
    ['It grew by 35.3% in 2023.', ['35.3']],
    ['It began on 7 October 2023.', []],
    ['It began on October 7.', []],
    ['It was founded in 1985.', []],
    ['The 14th congress', []],
    ['On 7 October there were 250 people.', ['250']],
    ['No figure', []],
  ])('quantitiesIn() finds in "%s" %j', (text, values) => {
    expect(unitOf(text).quantities.map(({ value }) => value)).toEqual(values);
  });
});
