import { describe, expect, test } from 'vitest';
import type { Quote } from '../../src/answers/quote.ts';
import { leavesUnsaid } from '../../src/answers/unsaid.ts';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';
import { readMarkdown } from '../retrieval/read-markdown.ts';

const glossary = `## Places

${glossaryHead}| Lisbon | Lisboa | Lisbonne | | | |
| Porto | | | | | |

## Words

${glossaryHead}| office; bureau | | | | | |
| wedding; wed | | | | | |
| adopt; adopted | | | | | |
| travel grant | | | | | |
| rent; rented | | | | | |
`;

/** Whether a section that is quoted whole leaves unsaid what is asked. */
function isUnsaid(question: string, text: string): boolean {
  const { parse, search } = readMarkdown(text, { glossary });
  const hit = search(question).find(({ section }) => section.anchor === 'read');
  if (hit === undefined) throw new Error(`"${question}" does not find the section`);
  const units = hit.indexed.units.map(({ unit }) => unit.index);
  const quote: Quote = { hit, excerpt: { body: { type: 'root', children: [] }, units, left: 0 } };
  return leavesUnsaid(parse(question), quote);
}

describe('leavesUnsaid()', () => {
  test.each([
    ['What is the date of the wedding of Ada Lovelace?', 'Ada Lovelace led the orchestra until 1845.', true],
    ['When did Ada Lovelace wed?', 'Ada Lovelace wed in 1835.', false],
    ['When did Lisbon adopt the anthem?', 'The anthem was played in Lisbon in 1900.', true],
    ['When did Lisbon adopt the anthem?', 'The anthem was adopted by Lisbon in 1900.', false],
    ['What is the budget of the travel grant?', 'The orchestra has a budget of 900 euros.', true],
    // Where something is or who acts shows in other words than those of the question.
    ['Where did Lisbon adopt the anthem?', 'The anthem was played at the castle of Lisbon.', false],
  ])('leavesUnsaid() of "%s", of which "%s" is quoted, is %j', (question, text, expected) => {
    expect(isUnsaid(question, text)).toBe(expected);
  });

  test.each([
    ['Does the orchestra have an office in Lisbon?', 'The orchestra has 12 members, from Lisbon to Porto.', true],
    ['Does the orchestra have an office in Lisbon?', 'The orchestra has an office in Lisbon.', false],
    [
      'Does the orchestra have an office in Lisbon?',
      'The orchestra has an office in Porto. The orchestra plays in Lisbon.',
      true,
    ],
    // The items of a list say one thing together.
    ['Do Lisbon and Porto rent the hall?', 'The hall is rented by these cities:\n\n- Lisbon\n- Porto', false],
    ['Do Lisbon and Porto rent the hall?', 'The hall is rented by Lisbon. Porto has a hall.', true],
  ])('leavesUnsaid() asks of "%s" that one sentence of "%s" speaks of all: %j', (question, text, expected) => {
    expect(isUnsaid(question, text)).toBe(expected);
  });

  test.each([
    ['How do I rent the hall of the orchestra?', 'The hall of the orchestra has 900 seats.', true],
    ['How do I rent the hall of the orchestra?', 'The hall of the orchestra can be rented by e-mail.', false],
  ])('leavesUnsaid() asks of "%s" that "%s" speaks of doing so: %j', (question, text, expected) => {
    expect(isUnsaid(question, text)).toBe(expected);
  });
});
