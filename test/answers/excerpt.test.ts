import { describe, expect, test } from 'vitest';
import { chooseExcerpt, excerptLength, excerptLimit, twinExcerpt, unitScore } from '../../src/answers/excerpt.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { readMarkdown } from '../retrieval/read-markdown.ts';

const filler = 'The festival has room for everyone who likes the cinema and comes early in the evening.';

const cities = ['Dakar', 'Seoul', 'Berlin', 'Quito', 'Lagos', 'Cairo', 'Tunis', 'Hanoi'];

const list = (length: number) =>
  `The vice-presidencies by region are:\n\n${cities
    .slice(0, length)
    .map(
      (city) =>
        `- ${city} speaks for its region and reports on harbours, markets, bridges, gardens and schools of ${city}`,
    )
    .join('\n')}`;

const table = `The offices of the Board are held by these people, whose terms are long, and whose tasks are many, and whose reports can be read by everyone who asks the secretariat for them in due time, before or after the meeting:

| Office | Person | Task |
|---|---|---|
| Presidency | Franziska Giffey | leads the meetings of the Board and speaks for all members in public |
| Youth network | Laia Bonet | brings the young people of the member cities together every spring |
| Women’s network | Ans Persoons | brings the women of the member cities together every autumn, in turn |
`;

function quote(question: string, markdown: string) {
  const { indexed, parse } = readMarkdown(markdown);
  const excerpt = chooseExcerpt(parse(question), indexed);
  return { excerpt, indexed, said: plainText(excerpt.body) };
}

