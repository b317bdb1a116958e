import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { openBot, settings, textOf } from '../bot/open-bot.ts';
import { openDesk } from './open-desk.ts';

const day = 86_400_000;
const keeping = { settings: { ...settings, keepQuestions: true } };

describe('gaps.run()', () => {
  test('says that there are none', async () => {
    const { say, order } = await openBot(keeping);
    await say('Who is the treasurer?');
    expect(textOf(await order('gaps'))).toBe(messagesIn('en').questions.gapsNone);
  });

  test('groups what was asked in several wordings and languages, newest first', async () => {
    const { say, order, wait } = await openBot(keeping);
    await say('What is the age of the treasurer?');
    await say('What does a giraffe weigh?');
    wait(day);
    await say('¿Qué edad tiene la tesorera?');
    await say('age of the treasurer?');
    const { questionId: question = '' } = await say('Where was the congress of 2025?');
    await order('feedback', { question, verdict: 'notHelpful', comment: 'In which building?' });
    const reply = await order('gaps');
    const text = textOf(reply);
    expect(reply.title).toBe(messagesIn('en').questions.gapsTitle);
    expect(text.indexOf('Where was the congress of 2025?')).toBeLessThan(text.indexOf('age of the treasurer?'));
    expect(text.indexOf('age of the treasurer?')).toBeLessThan(text.indexOf('What does a giraffe weigh?'));
    expect(text).toContain('“In which building?”');
    expect(text).toContain('answer not helpful: 1');
    expect(text).toContain('last on 2 January 1970');
    expect(text).toContain('Spanish');
    expect(text).not.toContain('KEEP_QUESTIONS');
  });

  test('shows the nearest section when words are not kept, and says how to have them kept', async () => {
    const { say, order } = await openBot();
    await say('What is the age of the treasurer?');
    await say('What does a giraffe weigh?');
    const text = textOf(await order('gaps', {}, { locale: 'fr' }));
    expect(text).toContain(messagesIn('fr').questions.gapsNear('Trésorière de l’association'));
    expect(text).toContain(messagesIn('fr').questions.gapsNearNothing);
    expect(text).toContain('KEEP_QUESTIONS=true');
    expect(text).not.toMatch(/giraffe|age/);
  });

  test('shows what members wrote as they wrote it, never as markdown', async () => {
    const { say, order } = await openBot(keeping);
    const { questionId: question = '' } = await say('Who is the treasurer?');
    await order('feedback', { question, verdict: 'notHelpful', comment: '[click](https://evil.example) **now**' });
    expect(textOf(await order('gaps'))).toContain('[click](https://evil.example) **now**');
  });

  test('shows what did not arrive at the secretariat, and sends it again', async () => {
    const { command, order, store, woken } = await openDesk({
      settings: { ...settings, secretariatChannel: 'fake:general' },
    });
    const { gapsRetried, gapsNothingToRetry, gapsLost } = messagesIn('en').questions;
    expect(textOf(await order('gaps', { retry: 'true' }))).toBe(gapsNothingToRetry);
    await command('forward', { question: 'How much is the fee?' }, { replyTo: 'fake:private' });
    const bounds = { now: 10 ** 9, leaseMs: 1_000, limit: 5, perSecond: { fake: 1_000 } };
    for (const { id, fence } of await store.deliveries.claim(bounds)) {
      await store.deliveries.settle(id, fence, { status: 'failed', reason: 'unreachable' });
    }
    const reply = await order('gaps');
    expect(textOf(reply)).toContain(gapsLost.question('How much is the fee?'));
    const [action] = reply.actions ?? [];
    if (action?.kind !== 'command') throw new Error('There is no button.');
    expect(textOf(await order(action.command, action.options))).toBe(gapsRetried);
    expect(woken()).toBe(2);
    expect(await store.deliveries.claim({ ...bounds, now: 10 ** 9 + 5_000 })).toHaveLength(1);
    expect((await order('gaps')).actions).toBeUndefined();
  });

  test('says how many groups it does not show', async () => {
    const { say, order } = await openBot(keeping);
    const animals = 'giraffe zebra otter lemur tapir okapi gecko heron moose bison llama sloth koala dingo hyena panda';
    for (const animal of animals.split(' ')) await say(`Does a ${animal} swim?`);
    expect(textOf(await order('gaps'))).toContain(messagesIn('en').questions.gapsMore(1));
    const all = textOf(await order('gaps', { all: 'true' }));
    for (const animal of animals.split(' ')) expect(all).toContain(animal);
  });
});
