import { describe, expect, test } from 'vitest';
import type { Trouble } from '../../contract/outlet-contract.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText } from '../../fakes/slack/seen.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { channels, openWhole } from './whole-slack.ts';

describe('the whole program on Slack', () => {
  test.each<readonly (Trouble | 'none')[]>([
    ['none'],
    ['resetAfter'],
    ['errorAfter'],
    ['hang'],
    ['throttle'],
    ['resetBefore'],
  ])(
    'an announcement from the form leaves one copy in each channel, changed and taken back, with %s on the way',
    async (trouble) => {
      const { slack, ana, shown } = await openWhole();
      await ana.slash(ana.direct, '/announce');
      await waitUntil('the form', () => ana.modal() !== undefined);
      const answer = await ana.submit({
        'title.en': 'The assembly opens',
        'body.en': '',
        audience: 'all',
        'body.es': 'Sin título',
      });
      expect(answer).toMatchObject({ response_action: 'errors' });
      await ana.submit({
        'title.en': 'The assembly opens',
        'body.en': 'Bring your **badge**.',
        'title.es': 'Se abre la asamblea',
        'body.es': 'Traiga su **acreditación**.',
        audience: 'all',
      });
      await waitUntil('the preview', () => ana.reads().some((text) => text.includes('Traiga su acreditación.')));
      if (trouble !== 'none') slack.trouble(trouble, /^chat\.postMessage$/);
      await ana.pressIn(ana.direct, /^Post/);
      await waitUntil('the posts', () => shown().every((texts) => texts.length === 1));
      await waitUntil('the report', () => ana.reads().some((text) => /2/.test(text)));
      expect(shown()).toEqual([
        [expect.stringContaining('Bring your badge.')],
        [expect.stringContaining('Traiga su acreditación.')],
      ]);
      await ana.pressIn(ana.direct, /^Change the text/);
      await waitUntil('the form', () => blocksText(ana.modal()?.['blocks']).includes('Bring your **badge**.'));
      await ana.submit({ 'body.en': 'Bring your passport.' });
      await ana.pressIn(ana.direct, /^Change it in/);
      await waitUntil('the change', () =>
        shown()
          .flat()
          .some((text) => text.includes('Bring your passport.')),
      );
      expect(shown().map((texts) => texts.length)).toEqual([1, 1]);
      await ana.pressIn(ana.direct, /^Take back/);
      await ana.pressIn(ana.direct, /^Yes, take back/);
      await waitUntil('the end', () => shown().flat().length === 0);
      expect(slack.refused.map(({ answer: { error } }) => error)).toEqual([]);
    },
  );

  test('a question is answered with its source, and judged', async () => {
    const { slack, store, ana } = await openWhole();
    const [channel] = channels;
    await ana.say(channel, `<@${botUser}> Who is the treasurer?`);
    await waitUntil('the answer', () => slack.workspace.visible(channel).length === 2);
    const answer = slack.workspace.visible(channel)[1];
    if (answer === undefined) throw new Error('nothing was answered');
    await ana.press(answer, 'Helpful');
    await waitUntil('the thanks', () => slack.workspace.visible(channel, 'U0ANA').length === 3);
    const [id = ''] = /"questionId\\?":\\?"(\w+)/.exec(JSON.stringify(answer.blocks))?.slice(1) ?? [];
    expect(await store.questions.feedbackOn(id)).toMatchObject([{ personId: 'slack:U0ANA', verdict: 'helpful' }]);
  });
});