describe('chooseExcerpt()', () => {
  test('chooseExcerpt() quotes a short section whole', () => {
    const { said } = quote('Who is the treasurer?', 'The treasurer is Ada. She lives in Dakar.');
    expect(said).toBe('The treasurer is Ada. She lives in Dakar.');
  });

  test('chooseExcerpt() quotes of a long section the sentence that answers', () => {
    const markdown = [filler, filler, filler, 'Volunteers sell the tickets.', filler, filler, filler].join(' ');
    const { said, excerpt } = quote('What do the volunteers sell?', markdown);
    expect(said).toContain('Volunteers sell the tickets.');
    expect(excerpt.units).toContain(3);
    expect(excerpt.units.length).toBeLessThanOrEqual(3);
    expect(said.length).toBeLessThan(markdown.length);
  });

  test('chooseExcerpt() adds the neighbour that holds the rest of the question', () => {
    const markdown = [
      filler,
      filler,
      'The treasurer was elected.',
      'Her budget pays for the harbour.',
      filler,
      filler,
    ].join(' ');
    const { said } = quote('Does the budget of the treasurer pay for the harbour?', markdown);
    expect(said).toContain('The treasurer was elected. Her budget pays for the harbour.');
  });

  test('chooseExcerpt() never joins sentences of two paragraphs', () => {
    const { excerpt } = quote('Who is the treasurer?', 'The treasurer is Ada.\n\nThe mayor is Grace.');
    expect(excerpt.body.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  test('chooseExcerpt() quotes the list with its introduction when the question wants it', () => {
    const { said, excerpt } = quote('Which are the vice-presidencies by region?', list(4));
    expect(said).toContain('The vice-presidencies by region are:');
    for (const city of cities.slice(0, 4)) expect(said).toContain(`${city} speaks`);
    expect(excerpt.left).toBe(0);
    expect(excerpt.body.children.map(({ type }) => type)).toEqual(['paragraph', 'list']);
  });

  test('chooseExcerpt() says how many items of a long list found no room', () => {
    const { excerpt, indexed } = quote('Which are the vice-presidencies by region?', list(8));
    expect(excerpt.left).toBeGreaterThan(0);
    expect(excerpt.left + excerpt.units.length).toBe(indexed.units.length);
  });

  test('chooseExcerpt() quotes one item with its introduction when one is asked for', () => {
    const { said } = quote('Does Quito speak on harbours and gardens of Quito?', list(5));
    expect(said).toContain('The vice-presidencies by region are:');
    expect(said).toContain('Quito speaks');
    expect(said).not.toContain('Dakar');
  });

  test('chooseExcerpt() quotes one row with the header of its table and its introduction', () => {
    const { said, excerpt } = quote('Who has the office of the youth network?', table);
    expect(said).toContain('Laia Bonet');
    expect(said).toContain('The offices of the Board');
    expect(said).not.toContain('Franziska Giffey');
    const quoted = excerpt.body.children.at(-1);
    expect(quoted?.type === 'table' ? quoted.children.length : 0).toBe(2);
  });

  test('chooseExcerpt() quotes rows as one table with one header', () => {
    const { excerpt } = quote('Which are the people of the offices of the Board?', table);
    const quoted = excerpt.body.children.at(-1);
    expect(quoted?.type === 'table' ? quoted.children.length : 0).toBe(excerpt.units.length);
  });

  test.each([
    ['a list', 'Which are the vice-presidencies by region?', list(8)],
    ['a table', 'Which are the offices of the Board?', table],
    ['sentences', 'Who likes the festival?', Array.from({ length: 20 }, () => filler).join(' ')],
    ['paragraphs', 'Who likes the festival?', Array.from({ length: 20 }, () => filler).join('\n\n')],
  ])('chooseExcerpt() quotes no more characters of %s than the limit', (_, question, markdown) => {
    const { excerpt, indexed } = quote(question, markdown);
    expect(excerpt.units.length).toBeGreaterThan(0);
    expect(excerptLength(excerpt, indexed)).toBeLessThanOrEqual(excerptLimit);
  });

  test('chooseExcerpt() keeps the order of the section', () => {
    const { excerpt } = quote('Which are the vice-presidencies by region?', list(6));
    expect(excerpt.units).toEqual(excerpt.units.toSorted((a, b) => a - b));
  });

  test('chooseExcerpt() quotes nothing when the section has no text', () => {
    const { excerpt } = quote('Who is the treasurer?', '');
    expect(excerpt).toEqual({ body: { type: 'root', children: [] }, units: [], left: 0 });
  });
});

describe('twinExcerpt()', () => {
  const english = readMarkdown(list(4));
  const excerpt = chooseExcerpt(english.parse('Does Quito speak on harbours and gardens of Quito?'), english.indexed);

  test('twinExcerpt() quotes the same item of the other language', () => {
    const items = cities.slice(0, 4).map((city) => `- ${city} habla por su región`);
    const spanish = readMarkdown(`Las vicepresidencias son:\n\n${items.join('\n')}`, { language: 'es' });
    const twin = twinExcerpt(excerpt, english.indexed, spanish.indexed);
    expect(twin.units).toEqual(excerpt.units);
    expect(plainText(twin.body)).toContain('Las vicepresidencias son:');
    expect(plainText(twin.body)).toContain('Quito habla por su región');
    expect(plainText(twin.body)).not.toContain('Dakar');
  });

  test('twinExcerpt() quotes from the beginning when the other language divides its sentences otherwise', () => {
    const french = readMarkdown(`Dakar parle. Quito parle. ${Array.from({ length: 12 }, () => filler).join(' ')}`, {
      language: 'fr',
    });
    const twin = twinExcerpt(excerpt, english.indexed, french.indexed);
    expect(twin.units[0]).toBe(0);
    expect(excerptLength(twin, french.indexed)).toBeLessThanOrEqual(excerptLimit);
  });

  test('twinExcerpt() gives the excerpt itself when there is no other text', () => {
    expect(twinExcerpt(excerpt, english.indexed, english.indexed)).toBe(excerpt);
  });
});

describe('unitScore()', () => {
  test('unitScore() is higher for the sentence that answers, and nothing for an empty question', () => {
    const { indexed, parse } = readMarkdown('The treasurer is Ada Lovelace. The harbour is deep.');
    const [first, second] = indexed.units;
    if (first === undefined || second === undefined) throw new Error('There are not two sentences');
    const query = parse('Who is the treasurer?');
    expect(unitScore(query, first)).toBeGreaterThan(unitScore(query, second));
    expect(unitScore(parse(''), first)).toBe(0);
  });
});
