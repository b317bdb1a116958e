import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { commentLimit } from '../../src/commands/feedback.ts';
import { languages } from '../../src/language.ts';
import { contact, openBot, settings, textOf } from '../bot/open-bot.ts';
import { samplePerson } from '../contract/sample-core.ts';

async function openAsked(options: Parameters<typeof openBot>[0] = {}) {
  const bot = await openBot(options);
  const { questionId: question = '' } = await bot.say('Who is the treasurer?');
  return { ...bot, question };
}

describe('feedback.run()', () => {
  test.each(languages)('thanks in %s for a word that the answer helped', async (locale) => {
    const { command, store, question } = await openAsked();
    const reply = await command('feedback', { question, verdict: 'helpful', comment: ' ' }, { locale });
    expect(textOf(reply)).toBe(messagesIn(locale).questions.thanks);
    expect(await store.questions.feedbackOn(question)).toEqual([
      { questionId: question, personId: samplePerson.id, verdict: 'helpful', at: expect.any(Number) },
    ]);
  });

  test.each(languages)('keeps in %s what did not help, and says who can', async (locale) => {
    const { command, store, question } = await openAsked();
    const given = { question, verdict: 'notHelpful', comment: 'Since when?' };
    expect(textOf(await command('feedback', given, { locale }))).toBe(
      messagesIn(locale).questions.thanksForTrouble(contact),
    );
    expect(await store.questions.unanswered(9)).toMatchObject([
      { id: question, feedback: [{ verdict: 'notHelpful', comment: 'Since when?' }] },
    ]);
  });

  test('takes the newest word of a person, and keeps the comment', async () => {
    const { command, store, question } = await openAsked();
    await command('feedback', { question, verdict: 'notHelpful', comment: 'Since when?' });
    await command('feedback', { question, verdict: 'helpful' });
    expect(await store.questions.feedbackOn(question)).toMatchObject([{ verdict: 'helpful', comment: 'Since when?' }]);
  });

  test.each([
    [
      'an answer that is not known',
      { question: 'gone', verdict: 'helpful' },
      messagesIn('en').questions.unknownQuestion,
    ],
    [
      'another verdict',
      { question: 'id1', verdict: 'great' },
      messagesIn('en').wrongChoice('verdict', 'great', 'helpful, notHelpful'),
    ],
    [
      'a comment that is too long',
      { question: 'id1', verdict: 'helpful', comment: 'x'.repeat(commentLimit + 1) },
      messagesIn('en').questions.commentTooLong(commentLimit + 1, commentLimit),
    ],
    ['no verdict', { question: 'id1' }, messagesIn('en').missingOption('verdict', 'feedback')],
  ])('says what is wrong with %s', async (_, options, expected) => {
    const { command, store, question } = await openAsked();
    expect(question).toBe('id1');
    expect(textOf(await command('feedback', options))).toBe(expected);
    expect(await store.questions.feedbackOn(question)).toEqual([]);
  });

  test('offers to pass the question on where that is possible and its words are known', async () => {
    const { command, question } = await openAsked({
      settings: { ...settings, keepQuestions: true, secretariatChannel: 'sample:desk' },
    });
    const given = { question, verdict: 'notHelpful' };
    const reply = await command('feedback', given, { replyTo: 'sample:ana' });
    expect(reply.actions).toMatchObject([{ command: 'forward', options: { question: 'Who is the treasurer?' } }]);
    expect((await command('feedback', given)).actions).toBeUndefined();
  });
});
