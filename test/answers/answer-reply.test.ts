import { describe, expect, test } from 'vitest';
import { answerQuestion, type AskOptions } from '../../src/answers/answer-question.ts';
import { answerReply, helpReply, sampleQuestions, textBody } from '../../src/answers/answer-reply.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { languages } from '../../src/language.ts';
import { openedAssociation } from '../retrieval/association-knowledge.ts';

const contact = 'help@example.org';

async function replyTo(question: string, options?: AskOptions) {
  const { retriever } = await openedAssociation();
  return answerReply(answerQuestion(retriever, question, options), contact);
}

describe('answerReply()', () => {
  test('answerReply() says the excerpt with its sources and opens the section when there is an answer', async () => {
    const reply = await replyTo('Who is the treasurer of the association?');
    expect(plainText(reply.body)).toBe('The treasurer of the association is Ada Lovelace.');
    expect(reply.sources).toMatchObject([{ sectionId: 'board#treasurer' }]);
    expect(reply.actions).toEqual([
      { kind: 'read', label: messagesIn('en').wholeSection, sectionId: 'board#treasurer' },
    ]);
    expect(reply.notice).toBeUndefined();
  });

  test.each([
    ['pt', 'Quem é a tesoureira da associação?'],
    ['ca', 'Qui és la tresorera de l’associació?'],
  ])('answerReply() says in which language it answers when asked in %s', async (_, question) => {
    expect(await replyTo(question)).toMatchObject({ language: 'es', notice: messagesIn('es').answeredIn('es') });
  });

  test('answerReply() needs no notice when the person chose the language', async () => {
    const reply = await replyTo('Quem é a tesoureira da associação?', { answerIn: 'fr' });
    expect(reply.language).toBe('fr');
    expect(reply.notice).toBeUndefined();
  });

  test.each([
    ['en', 'How many people attended the congress in Lima in 2025?'],
    ['es', '¿Cuántas personas asistieron al congreso de Lima en 2025?'],
    ['fr', 'Combien de personnes ont participé au congrès de Lima en 2025 ?'],
  ] as const)(
    'answerReply() shows in %s near sections without claiming a source when it is not sure',
    async (language, question) => {
      const reply = await replyTo(question);
      expect(reply.language).toBe(language);
      expect(plainText(reply.body)).toContain(contact);
      expect(reply.sources).toBeUndefined();
      expect(reply.actions?.length).toBeGreaterThan(0);
      expect(reply.actions?.every(({ kind, label }) => kind === 'read' && label !== '')).toBe(true);
    },
  );

  test.each([
    ['en', 'How do I bake sourdough bread?'],
    ['es', '¿Cómo se hornea el pan de centeno?'],
    ['fr', 'Comment cuire du pain de seigle ?'],
  ] as const)('answerReply() says in %s that it does not know, and whom to ask', async (language, question) => {
    const reply = await replyTo(question);
    expect(reply.language).toBe(language);
    expect(plainText(reply.body)).toContain(contact);
    expect(reply.sources).toBeUndefined();
  });
});

describe('helpReply()', () => {
  test.each(languages)('helpReply() says in %s what can be asked and gives questions to begin with', (language) => {
    const reply = helpReply(language);
    expect(plainText(reply.body)).toBe(messagesIn(language).help);
    expect(reply.actions).toEqual(sampleQuestions(language));
    expect(reply.actions?.length).toBeGreaterThan(0);
  });
});

describe('textBody()', () => {
  test('textBody() keeps marks of markdown as they are written', () => {
    expect(textBody('*a* <b>')).toEqual({
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: '*a* <b>' }] }],
    });
  });
});
