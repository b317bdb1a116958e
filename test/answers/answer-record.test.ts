import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { toAnswerRecord } from '../../src/answers/answer-record.ts';
import { answerReply, helpReply } from '../../src/answers/answer-reply.ts';
import { openedAssociation } from '../retrieval/association-knowledge.ts';

async function recordOf(question: string) {
  const { retriever } = await openedAssociation();
  const answer = answerQuestion(retriever, question);
  return toAnswerRecord(answer, answerReply(answer, 'help@example.org'), 1.23456);
}

describe('toAnswerRecord()', () => {
  test('toAnswerRecord() gives the answer as people read it, with its sources', async () => {
    expect(await recordOf('Who is the treasurer of the association?')).toMatchObject({
      outcome: 'answered',
      language: 'en',
      answer: 'The treasurer of the association is Ada Lovelace.',
      citations: [{ title: 'Informe Anual 2023 (Metropolis)', section: 'Treasurer of the association', date: '2023' }],
      ms: 1.23,
    });
  });

  test('toAnswerRecord() puts the notice before the answer when another language is used than the question’s', async () => {
    const { language, answer } = await recordOf('Quem é a tesoureira da associação?');
    expect(language).toBe('es');
    expect(answer).toMatch(/^\S.+\n\nLa tesorera de la asociación es Ada Lovelace\.$/);
  });

  test('toAnswerRecord() lists the sections that are suggested, in the answer and as citations', async () => {
    const { outcome, answer, citations } = await recordOf('How many people attended the congress in Lima in 2025?');
    expect(outcome).toBe('suggested');
    expect(citations.length).toBeGreaterThan(0);
    for (const { section } of citations) expect(answer).toContain(`- ${section}`);
  });

  test('toAnswerRecord() cites nothing when nothing is known, and says whom to ask', async () => {
    const record = await recordOf('How do I bake sourdough bread?');
    expect(record).toMatchObject({ outcome: 'abstained', citations: [] });
    expect(record.answer).toContain('help@example.org');
  });

  test('toAnswerRecord() takes the reply when the message was no question', () => {
    const record = toAnswerRecord(undefined, helpReply('fr'), 0);
    expect(record).toMatchObject({ outcome: 'abstained', language: 'fr', citations: [], confidence: 0, ms: 0 });
    expect(record.answer).toContain('Metropolis');
  });

  test('toAnswerRecord() can be written as JSON and gives a confidence from 0 to 1', async () => {
    const record = await recordOf('Who is Grace Hopper?');
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record.confidence).toBeGreaterThan(0);
    expect(record.confidence).toBeLessThanOrEqual(1);
  });
});
