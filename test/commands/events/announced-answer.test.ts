import { beforeAll, describe, expect, test } from 'vitest';
import type { BotDependencies } from '../../../src/bot.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { Language } from '../../../src/language.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { desk, textOf } from '../../bot/open-bot.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';

let current: BotDependencies['current'];
beforeAll(async () => {
  const knowledge = await loadKnowledge('knowledge', { now: Date.UTC(2027, 9, 1) });
  const retriever = createRetriever(knowledge);
  current = () => ({ knowledge, retriever });
});

const reader = { id: 'fake:reader', zone: 'Europe/Madrid' };
/** An event in three languages, as the secretariat would write it. */
const workshop = {
  'title.en': 'Regional workshop on night-time economies',
  'body.en': 'Please register by Friday. Speakers from ten cities.',
  'title.es': 'Taller regional sobre economía nocturna',
  'body.es': 'Inscríbase antes del viernes.',
  'title.fr': 'Atelier régional sur l’économie nocturne',
  'body.fr': 'Inscrivez-vous avant vendredi.',
  start: '2027-11-09 10:00',
  end: '2027-11-09 12:00',
  place: 'Montevideo',
  link: 'https://example.org/workshop',
};

/** A newsroom with the assistant's real knowledge. */
async function open(fields: Readonly<Record<string, string>> | undefined = workshop) {
  const newsroom = await openNewsroom({ current });
  const { say, as, press, deliver, publish } = newsroom;
  const { id } = await publish(fields);
  await deliver();
  return {
    ...newsroom,
    id,
    ask: async (text: string, person: typeof reader = reader, locale: Language = 'en') =>
      await say(text, { person, locale }),
    change: async (given: Readonly<Record<string, string>>) => {
      await press(await as(desk)('announce', { id, ...given }), 'confirm');
      await deliver();
    },
  };
}

