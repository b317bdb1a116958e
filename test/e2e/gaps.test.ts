import { describe, expect, test } from 'vitest';
import { createBrowser } from '../adapters/web/web-harness.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openNewsroom, patient, withoutPlatforms, type Newsroom } from './newsroom.ts';

const unknown = ['What does a giraffe weigh?', 'How much does a giraffe weigh in kilograms?'];

/** Asks questions at the web page of a running program, and ends it. */
async function ask(newsroom: Newsroom, questions: readonly string[]): Promise<void> {
  const program = await newsroom.start();
  const browser = createBrowser(program.address);
  for (const question of questions) await browser.say(question);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
}

describe('gaps', patient, () => {
  test('shows what members asked and did not get, grouped by similarity, the newest first', async () => {
    const newsroom = await openNewsroom({ ...withoutPlatforms, KEEP_QUESTIONS: 'true' });
    const spaceship = 'Which spaceship flies to Mars?';
    await ask(newsroom, [spaceship, 'Who is the treasurer?', ...unknown]);
    const { code, stdout, stderr } = await newsroom.run(['gaps']);
    expect([code, stderr]).toEqual([0, '']);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('3 questions on 2 subjects');
    expect(text.indexOf('giraffe')).toBeLessThan(text.indexOf('spaceship'));
    expect(text.match(/giraffe/g)).toHaveLength(1);
    expect(text).not.toContain('treasurer');
  });

  test('keeps no words by default, and says how to change that', async () => {
    const newsroom = await openNewsroom(withoutPlatforms);
    await ask(newsroom, unknown);
    const { code, stdout } = await newsroom.run(['gaps']);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/giraffe/i);
    expect(stdout).toContain('KEEP_QUESTIONS');
    expect((await newsroom.store.questions.unanswered(9)).map(({ text }) => text)).toEqual([undefined, undefined]);
  });

  test('shows an answer that did not help, with the comment', async () => {
    const newsroom = await openNewsroom({ ...withoutPlatforms, KEEP_QUESTIONS: 'true' });
    const program = await newsroom.start();
    const browser = createBrowser(program.address);
    const answer = await browser.say('Who is the treasurer?');
    const [, question = ''] = /name="question" value="([^"]+)"/.exec(answer) ?? [];
    const comment = 'I wanted the address of the office.';
    await browser.post('/do/feedback', { question, verdict: 'notHelpful', comment });
    await waitUntil('the feedback to be stored', async () => {
      const [gap] = await newsroom.store.questions.unanswered(9);
      return gap?.feedback.length === 1;
    });
    const { stdout } = await newsroom.run(['gaps']);
    expect(stdout).toContain('Who is the treasurer?');
    expect(stdout).toContain(comment);
  });
});
