import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { openTestStore } from '../fakes/test-store.ts';
import { contact, openBot, settings, textOf } from './open-bot.ts';

describe('createBot() records', () => {
  test.each([
    ['Who is the treasurer?', 'answered', ['board#treasurer']],
    ['What does a giraffe weigh?', 'abstained', []],
  ])('what became of %j without its words', async (question, outcome, sectionIds) => {
    const { say, store } = await openBot();
    const { questionId = '' } = await say(question);
    const stored = await store.questions.get(questionId);
    expect(stored).toEqual({
      id: questionId,
      at: 1_007,
      platform: 'sample',
      language: 'en',
      outcome,
      sectionIds,
      confidence: expect.any(Number),
    });
  });

  test('the words of a question only when the operator has them kept', async () => {
    const { command, store } = await openBot({ settings: { ...settings, keepQuestions: true } });
    const { questionId = '' } = await command('ask', { question: 'Who is the treasurer?' });
    expect(await store.questions.get(questionId)).toMatchObject({ text: 'Who is the treasurer?' });
  });

  test('nothing of what is no question', async () => {
    const { say, command, store } = await openBot();
    const replies = [await say('hello'), await say('???'), await command('help'), await command('read')];
    expect(replies.map(({ questionId }) => questionId)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await store.questions.unanswered(10)).toEqual([]);
  });
});

describe('createBot() without its store', () => {
  test('answers members all the same, without asking whether it helped, and tells the operator', async () => {
    const { say, store, logged } = await openBot();
    await store.close();
    const reply = await say('Who is the treasurer?', { channel: 'sample:general' });
    expect(textOf(reply)).toBe('The treasurer of the association is Ada Lovelace.');
    expect(reply.questionId).toBeUndefined();
    expect(logged()).toContain('a question could not be recorded');
    expect(logged()).not.toContain('treasurer?');
  });

  test('does not wait for a store that hangs', async () => {
    const real = await openTestStore();
    const never = new Promise<never>(() => undefined);
    const store = { ...real, questions: { ...real.questions, record: async () => await never } };
    const { say, logged } = await openBot({ store, storeMs: 20 });
    const reply = await say('Who is the treasurer?');
    expect(textOf(reply)).toBe('The treasurer of the association is Ada Lovelace.');
    expect(reply.questionId).toBeUndefined();
    expect(logged()).toContain('did not answer within 20 ms');
  });

  test.each(['audience', 'gaps', 'channel'])('says so when the secretariat gives %s', async (name) => {
    const { order, store, logged } = await openBot();
    await store.close();
    const reply = await order(name, {}, { channel: 'sample:general', locale: 'es' });
    expect(textOf(reply)).toBe(messagesIn('es').storeFailed(contact));
    expect(logged()).toContain(`"command":"${name}"`);
    expect(logged()).toContain('"code":"store"');
  });

  test('refuses a member all the same', async () => {
    const { command, store, logged } = await openBot();
    await store.close();
    expect(textOf(await command('audience'))).toBe(messagesIn('en').refused(contact));
    expect(logged()).toContain('a refusal could not be written to the audit log');
  });
});

describe('createBot() speaks', () => {
  test.each([
    ['the language of the person', { locale: 'es' }, 'es'],
    ['otherwise that of the channel', {}, 'fr'],
    ['otherwise English', { channel: 'sample:other' }, 'en'],
  ] as const)('%s', async (_, rest, expected) => {
    const bot = await openBot();
    const { command, store } = bot;
    await store.channels.put('sample:general', { language: 'fr' });
    expect([await bot.languageIn?.('sample:general'), await bot.languageIn?.('sample:other')]).toEqual([
      'fr',
      undefined,
    ]);
    const { language } = await command('help', {}, { channel: 'sample:general', ...rest });
    expect(language).toBe(expected);
  });
});