describe('a question about an event that was announced', () => {
  test.each([
    ['en', 'When is the regional workshop on night-time economies?', 'When: Tuesday, 9 November 2027, 10:00–12:00'],
    ['en', 'Where does the workshop on night time economies take place?', 'Where: Montevideo'],
    ['en', 'What time does the regional workshop on night-time economies start?', '10:00–12:00 (Europe/Madrid, UTC+1)'],
    ['en', 'What is the link to the regional workshop on night-time economies?', 'https://example.org/workshop'],
    ['en', 'what is the regional workshop on night-time economies', 'Speakers from ten cities.'],
    ['en', 'Wen is the regional workshop on nigth-time economies in Montevideo in November 2027?', '9 November 2027'],
    ['es', '¿Cuándo es el taller regional sobre economía nocturna?', 'martes, 9 de noviembre de 2027'],
    ['es', 'donde se celebra el taller sobre economia nocturna', 'Montevideo'],
    ['es', '¿A qué hora empieza el taller regional sobre economía nocturna?', '10:00'],
    ['es', '¿Cuándo tendrá lugar el próximo taller regional sobre economía nocturna?', '9 de noviembre de 2027'],
    ['fr', 'Quand a lieu l’atelier régional sur l’économie nocturne ?', 'mardi 9 novembre 2027'],
    ['fr', 'Où se tiendra l’atelier sur l’économie nocturne ?', 'Montevideo'],
  ] as const)('is answered from the announcement (%s): %s', async (language, question, expected) => {
    const { ask } = await open();
    const reply = await ask(question, reader, language);
    expect(reply.language).toBe(language);
    expect(textOf(reply)).toContain(expected);
    expect(reply.sources).toMatchObject([
      { title: messagesIn(language).events.announcement, section: workshop[`title.${language}`], date: '2027-10-01' },
    ]);
    expect(reply.questionId).toBeDefined();
  });

  test('is answered on the clocks of who asks', async () => {
    const { ask } = await open();
    const reply = await ask('When is the regional workshop on night-time economies?', {
      ...reader,
      zone: 'Asia/Seoul',
    });
    expect(textOf(reply)).toContain('18:00–20:00 (Asia/Seoul, UTC+9)');
  });

  test('goes on from the question before', async () => {
    const { ask } = await open();
    await ask('When is the regional workshop on night-time economies?');
    expect(textOf(await ask('And where is it?'))).toContain('Where: Montevideo');
  });

  test.each([
    'When was the last regional workshop on night-time economies?',
    'When was the regional workshop on night-time economies?',
    'When is the regional workshop on night-time economies in 2028?',
    'When is the regional workshop on night-time economies in Lima?',
    'When is the regional conference on night-time economies?',
    'When is the regional workshop on housing?',
    'When does the registration for the regional workshop on night-time economies close?',
    'Who speaks at the regional workshop on night-time economies?',
    'How much does the regional workshop on night-time economies cost?',
    'When is the workshop?',
    '¿Cuándo es el taller regional sobre economía circular?',
    '¿Cuándo terminan las inscripciones del taller regional sobre economía nocturna?',
    'Quand a eu lieu le dernier atelier régional sur l’économie nocturne ?',
    'Qui organise l’atelier régional sur l’économie nocturne ?',
  ])('is not answered from an announcement that does not say it: %s', async (question) => {
    const { ask } = await open();
    const reply = await ask(question);
    expect(textOf(reply)).not.toContain('2027');
    expect(textOf(reply)).not.toContain('Montevideo');
  });

  test('about which others of a similar name were announced names the one that is meant, or none', async () => {
    const { ask, publish, deliver } = await open();
    await publish({
      'title.en': 'Regional workshop on night-time economies and culture',
      'body.en': 'A second one.',
      start: '2027-12-01 10:00',
    });
    await publish({ 'title.en': 'Monthly call', 'body.en': 'One.', start: '2027-12-02 10:00' });
    await publish({ 'title.en': 'Monthly call', 'body.en': 'Two.', start: '2028-01-13 10:00' });
    await deliver();
    expect(textOf(await ask('When is the regional workshop on night-time economies?'))).toContain('9 November 2027');
    expect(textOf(await ask('When is the regional workshop on night-time economies and culture?'))).toContain(
      '1 December 2027',
    );
    expect(textOf(await ask('When is the monthly call?'))).not.toMatch(/202[78]/);
    expect(textOf(await ask('When is the monthly call in January?'))).toContain('13 January 2028');
  });

  test('says the new time once it has moved, and nothing of a draft', async () => {
    const { ask, as, id, change } = await open();
    const question = 'When is the regional workshop on night-time economies?';
    await as(desk)('announce', { id, start: '2027-11-16 10:00', end: '', 'body.en': 'A week later.' });
    expect(textOf(await ask(question))).toContain('9 November 2027');
    await change({ start: '2027-11-17 10:00', end: '', 'body.en': 'A week later.' });
    expect(textOf(await ask(question))).toContain('17 November 2027');
    expect(textOf(await ask('When does the regional workshop on night-time economies end?'))).not.toContain('2027');
  });

  test('is not answered any more once the announcement is retracted, or says nothing of an event', async () => {
    const question = 'When is the regional workshop on night-time economies?';
    const one = await open();
    await one.press(await one.as(desk)('announcement', { action: 'retract', id: one.id }), 'retract');
    await one.deliver();
    expect(textOf(await one.ask(question))).not.toContain('2027');
    const other = await open();
    await other.change({ start: '', end: '', place: '', link: '', 'body.en': 'A letter.' });
    expect(textOf(await other.ask(question))).not.toContain('2027');
  });

  test('is answered only where it was announced, and as soon as it was', async () => {
    const { ask, publish, deliver } = await open();
    const question = 'When is the regional workshop on night-time economies?';
    expect(textOf(await ask(question, { ...reader, id: 'elsewhere:reader' }))).not.toContain('2027');
    await publish({ 'title.en': 'Spring school of mayors', 'body.en': 'Come.', start: '2027-12-01 10:00' });
    expect(textOf(await ask('When is the spring school of mayors?'))).not.toContain('2027');
    await deliver();
    expect(textOf(await ask('When is the spring school of mayors?'))).toContain('1 December 2027');
  });

  test('says of an event that it is cancelled, and of one that is not that nothing of the kind was announced', async () => {
    const { ask, change } = await open();
    const question = 'Is the regional workshop on night-time economies cancelled?';
    expect(textOf(await ask(question))).toContain(messagesIn('en').events.stillOn);
    expect(textOf(await ask('¿Se ha cancelado el taller regional sobre economía nocturna?'))).toContain(
      messagesIn('es').events.stillOn,
    );
    await change({ cancelled: 'true' });
    for (const each of [question, 'When is the regional workshop on night-time economies?']) {
      const text = textOf(await ask(each));
      expect(text).toContain(messagesIn('en').delivery.posted.update.cancelled);
      expect(text).toContain('When (cancelled): Tuesday, 9 November 2027');
    }
    expect(textOf(await ask('L’atelier régional sur l’économie nocturne est-il annulé ?'))).toContain(
      messagesIn('fr').delivery.posted.update.cancelled,
    );
  });

  test('tells of what is over that it is', async () => {
    const { ask, wait } = await open();
    wait(60 * 86_400_000);
    const text = textOf(await ask('When was the regional workshop on night-time economies?'));
    expect(text).toContain(messagesIn('en').events.isOver);
    expect(text).toContain('9 November 2027');
    expect(textOf(await ask('When is the next regional workshop on night-time economies?'))).not.toContain('2027');
  });

  test('leaves to the pages what they know', async () => {
    const { ask } = await open({ 'title.en': 'World Metropolitan Day', start: '2027-10-20 10:00' });
    const reply = await ask('When is World Metropolitan Day?');
    expect(reply.sources?.[0]?.sectionId).toBe('metropolitan-day#date');
  });
});
