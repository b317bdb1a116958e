import { describe, expect, test } from 'vitest';
import { answersKind } from '../../src/retrieval/answers-kind.ts';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';
import { readMarkdown } from './read-markdown.ts';

const glossary = `## Places

${glossaryHead}| Seoul | Seúl | Séoul | | | |

## Institutions and partners

${glossaryHead}| World Bank | Banco Mundial | Banque mondiale | | | |

## Words

${glossaryHead}| wreck; wrecks; boats sank | | | | | |
`;

function answers(question: string, text: string): boolean {
  const { indexed, parse } = readMarkdown(text, { glossary, sourceTitle: 'Annual report 2023' });
  const [unit] = indexed.units;
  return unit !== undefined && answersKind(parse(question), unit);
}

function firstOf(question: string, text: string, heading: string): boolean {
  const { indexed, parse } = readMarkdown(text, { glossary, heading });
  const [unit] = indexed.units;
  return unit !== undefined && answersKind(parse(question), unit, indexed);
}

describe('answersKind()', () => {
  test('answersKind() takes from the heading what a figure counts', () => {
    expect(firstOf('How many ferries are there?', 'Lisbon has 12 of them.', 'Ferries of Lisbon')).toBe(true);
    expect(firstOf('How many ferries are there?', 'Lisbon has 12 of them.', 'Harbours of Lisbon')).toBe(false);
  });

  test('answersKind() takes no guess at a misspelt word from the heading', () => {
    expect(firstOf('How many feries are there?', 'Lisbon has 12 of them.', 'Ferries of Lisbon')).toBe(false);
    expect(firstOf('How many feries are there?', 'Lisbon has 12 ferries.', 'Ferries of Lisbon')).toBe(true);
  });

  test('answersKind() counts what several words of the question name, not one of them', () => {
    expect(firstOf('How many boats sank?', 'There were 12 boats in the race.', 'Race')).toBe(false);
    expect(firstOf('How many boats sank?', 'There were 12 wrecks in the race.', 'Race')).toBe(true);
    expect(firstOf('How many boats sank?', 'There were 12 boats.', 'Wrecks of the race')).toBe(true);
  });

  test('answersKind() knows an item that begins with a name', () => {
    expect(firstOf('Who is the mayor?', '- Oh Se-hoon, mayor', 'Mayors')).toBe(true);
    expect(firstOf('Who is the mayor?', '- the mayor of the sea', 'Mayors')).toBe(false);
  });

  test.each([
    ['How many people came?', '1,400 people came.'],
    ['What percentage of the people came?', 'As many as 35.3 % of the people came.'],
    ['How long did the congress last?', 'The congress lasted 3 days.'],
    ['How long did the congress last?', 'It was open from 7 to 9 October.'],
    ['How many years was it open?', 'It was open for 12 years.'],
    ['When was it founded?', 'It was founded in 1985.'],
    ['When did it begin?', 'It began on 7 October.'],
    ['Who is the treasurer?', 'The treasurer is Ada Lovelace.'],
    ['Who is Ada Lovelace?', 'The treasurer is Ada Lovelace.'],
    ['Who paid the project?', 'The project was paid by the World Bank.'],
    ['Who paid the project?', 'The project was paid by UNESCO.'],
    ['Where was the congress?', 'The congress was in Seoul.'],
    ['Where was the congress?', 'The congress was in Dakar.'],
    ['Where is the office?', 'The office is at 08002, by the sea.'],
    ['What is the phone number?', 'Call +34 93 342 94 60.'],
    ['What is the e-mail?', 'Write to info@example.org.'],
    ['How much does it cost?', 'It costs €500.'],
    ['What is the guide?', 'The guide is a book for cities.'],
    ['Why does it exist?', 'It exists because cities care.'],
    ['Does the guide help?', 'Any sentence will do.'],
  ])('answersKind() is true for "%s" when the text says "%s"', (question, text) => {
    expect(answers(question, text)).toBe(true);
  });

  test.each([
    ['How many people came?', 'Many people came.'],
    ['How many people came?', 'People came in 2023.'],
    ['How many people came?', 'As many as 35.3 % of the people came.'],
    ['How many parks are there?', 'A park of the 3-year project.'],
    ['How long did the congress last?', 'The congress had 3 rooms.'],
    ['Where was the congress?', 'The congress was led by Ada Lovelace.'],
    ['How many countries came?', 'There were 82 parks.'],
    ['Which of the 82 parks had how many people?', 'People of 82 parks came.'],
    ['When did it begin in 1985?', 'It began in 1985.'],
    // The year of the report itself is no news.
    ['When did it begin?', 'The report of 2023 says so.'],
    ['Who is the treasurer?', 'The treasurer keeps the money.'],
    ['Who is the treasurer?', 'The treasurer lives in Seoul.'],
    ['Who paid the project?', 'The project was paid in Seoul.'],
    ['Where was the congress?', 'The congress was paid by the World Bank.'],
    ['Where in Seoul was the congress?', 'The congress was in Seoul.'],
    ['What is the phone number?', 'There are 1,400 people.'],
    ['What is the e-mail?', 'Call +34 93 342 94 60.'],
    ['How much does it cost?', 'It has 500 members.'],
    ['What is the guide?', 'Cities read the guide.'],
    ['Why does it exist?', 'It exists in Seoul.'],
  ])('answersKind() is false for "%s" when the text says "%s"', (question, text) => {
    expect(answers(question, text)).toBe(false);
  });
});
