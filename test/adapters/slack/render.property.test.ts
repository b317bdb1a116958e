import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, type SlackMessage } from '../../../adapters/slack/pack.ts';
import { renderPost } from '../../../adapters/slack/render-post.ts';
import { renderReply, renderReport } from '../../../adapters/slack/render.ts';
import { bodyBlocks } from '../../../adapters/slack/dialect.ts';
import { blockProblems } from '../../fakes/slack/check-blocks.ts';
import { messageProblem } from '../../fakes/slack/methods.ts';
import { slackLimits } from '../../fakes/slack/limits.ts';
import { mentionsIn, seenText } from '../../fakes/slack/seen.ts';
import { anyBody, anyProse, split, wordsOf } from './any-markdown.ts';

/** Fails when something of `expected` is missing in `seen` or stands in another order; more may stand between. */
function expectAll(seen: string, expected: readonly string[]): void {
  // Words may be parted where a line of code or a very long word is; then they are found without their spaces.
  const whole = split(seen).join('');
  let from = 0;
  for (const word of expected) {
    const at = whole.indexOf(word, from);
    if (at === -1) expect.fail(`“${word}” is missing after ${whole.slice(Math.max(from - 40, 0), from)}`);
    from = at + word.length;
  }
}

const asPosted = ({ text, blocks }: SlackMessage) => ({ text, blocks: blocks.map((block) => ({ ...block })) });

const sizes = { numRuns: 60, endOnFailure: true } as const;

test('renderReply() keeps every limit, whatever the markdown', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      for (const message of renderReply({ language: 'en', body })) {
        expect(messageProblem({ ...message }, slackLimits.updateText)).toBeUndefined();
        expect(mentionsIn(asPosted(message))).toEqual([]);
      }
    }),
    sizes,
  );
});

test('renderReply() loses nothing, whatever the markdown', () => {
  fc.assert(
    fc.property(anyProse, (body) => {
      const messages = renderReply({ language: 'en', body });
      const words = wordsOf(body);
      expectAll(messages.map((message) => seenText(asPosted(message))).join('\n'), words);
      // The text says what the blocks say, for whoever has it read aloud.
      const spoken = messages.map(({ text }) => seenText({ text, blocks: [] })).join('\n');
      expectAll(spoken, words);
    }),
    sizes,
  );
});

test('renderReply() shows every cell of every table', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const tables = body.children.filter(({ type }) => type === 'table');
      const seen = pack(bodyBlocks({ type: 'root', children: tables }))
        .map(({ text }) => seenText({ text, blocks: [] }))
        .join('\n');
      const whole = split(seen).join('');
      for (const word of tables.flatMap(wordsOf)) expect(whole).toContain(word);
    }),
    sizes,
  );
});

test('renderReport() always fits into one message', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const message = renderReport({ language: 'fr', body, actions: [{ kind: 'ask', label: 'x', question: 'y' }] });
      expect(messageProblem({ ...message }, slackLimits.updateText)).toBeUndefined();
      expect(JSON.stringify(message.blocks)).toContain('"button"');
    }),
    sizes,
  );
});

test('renderPost() finds a problem in everything that Slack would refuse', () => {
  fc.assert(
    fc.property(anyBody, fc.string({ minLength: 1, maxLength: 200 }), (body, title) => {
      const { payload, problems } = renderPost({ language: 'es', title, body });
      const message: { text: string; blocks: unknown } = JSON.parse(payload);
      const refused = messageProblem({ ...message }, slackLimits.updateText);
      if (problems.length === 0) expect(refused, JSON.stringify(refused)).toBeUndefined();
      for (const { limit, length } of problems) expect(length).toBeGreaterThan(limit);
      expect(blockProblems([], 'message')).toEqual([]);
    }),
    sizes,
  );
});
