import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/answers/answer-question.ts';
import { doubts, undoubted } from '../../src/answers/doubts.ts';
import type { Quote } from '../../src/answers/quote.ts';
import { glossaryHead } from '../knowledge/knowledge-folder.ts';
import { openedAssociation } from '../retrieval/association-knowledge.ts';
import { readMarkdown } from '../retrieval/read-markdown.ts';

async function read(question: string) {
  const { retriever } = await openedAssociation();
  return readQuestion(retriever, question).reading;
}

const glossary = `## Places

${glossaryHead}| Seoul | Seúl | Séoul | | | |
| Lima | | | | | |
| Europe; European | | | | | |

## Institutions and partners

${glossaryHead}| World Bank | Banco Mundial | Banque mondiale | | | |
| European Water Institute | | | | | |

## Events

${glossaryHead}| Water Action Day | Día de Acción del Agua | Journée d'action pour l'eau | | | |
| winner; winners; won | ganador | gagnant | | | |
| write; wrote; author | | | | | |
`;

/** The doubts about a section that is quoted whole. */
function doubtsAbout(question: string, text: string, heading = ''): readonly string[] {
  const { parse, search } = readMarkdown(text, { glossary, heading });
  const hit = search(question).find(({ section }) => section.anchor === 'read');
  if (hit === undefined) throw new Error(`"${question}" does not find the section`);
  const units = hit.indexed.units.map(({ unit }) => unit.index);
  const quote: Quote = { hit, excerpt: { body: { type: 'root', children: [] }, units, left: 0 } };
  return doubts(parse(question), [quote]);
}

