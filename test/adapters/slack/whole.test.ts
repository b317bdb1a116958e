import { afterEach, describe, expect, test } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import { createBot } from '../../../src/bot.ts';
import { createDispatcher } from '../../../src/dispatcher.ts';
import { createReporter } from '../../../src/dispatcher/reporter.ts';
import { AppError } from '../../../src/errors.ts';
import { openSmallKnowledge } from '../../commands/small-knowledge.ts';
import type { Trouble } from '../../contract/outlet-contract.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { bySocket } from '../../fakes/slack/envelopes.ts';
import { createPerson } from '../../fakes/slack/person.ts';
import { blocksText, seenText } from '../../fakes/slack/seen.ts';
import { appToken, botToken, startFakeSlack } from '../../fakes/slack/server.ts';
import { botUser, type FakeMessage } from '../../fakes/slack/workspace.ts';
import { openTestStore, silentLog } from '../../fakes/test-store.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const clock = () => Date.now();
const channels = ['C0GENERAL', 'C0NOTICIAS'];

/** The program as it is on Slack, with a store, an outbox and reports, and an audience of two channels. */
async function openWhole() {
  const store = await openTestStore({ clock });
  const slack = await startFakeSlack();
  for (const id of channels) slack.workspace.addChannel(id, { members: [botUser, 'U0ANA'] });
  slack.workspace.addUser('U0ANA', { name: 'Ana' });
  slack.workspace.groups.set('S0DESK', ['U0ANA']);
  const adapter = createSlackAdapter({
    botToken,
    inbound: { mode: 'socket', appToken },
    apiUrl: slack.apiUrl,
    log: silentLog,
    clock,
    timeoutMs: 1_000,
  });
  const { outlet, update } = adapter;
  if (outlet === undefined || update === undefined) throw new Error('no outlet');
  const outlets = new Map([['slack', outlet]]);
  const knowledge = await openSmallKnowledge();
  const wakes: (() => void)[] = [];
  let count = 0;
  const core = createBot({
    current: () => knowledge,
    contact: 'desk@example.org',
    clock,
    log: silentLog,
    store,
    outlets,
    settings: { zone: 'Europe/Madrid', requireApproval: false, keepQuestions: false, pingRole: 'secretariat' },
    roles: { secretariat: new Set(['slack:S0DESK']), admin: new Set() },
    newId: () => `n${(count += 1)}`,
    onWake: () => wakes.forEach((wake) => wake()),
  });
  const dispatcher = createDispatcher({ store, outlets, clock, random: () => 0.5, log: silentLog, name: 'one' });
  const reporter = createReporter({
    store,
    updaters: new Map([['slack', update]]),
    report: async (subject, reader) => {
      const reply = await core.handle({ ...reader, kind: 'command', name: 'announcements', options: { id: subject } });
      if (reply.failed === true) throw new AppError('unavailable', 'no report');
      return reply;
    },
    clock,
    log: silentLog,
  });
  wakes.push(
    () => dispatcher.wake(),
    () => reporter.wake(),
  );
  await store.audiences.putChannel('all', { channel: 'slack:C0GENERAL', language: 'en', topics: [] });
  await store.audiences.putChannel('all', { channel: 'slack:C0NOTICIAS', language: 'es', topics: [] });
  await adapter.start(core);
  dispatcher.start();
  reporter.start();
  closing.push(
    () => slack.close(),
    () => adapter.stop(),
    () => Promise.all([dispatcher.stop(), reporter.stop()]),
  );
  const ana = createPerson(slack, bySocket(slack.socketMode), 'U0ANA');
  const direct = slack.workspace.imOf('U0ANA').id;
  const toAna = () => slack.workspace.visible(direct, 'U0ANA');

  /** The newest message to Ana with a button that begins so. */
  function withButton(label: RegExp): { message: FakeMessage; label: string } | undefined {
    for (const message of toAna().toReversed()) {
      const found = [...seenText(message).matchAll(/\[([^\]]+)\]/g)]
        .map(([, words = '']) => words)
        .find((words) => label.test(words));
      if (found !== undefined) return { message, label: found };
    }
    return undefined;
  }
  async function press(label: RegExp) {
    await waitUntil(`a button ${String(label)}`, () => withButton(label) !== undefined);
    const found = withButton(label);
    if (found === undefined) throw new Error('gone');
    await ana.press(found.message, found.label);
  }
  const shown = () => channels.map((channel) => slack.workspace.visible(channel, 'U0BEN').map(seenText));
  return { store, slack, ana, direct, toAna, press, shown };
}

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
      const { slack, ana, direct, toAna, press, shown } = await openWhole();
      await ana.slash(direct, '/announce');
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
      await waitUntil('the preview', () =>
        toAna().some((message) => seenText(message).includes('Traiga su acreditación.')),
      );
      if (trouble !== 'none') slack.trouble(trouble, /^chat\.postMessage$/);
      await press(/^Post/);
      await waitUntil('the posts', () => shown().every((texts) => texts.length === 1));
      await waitUntil('the report', () => toAna().some((message) => /2/.test(seenText(message))));
      expect(shown()).toEqual([
        [expect.stringContaining('Bring your badge.')],
        [expect.stringContaining('Traiga su acreditación.')],
      ]);
      await press(/^Change the text/);
      await waitUntil('the form', () => blocksText(ana.modal()?.['blocks']).includes('Bring your **badge**.'));
      await ana.submit({ 'body.en': 'Bring your passport.' });
      await press(/^Change it in/);
      await waitUntil('the change', () =>
        shown()
          .flat()
          .some((text) => text.includes('Bring your passport.')),
      );
      expect(shown().map((texts) => texts.length)).toEqual([1, 1]);
      await press(/^Take back/);
      await press(/^Yes, take back/);
      await waitUntil('the end', () => shown().flat().length === 0);
      expect(slack.refused.map(({ answer: { error } }) => error)).toEqual([]);
    },
  );

  test('a question is answered with its source, and judged', async () => {
    const { slack, store, ana } = await openWhole();
    const [channel = ''] = channels;
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
