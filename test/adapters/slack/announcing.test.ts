import { afterEach, describe, expect, test } from 'vitest';
import { renderPost } from '../../../adapters/slack/render-post.ts';
import type { Core } from '../../../src/chat/adapter.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Posted } from '../../../src/chat/outlet.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { eventPost } from '../../contract/sample-posts.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { mentionsIn, seenText } from '../../fakes/slack/seen.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const { room: words } = messagesIn('en');
const channel = 'C0GENERAL';
const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const form: Form = {
  command: 'announce',
  options: { id: 'a1' },
  title: 'A new announcement for the members',
  submit: 'Preview',
  fields: [
    { name: 'title.en', label: 'Title (English)', kind: 'line', required: true, maxLength: 150 },
    { name: 'body.en', label: 'Text (English)', kind: 'text', required: false, hint: 'Markdown' },
    {
      name: 'audience',
      label: 'Audience',
      kind: 'choice',
      required: true,
      value: 'all',
      choices: [
        { value: 'all', label: 'All members' },
        { value: 'board', label: 'The board' },
      ],
    },
    {
      name: 'reminders',
      label: 'Reminders',
      kind: 'choices',
      required: false,
      value: '1d',
      choices: [
        { value: '7d', label: 'A week before' },
        { value: '1d', label: 'A day before' },
      ],
    },
    { name: 'pings', label: 'Notify everybody', kind: 'switch', required: false },
  ],
};

const formReply = (fields = form.fields): Reply => ({
  language: 'en',
  body: markdown('Please fill in the form.'),
  form: { ...form, fields },
});

const { payload, preview } = renderPost({ ...eventPost, pings: 'everyone' });
const previewReply: Reply = {
  language: 'en',
  title: 'Preview',
  body: markdown('This will be posted.'),
  previews: [
    { platform: 'slack', language: 'en', channels: ['#general'], payload, text: preview },
    { platform: 'web', language: 'es', channels: ['news'], payload: '{}', text: '# Título' },
  ],
  actions: [{ kind: 'command', label: 'Post now', command: 'announcement', options: { action: 'confirm', id: 'a1' } }],
};
const reportReply = (text: string): Reply => ({ language: 'en', body: markdown(text), reportsOn: 'a1' });

async function open(handle: (incoming: Extract<Incoming, { kind: 'command' }>) => Reply | Promise<Reply>) {
  const heard: Incoming[] = [];
  const watched: Posted[] = [];
  const core: Core = {
    ...sampleCore(
      async (incoming) => {
        heard.push(incoming);
        if (incoming.kind === 'message') throw new Error('nobody asked');
        return await handle(incoming);
      },
      [
        { name: 'announce', description: { en: '', es: '', fr: '' }, options: [] },
        {
          name: 'audience',
          description: { en: '', es: '', fr: '' },
          options: ['action', 'name', 'channel'].map((name) => ({
            name,
            description: { en: '', es: '', fr: '' },
            required: false,
          })),
        },
      ],
    ),
    keepUpToDate: async (_id, message) => void watched.push(message),
  };
  const room = await openSlack(core, { replyWaitMs: 5 });
  rooms.push(room);
  room.slack.workspace.addChannel(channel);
  const ana = room.person('U0ANA');
  return { ...room, heard, watched, ana, direct: room.slack.workspace.imOf('U0ANA').id };
}

