import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/knowledge/document.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { languages } from '../../src/language.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { knowledgeFolder, page } from './knowledge-folder.ts';

const now = Date.UTC(2026, 10, 22);

const problemsOf = (lines: readonly string[]) => {
  const head = `event:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  const { problems } = parseDocument('en/board.md', Buffer.from(page({ head })));
  return problems.map(({ line, message }) => `${line}: ${message}`);
};

/** A page for the calendar alone, and the page that holds the facts, in the three languages. */
function pages(event: string, changes: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(
    languages.flatMap((lang) => [
      [`${lang}/board.md`, page({ lang })],
      [`${lang}/events/day.md`, page({ lang, id: 'day', head: `event:\n${changes[lang] ?? event}` })],
    ]),
  );
}

describe('the events of pages', () => {
  test('are joined over the languages, each with its title and place', async () => {
    const event =
      '  start: 2027-05-03 10:00\n  end: 2027-05-04 12:00\n  zone: Asia/Seoul\n  topics: [care]\n  revision: 2';
    const folder = await knowledgeFolder(
      pages(`${event}\n  place: Seoul`, { fr: `${event}\n  place: Séoul`, es: `${event}\n  place: Seúl` }),
    );
    const { events, problems } = await loadKnowledge(folder, { now });
    expect(problems).toEqual([]);
    expect(events).toEqual([
      {
        id: 'day',
        time: { kind: 'clock', start: '2027-05-03T10:00', end: '2027-05-04T12:00', zone: 'Asia/Seoul' },
        languages: [],
        topics: ['report', 'care'],
        sections: ['day#treasurer'],
        revision: 2,
        cancelled: false,
        changedAt: Date.UTC(2023, 0, 1),
        texts: {
          en: { title: 'Board', place: 'Seoul' },
          es: { title: 'Board', place: 'Seúl' },
          fr: { title: 'Board', place: 'Séoul' },
        },
      },
    ]);
  });

  test('have their facts on other pages, which then answer questions alone', async () => {
    const event = '  start: 2026-10-07\n  recurrence: FREQ=YEARLY\n  sections: ["board#treasurer"]';
    const knowledge = await loadKnowledge(await knowledgeFolder(pages(event)), { now });
    expect(knowledge.problems).toEqual([]);
    expect(knowledge.events[0]?.sections).toEqual(['board#treasurer']);
    expect(knowledge.sections.map(({ id }) => id)).toContain('day#treasurer');
    const retriever = createRetriever(knowledge);
    const hits = retriever.search(retriever.parse('Treasurer', 'en', 'en'));
    expect(hits.map(({ section }) => section.id)).toEqual(['board#treasurer']);
  });

  test('are reported when a language says something else of them', async () => {
    const day = '  start: 2027-05-03\n  place: Seoul';
    const folder = await knowledgeFolder(
      pages(day, { es: '  start: 2027-05-04\n  place: Seúl', fr: '  start: 2027-05-03' }),
    );
    const { problems } = await loadKnowledge(folder, { now });
    expect(problems.map(({ path, line, rule }) => `${path}:${line} ${rule}`)).toEqual([
      'es/events/day.md:12 twin-front-matter',
      'fr/events/day.md:12 twin-front-matter',
    ]);
    expect(problems.map(({ message }) => message).join()).toContain('event.place is absent here');
  });

  test('are reported when they name a section that there is not', async () => {
    const { problems } = await loadKnowledge(
      await knowledgeFolder(pages('  start: 2027-05-03\n  sections: ["board#nobody"]')),
      { now },
    );
    expect(problems.map(({ rule }) => rule)).toEqual(['event-sections', 'event-sections', 'event-sections']);
    expect(problems[0]?.message).toContain('There is no section board#nobody');
  });

  test.each([
    [['place: Seoul'], ['12: event.start is missing']],
    [['start: 2027-02-30'], ['13: event.start is wrong: write a day (2027-10-07)']],
    [['start: 2027-05-03 25:00', 'zone: Asia/Seoul'], ['13: event.start is wrong']],
    [['start: 2027-05-03 10:00'], ['12: event.zone is missing: write the time zone']],
    [['start: 2027-05-03', 'zone: Asia/Seoul'], ['14: event.zone is of no use without a time']],
    [['start: 2027-05-03 10:00', 'zone: Korea'], ['14: event.zone is wrong: write the name of a time zone']],
    [['start: 2027-05-03', 'end: 2027-05-02'], ['14: event.end is wrong: the event ends before it begins']],
    [['start: 2027-05-03', 'end: 2027-05-04 10:00'], ['14: event.end is wrong: write a day, as in start']],
    [
      ['start: 2027-05-03', 'recurrence: every year'],
      ['14: event.recurrence is wrong: "EVERY YEAR" is not understood'],
    ],
    [
      ['start: 2027-05-03', 'recurrence: FREQ=MONTHLY;BYDAY=1TU'],
      ['14: event.recurrence is wrong: start (2027-05-03) is none'],
    ],
    [['start: 2027-05-03', 'link: http://example.org'], ['14: event.link is wrong']],
    [['start: 2027-05-03', 'venue: Seoul'], ['14: event.venue is not a key']],
    [['start: 2027-05-03', 'revision: -1'], ['14: event.revision is wrong']],
  ])('have their mistakes reported with the line: %j', (lines, expected) => {
    const problems = problemsOf(lines);
    expect(problems).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(problems[index]).toContain(start);
  });
});

test('World Metropolitan Day is among the events of the assistant, and nothing else lies ahead', async () => {
  const { events } = await loadKnowledge('knowledge', { now });
  const day = events.find(({ id }) => id === 'world-metropolitan-day');
  expect(day).toMatchObject({
    time: { kind: 'days', first: '2018-10-07', last: '2018-10-07' },
    recurrence: 'FREQ=YEARLY',
    sections: ['metropolitan-day#date'],
  });
  expect(Object.keys(day?.texts ?? {})).toEqual(['en', 'es', 'fr']);
  expect(events.filter(({ recurrence }) => recurrence !== undefined)).toEqual([day]);
});
