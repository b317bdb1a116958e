import { beforeAll, describe, expect, test } from 'vitest';
import type { BotDependencies } from '../../src/bot.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { languages } from '../../src/language.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { desk, openBot, settings, textOf } from '../bot/open-bot.ts';
import { samplePerson } from '../contract/sample-core.ts';
import { openNewsroom } from './announcing/open-newsroom.ts';

const clock = () => Date.UTC(2026, 10, 22, 12);

let known: Pick<BotDependencies, 'current'>;
beforeAll(async () => {
  const knowledge = await loadKnowledge('knowledge', { now: clock() });
  const retriever = createRetriever(knowledge);
  known = { current: () => ({ knowledge, retriever }) };
});

/** A bot that knows what the assistant knows. */
const open = async () => await openBot({ ...known, clock, settings });

describe('the command events', () => {
  test.each([
    ['en', 'World Metropolitan Day – Thursday, 7 October 2027'],
    ['es', 'Día Mundial Metropolitano – jueves, 7 de octubre de 2027'],
    ['fr', 'Journée mondiale métropolitaine – jeudi 7 octobre 2027'],
  ] as const)('shows in %s what comes next, with the section to read', async (language, expected) => {
    const { command } = await open();
    const reply = await command('events', {}, { locale: language });
    expect(reply).toMatchObject({ language, title: messagesIn(language).events.title });
    expect(textOf(reply)).toContain(expected);
    expect(textOf(reply)).not.toContain('2023');
    expect(reply.actions).toMatchObject([{ kind: 'read', sectionId: 'metropolitan-day#date' }]);
  });

  test('shows the events of a month, on the topic that is asked for', async () => {
    const { command } = await open();
    const reply = await command('events', { month: 'June 2023', topic: 'Report' });
    expect(reply.title).toBe('Events in June 2023');
    expect(textOf(reply)).toContain('Brussels Urban Summit');
    expect(reply.notice).toBe(messagesIn('en').events.over);
    expect(textOf(await command('events', { month: 'June 2023', topic: 'care' }))).toBe(
      messagesIn('en').events.noneInAbout('June 2023', 'care'),
    );
  });

  test('takes a topic that stands in the place of the month', async () => {
    const { command } = await open();
    expect(textOf(await command('events', { month: 'metropolitan-day' }))).toContain('7 October 2027');
  });

  test.each([
    [{ month: 'someday' }, '“someday” is neither a month nor a topic that I know'],
    [{ month: '2027-13', topic: 'care' }, '“2027-13” is neither a month'],
    [{ topic: 'metropolitn-day' }, 'The topics are: metropolitan-day, association, care, report.'],
    [{ topic: 'football' }, 'The topics are: association, care, metropolitan-day, report.'],
  ])('says what is wrong with %j', async (options, expected) => {
    const { command } = await open();
    const reply = await command('events', options);
    expect(reply.failed).toBe(true);
    expect(textOf(reply)).toContain(expected);
  });

  test.each([
    ['Europe/Madrid', 'Thursday, 7 October 2027, 10:00–12:00 (Europe/Madrid, UTC+2)'],
    ['Asia/Seoul', 'Thursday, 7 October 2027, 17:00–19:00 (Asia/Seoul, UTC+9)'],
  ])('shows what was announced where the person reads, on the clocks of %s', async (zone, expected) => {
    const { publish, deliver, as } = await openNewsroom();
    const event = { start: '2027-10-07 10:00', end: '2027-10-07 12:00', place: 'Dakar', link: 'https://example.org/a' };
    const reader = { id: 'fake:reader', zone };
    await publish(event);
    expect(textOf(await as(reader)('events'))).toBe(messagesIn('en').events.none);
    await deliver();
    const reply = await as(reader)('events');
    expect(textOf(reply)).toContain(`General Assembly – ${expected} · Place: Dakar`);
    expect(textOf(await as(samplePerson)('events'))).toBe(messagesIn('en').events.none);
    expect(textOf(await as(desk)('events'))).toContain('General Assembly');
  });

  test('shows what was confirmed and no draft of a change, and nothing that was retracted', async () => {
    const { publish, deliver, as, press } = await openNewsroom();
    const { id } = await publish({ start: '2027-10-07 10:00' });
    await deliver();
    const reader = { id: 'fake:reader', zone: 'Europe/Madrid' };
    const change = await as(desk)('announce', { id, 'title.en': 'The General Assembly', start: '2027-10-08 10:00' });
    expect(textOf(await as(reader)('events'))).toContain('7 October 2027, 10:00');
    await press(change, 'confirm');
    await deliver();
    expect(textOf(await as(reader)('events'))).toContain('8 October 2027, 10:00');
    await press(await as(desk)('announcement', { action: 'retract', id }), 'retract');
    await deliver();
    expect(textOf(await as(reader)('events'))).toBe(messagesIn('en').events.none);
  });
});

describe('an answer', () => {
  const questions = {
    en: 'When is World Metropolitan Day?',
    es: '¿Cuándo es el Día Mundial Metropolitano?',
    fr: 'Quelle est la date de la Journée mondiale métropolitaine ?',
  };
  const next = {
    en: 'The next one: World Metropolitan Day, Thursday, 7 October 2027.',
    es: 'La próxima vez: Día Mundial Metropolitano, jueves, 7 de octubre de 2027.',
    fr: 'La prochaine fois : Journée mondiale métropolitaine, jeudi 7 octobre 2027.',
  };

  test.each(languages)(
    'to the question when an event is names in %s the next time, beside what is quoted',
    async (language) => {
      const { say } = await open();
      const reply = await say(questions[language], { locale: language });
      expect(reply.sources?.[0]?.sectionId).toBe('metropolitan-day#date');
      expect(textOf(reply)).toContain(next[language]);
    },
  );

  test.each(['Who organises World Metropolitan Day?', 'When was the Brussels Urban Summit held?'])(
    'names no next time where none is asked for, or none comes: %s',
    async (question) => {
      const { say } = await open();
      const reply = await say(question);
      expect(reply.sources).toBeDefined();
      expect(textOf(reply)).not.toContain('The next one');
    },
  );
});