describe('doubts()', () => {
  test.each([
    ['How many people attended the congress in Seoul in 2019?', ['year']],
    ['How many people attended the congress in Lima in 2025?', ['name']],
    ['Did 1,500 people attend the congress in Brussels in 2023?', ['number', 'unsaid']],
    ['Did 1.400 people attend the congress in Brussels in 2023?', []],
    ['¿Asistieron 1.400 personas al congreso de Bruselas?', []],
    ['Where did the pilot of electric buses run in 2019?', []],
    ['Where is the next congress?', ['next']],
    ['Who is Grace Hopper?', []],
    ['Cuántas personas asistieron al congreso de Seoul en 2025', []],
  ])('doubts() gives for "%s" %j', async (question, expected) => {
    expect((await read(question)).doubts).toEqual(expected);
  });

  test.each([
    ['When does the library lend books?'],
    ['What is the phone number of the library that lends books?'],
    ['What is the e-mail of the treasurer?'],
    ['How much does the Coex in Seoul cost?'],
  ])('doubts() finds nothing of the kind that "%s" asks for', async (question) => {
    expect((await read(question)).doubts).toContain('kind');
  });

  test('doubts() says that a question of light words alone asks for nothing', async () => {
    const { retriever } = await openedAssociation();
    const query = retriever.parse('What is the name and the number of the person?', 'en', 'en');
    expect(doubts(query, [])).toEqual(['nothing']);
  });

  test('doubts() does not trust a single word that is only guessed among plain ones', async () => {
    expect((await read('Please tell me the name of the tresurer')).doubts).toEqual(['nothing']);
    expect((await read('tresurer')).doubts).toEqual([]);
  });

  test('doubts() needs one quote without doubts among several', async () => {
    const { query, quotes } = await read('What is the winner of the prize?');
    const other = await read('Is Quito the winner of the water prize?');
    expect(quotes.length).toBeGreaterThan(1);
    expect(doubts(query, quotes)).toEqual([]);
    expect(doubts(other.query, quotes)).toEqual([]);
    expect(doubts(other.query, quotes.slice(0, 1))).toEqual(['name', 'unsaid']);
  });

  test.each([
    ['What was the third workshop about?', 'The first workshop was about rivers.', '', 'ordinal'],
    ['What was the third workshop about?', 'The workshop had 3 rooms and was about rivers.', '', 'ordinal'],
    ['What was painted before the harbour?', 'The harbour was painted by children.', '', 'sequence'],
    ['Why was the harbour cancelled?', 'The harbour has 3 aims: ships, fish and nets.', '', 'ending'],
    ['What is the title of the harbour book?', 'The harbour has a book of 90 pages.', '', 'title'],
    ['What do you think of the harbour?', 'The harbour has ships.', '', 'opinion'],
    ['How many people visited the harbour?', 'The harbour has 12 ships; people visited it.', '', 'counted'],
    ['How many hours was the harbour open?', 'The harbour was open on 12 Sundays, for hours.', '', 'counted'],
    ['Which two cities share the harbour?', 'The European Water Institute looks after the harbour.', '', 'list'],
    ['Which city has the harbour?', 'The European Water Institute looks after the harbour.', '', 'kind'],
    ['What happened on Water Action Day in the harbour?', 'In action: the water of the harbour.', '', 'named'],
    ['Who wrote the harbour guide?', 'Ada Lovelace read the harbour guide.', '', 'role'],
    ['Where is the seat of UNESCO?', 'UNESCO sat in the harbour of Lima.', '', 'relation'],
    ['How much does the harbour pay?', 'The harbour pays in 12 months.', '', 'kind'],
    ['What was the theme of the harbour?', 'The harbour had ships.', '', 'kind'],
    ['What does UNESCO say of boats?', 'The boats, which are not part of UNESCO, are red.', '', 'excluded'],
  ])('doubts() finds for "%s" in "%s" %s %s', (question, text, heading, doubt) => {
    expect(doubtsAbout(question, text, heading)).toContain(doubt);
  });

  test.each([
    ['What was the third workshop about?', 'The 3rd workshop was about rivers.', ''],
    ['What was the third workshop about?', 'Workshop 3 was about rivers.', ''],
    ['What was the third workshop about?', 'It was about rivers.', 'Third workshop'],
    ['What was painted before the harbour?', 'The bridge was painted first and the harbour after it.', ''],
    ['What opened before 2019 in the harbour?', 'In 2019 the harbour opened.', ''],
    ['Why was the harbour cancelled?', 'The harbour was cancelled because of a storm.', ''],
    ['What is the title of the harbour book?', 'The harbour has a book, “Ships and nets”.', ''],
    ['How many people visited the harbour?', 'There were 250 young visitors, people of the harbour.', ''],
    ['How many hours was the harbour open?', 'The harbour was open for 12 hours.', ''],
    ['Which two cities share the harbour?', 'Seoul and Lima share the harbour.', ''],
    ['Which city has the harbour?', 'The harbour is in Lima.', ''],
    ['What happened on Water Action Day in the harbour?', 'The harbour was cleaned.', 'Water Action Day'],
    ['Who wrote the harbour guide?', 'The author of the harbour guide is Ada Lovelace.', ''],
    ['How much does the harbour pay?', 'The harbour pays 500 euros.', ''],
    ['What was the theme of the harbour?', 'The theme of the harbour was ships.', ''],
    ['What does Lima say of boats?', 'The boats of Lima, which are not part of UNESCO, are red.', ''],
    ['Are the boats part of UNESCO?', 'The boats are not part of UNESCO.', ''],
  ])('doubts() finds none for "%s" in "%s" %s', (question, text, heading) => {
    expect(doubtsAbout(question, text, heading)).toEqual([]);
  });
});

describe('undoubted()', () => {
  test('undoubted() leaves out quotes with doubts, unless each has some', async () => {
    const { query, quotes } = await read('What is the winner of the prize?');
    const { query: water } = await read('Is Quito the winner of the water prize?');
    const [first, ...others] = quotes;
    if (first === undefined) throw new Error('nothing is quoted');
    expect(undoubted(query, [first, ...others])).toEqual(quotes);
    const left = undoubted(water, [first, ...others]);
    expect(left.length).toBeLessThan(quotes.length);
    expect(undoubted(water, [first])).toEqual([first]);
  });
});
