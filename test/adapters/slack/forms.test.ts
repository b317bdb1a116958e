import { expect, onTestFinished, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText, seenText } from '../../fakes/slack/seen.ts';
import { openSlack } from './slack-harness.ts';
import { channels, openWhole, type Whole } from './whole-slack.ts';

const [channel] = channels;
const { announcing, audience } = messagesIn('en');

const form = ({ ana }: Whole) => blocksText(ana.modal()?.['blocks']);

async function draft(whole: Whole, body: string): Promise<void> {
  const { ana } = whole;
  await ana.slash(ana.direct, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  await ana.submit({ 'title.en': 'The assembly', 'body.en': body, audience: 'all', missing: 'en' });
  await waitUntil('the preview', () => ana.reads().some((text) => text.includes(body)));
}

test('a form says that somebody else was faster, and keeps what was typed', async () => {
  const whole = await openWhole();
  const { ana, slack } = whole;
  slack.workspace.addUser('U0EVA', { name: 'Eva', locale: 'en-GB' });
  await draft(whole, 'The first text.');
  await ana.pressIn(ana.direct, new RegExp(`^${announcing.preview.edit}`));
  await waitUntil('the form', () => form(whole).includes('The first text.'));
  await whole.eva.slash(whole.eva.direct, '/announcements');
  await whole.eva.pressIn(whole.eva.direct, /^Open: The assembly/);
  await whole.eva.pressIn(whole.eva.direct, new RegExp(`^${announcing.preview.edit}`));
  await waitUntil('the other form', () => whole.eva.modal() !== undefined);
  await whole.eva.submit({ 'body.en': 'Faster.' });
  await waitUntil('the other preview', () => whole.eva.reads().some((text) => text.includes('Faster.')));
  expect(await ana.submit({ 'body.en': 'Slower.' })).toMatchObject({ response_action: 'update' });
  expect(form(whole)).toContain(announcing.changedMeanwhile);
  expect(form(whole)).toContain('Slower.');
});

test('a form takes a value that is too long for it and says what is wrong with it', async () => {
  const whole = await openWhole();
  const { ana, slack } = whole;
  const long = 'members-'.repeat(40);
  await ana.slash(channel, '/audience', `add ${long} slack:C0GENERAL en`);
  await waitUntil('the form', () => ana.modal() !== undefined);
  expect(form(whole)).toContain(long);
  expect(slack.refused).toEqual([]);
});

test('a form that opens too late is offered by a button with all that was typed', async () => {
  const whole = await openWhole();
  const { ana, slack } = whole;
  slack.trouble('errorAfter', /^views\.open$/);
  const long = 'members-'.repeat(40);
  await ana.slash(ana.direct, '/audience', `add ${long} slack:C0GENERAL en`);
  const { openForm } = messagesIn('en').room;
  await ana.pressIn(ana.direct, new RegExp(`^${openForm}`));
  await waitUntil('the form', () => ana.modal() !== undefined);
  expect(form(whole)).toContain(long);
  expect(form(whole)).toContain(audience.field.name);
});

test('a comment that is too long stays in its form, with the reason', async () => {
  const whole = await openWhole();
  const { ben } = whole;
  const words = messagesIn('en');
  await ben.slash(channel, '/ask', 'Who is the treasurer?');
  await ben.pressIn(channel, new RegExp(`^${words.room.notHelpful}`));
  await ben.pressIn(channel, new RegExp(`^${words.room.addComment}`));
  await waitUntil('the form', () => ben.modal() !== undefined);
  const long = 'x'.repeat(2_500);
  await ben.submit({ comment: long });
  const shown = () => blocksText(ben.modal()?.['blocks']);
  expect(shown()).toContain(words.questions.commentTooLong(2_500, 2_000));
  expect(shown()).toContain(long);
  await ben.submit({ comment: 'It was short.' });
  expect(shown()).not.toContain(long);
});

test('a file that is pasted after the command may hold links, as Slack writes them', async () => {
  const { ana } = await openWhole();
  const file = [
    '---',
    'audience: all',
    'event:',
    '  start: 2099-05-04 10:00',
    '  link: <https://example.org/a?b=1&amp;c=2>',
    '---',
    '# en: The assembly',
    'See <https://example.org|example.org> &amp; more.',
  ].join('\n');
  await ana.slash(ana.direct, '/announce', file, 'escaped');
  await waitUntil('an answer', () => ana.visible(ana.direct).length > 0);
  const [preview] = ana.visible(ana.direct).map(seenText);
  expect(preview).toContain('https://example.org/a?b=1&c=2');
  expect(preview).toContain('example.org & more.');
});

test('an answer reaches the person when Slack does not take it where the command was given', async () => {
  const { ben, slack } = await openWhole();
  slack.trouble('errorAfter', /^response_url$/);
  await ben.slash(channel, '/ask', 'Who is the treasurer?');
  await waitUntil('the answer', () => ben.reads().some((text) => text.includes('Ada Lovelace')));
});

const titleForm = (value: string, problem?: string): Reply => ({
  language: 'en',
  body: markdown('Please fill in the form.'),
  form: {
    command: 'announce',
    options: {},
    title: 'New',
    submit: 'Preview',
    fields: [{ name: 'title', label: 'Title', kind: 'line', required: true, value, ...(problem && { problem }) }],
  },
});

test('a form that was sent stays, with what was typed, while Slack is slow to say who sent it', async () => {
  let passedMs = 0;
  const core = sampleCore(async (incoming) => {
    const { title = '' } = incoming.kind === 'command' ? incoming.options : {};
    return title === '' ? titleForm('') : titleForm(title, 'It needs a verb.');
  });
  const { slack, person, close } = await openSlack(core, { timeoutMs: 10_000, clock: () => Date.now() + passedMs });
  onTestFinished(close);
  const ana = person('U0ANA');
  await ana.slash(slack.workspace.imOf(ana.id).id, '/announce');
  await waitUntil('the form', () => ana.modal() !== undefined);
  // Whoever writes for a while is asked about anew.
  passedMs = 60 * 60_000;
  slack.slow(2_700);
  expect(await ana.submit({ title: 'The assembly' })).toMatchObject({ response_action: 'update' });
  const shown = () => blocksText(ana.modal()?.['blocks']);
  await expect.poll(shown, { timeout: 15_000 }).toContain('It needs a verb.');
  expect(shown()).toContain('The assembly');
});