describe('the Slack room announces', () => {
  test('by a form whose problems stand at their fields, with nothing of what was typed lost', async () => {
    const { slack, ana, heard, direct } = await open(({ options }) => {
      if (options['title.en'] === undefined) return formReply();
      if (options['title.en'] !== 'short') return previewReply;
      return formReply(form.fields.map((field, index) => (index === 0 ? { ...field, problem: 'Too short.' } : field)));
    });
    await ana.slash(channel, '/announce');
    await waitUntil('the form', () => ana.modal() !== undefined);
    const typed = { 'title.en': 'short', 'body.en': 'The **text**', reminders: ['7d', '1d'], pings: 'true' };
    expect(await ana.submit(typed)).toEqual({ response_action: 'errors', errors: { 'title.en': 'Too short.' } });
    expect(ana.modal()).toBeDefined();
    expect(await ana.submit({ ...typed, 'title.en': 'Long enough' })).toMatchObject({ response_action: 'update' });
    expect(heard.at(-1)).toMatchObject({
      name: 'announce',
      options: {
        id: 'a1',
        'title.en': 'Long enough',
        'body.en': 'The **text**',
        audience: 'all',
        reminders: '7d,1d',
        pings: 'true',
      },
    });
    const [shown] = await replies(slack, direct, ana.id);
    expect(seenText(shown ?? { text: '', blocks: [] })).toContain('This will be posted.');
  });

  test('with what was chosen kept as it was when nobody touches it', async () => {
    const { ana, heard } = await open(({ options }) =>
      options['audience'] === undefined ? formReply() : previewReply,
    );
    await ana.slash(channel, '/announce');
    await waitUntil('the form', () => ana.modal() !== undefined);
    await ana.submit({ 'title.en': 'A title' });
    expect(heard.at(-1)).toMatchObject({
      options: { audience: 'all', reminders: '1d', pings: 'false', 'body.en': '' },
    });
  });

  test('with a text that no form holds left as it is', async () => {
    const long = 'x'.repeat(30_000);
    const { ana, heard } = await open(({ options }) =>
      options['audience'] === undefined
        ? formReply(form.fields.map((field) => (field.name === 'body.en' ? { ...field, value: long } : field)))
        : previewReply,
    );
    await ana.slash(channel, '/announce');
    await waitUntil('the form', () => ana.modal() !== undefined);
    expect(JSON.stringify(ana.modal())).toContain(words.tooLongForForm('Text (English)', 30_000, 24_000));
    await ana.submit({ 'title.en': 'A title' });
    expect(heard.at(-1)).not.toHaveProperty(['options', 'body.en']);
  });

  test('with a button for the form when Slack has waited too long for it', async () => {
    const { slack, ana } = await open(() => formReply());
    slack.trouble('errorAfter', /^views\.open$/);
    await ana.slash(channel, '/announce');
    const [offer] = await replies(slack, channel, ana.id);
    if (offer === undefined) throw new Error('nothing was offered');
    await ana.press(offer, words.openForm);
    await waitUntil('the form', () => ana.modal() !== undefined);
  });

  test('and the form asks for a moment when the core takes longer than Slack waits', async () => {
    const ready = Promise.withResolvers<Reply>();
    const { slack, ana, direct } = await open(({ options }) =>
      options['audience'] === undefined ? formReply() : ready.promise,
    );
    await ana.slash(channel, '/announce');
    await waitUntil('the form', () => ana.modal() !== undefined);
    await ana.submit({ 'title.en': 'A title' });
    expect(JSON.stringify(ana.modal())).toContain(words.moment);
    ready.resolve(previewReply);
    await waitUntil('the end', () => JSON.stringify(ana.modal()).includes(words.formReceived));
    expect(await replies(slack, direct, ana.id)).toHaveLength(1);
  });

  test('with a preview that is what will be posted, and calls nobody', async () => {
    const { slack, ana, direct } = await open(() => previewReply);
    await ana.slash(channel, '/announce', 'now');
    const [shown] = await replies(slack, direct, ana.id);
    if (shown === undefined) throw new Error('nothing was shown');
    const text = seenText(shown);
    for (const part of ['opens in Riverton', 'Harbour Hall', words.everyoneNotified, '#general', '# Título']) {
      expect(text).toContain(part);
    }
    const { blocks }: { blocks: readonly { block_id?: string }[] } = JSON.parse(payload);
    for (const block of blocks.filter(({ block_id: id }) => id === undefined))
      expect(shown.blocks).toContainEqual(block);
    expect(mentionsIn(shown)).toEqual([]);
    const [told] = await replies(slack, channel, ana.id);
    expect(seenText(told ?? { text: '', blocks: [] })).toBe(words.sentPrivately);
  });

  test('with a report in the place of the preview, which is kept up to date', async () => {
    const { slack, ana, adapter, watched, direct } = await open(({ name }) =>
      name === 'announce' ? previewReply : reportReply('0 of 2 sent'),
    );
    await ana.slash(direct, '/announce', 'now');
    const [shown] = await replies(slack, direct, ana.id);
    if (shown === undefined) throw new Error('nothing was shown');
    await ana.press(shown, 'Post now');
    await waitUntil('the report', () => watched.length === 1);
    expect(slack.workspace.visible(direct).map(seenText)).toEqual(['0 of 2 sent']);
    const [message] = watched;
    if (message === undefined) throw new Error('nothing is watched');
    await adapter.update?.(message, reportReply('2 of 2 sent'));
    expect(slack.workspace.visible(direct).map(seenText)).toEqual(['2 of 2 sent']);
    const gone = { messageId: `${direct}:1.000001` };
    await expect(adapter.update?.(gone, reportReply('x'))).rejects.toMatchObject({ code: 'refused', reason: 'gone' });
  });

  test('with a long report that says what it leaves out, and keeps its buttons', async () => {
    const lines = Array.from({ length: 900 }, (_, index) => `- #channel-${index}: sent`).join('\n');
    const { slack, ana, direct } = await open(() => ({ ...reportReply(lines), actions: previewReply.actions ?? [] }));
    await ana.slash(channel, '/announce', 'now');
    const all = await replies(slack, direct, ana.id);
    expect(all).toHaveLength(1);
    const [text = ''] = all.map(seenText);
    expect(text).toContain('#channel-0: sent');
    expect(text).toContain(words.restElsewhere);
    expect(text).toContain('[Post now]');
  });

  test('to audiences whose channels are chosen as Slack writes them', async () => {
    const { ana, heard } = await open(() => reportReply('done'));
    await ana.slash(channel, '/audience', '<#C0GENERAL|general>');
    await ana.slash(channel, '/audience', 'add members-es slack:C0GENERAL');
    expect(heard).toMatchObject([
      { name: 'audience', options: { action: 'slack:C0GENERAL' } },
      { name: 'audience', options: { action: 'add', name: 'members-es', channel: 'slack:C0GENERAL' } },
    ]);
  });
});
