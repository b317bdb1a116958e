import { afterEach, expect, test } from 'vitest';
import { botScopes } from '../../../adapters/slack/scopes.ts';
import type { Command, Incoming } from '../../../src/chat/incoming.ts';
import { maxFileBytes } from '../../../src/chat/decode-text.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { blocksText, seenText } from '../../fakes/slack/seen.ts';
import { startFakeSlack } from '../../fakes/slack/server.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const channel = 'C0GENERAL';
const { room: words } = messagesIn('en');
const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const option = (name: string) => ({ name, description: { en: '', es: '', fr: '' }, required: false });
const importing = {
  name: 'import',
  description: { en: 'Import', es: 'Importar', fr: 'Importer' },
  options: ['file', 'audience'].map(option),
};

/** Takes a file once it knows for whom, and says what it has read; without one it asks for it. */
function answer(incoming: Incoming): Reply {
  const { file, audience } = incoming.kind === 'command' ? incoming.options : {};
  if (audience === 'nobody') return { language: 'en', failed: true, body: markdown('Not now.') };
  if (file !== undefined && audience) return { language: 'en', body: markdown(`${audience} gets ${file.length}`) };
  const problem = file === undefined ? {} : { problem: 'For whom?' };
  const isBad = file === 'bad';
  const value = file === undefined || isBad ? {} : { value: file };
  return {
    language: 'en',
    body: markdown(isBad ? 'Line 1: no calendar.' : 'Choose a calendar.'),
    form: {
      command: 'import',
      options: {},
      title: 'Import',
      submit: 'Import',
      fields: [
        {
          name: 'file',
          kind: 'file',
          label: 'File',
          required: true,
          ...value,
          ...(isBad ? { problem: 'Line 1' } : {}),
        },
        { name: 'audience', kind: 'line', label: 'Audience', required: false, ...problem },
      ],
    },
  };
}

async function open(commands = [importing], scopes?: readonly string[]) {
  const heard: Command[] = [];
  const core = sampleCore(async (incoming) => {
    if (incoming.kind === 'command') heard.push(incoming);
    return answer(incoming);
  }, commands);
  const room = await openSlack(core, scopes === undefined ? {} : { slack: await startFakeSlack({ scopes }) });
  rooms.push(room);
  room.slack.workspace.addChannel(channel);
  const ana = room.person('U0ANA');
  const direct = room.slack.workspace.imOf(ana.id).id;
  const asked = () => heard.map(({ options }) => options);
  const modal = () => blocksText(ana.modal()?.['blocks']);
  const openForm = async () => {
    await ana.slash(channel, '/import');
    await waitUntil('the form', () => ana.modal() !== undefined);
  };
  return { ...room, ana, direct, asked, modal, openForm };
}

test('a file that is chosen in a form is given to the core as its text', async () => {
  const { ana, asked, openForm, modal } = await open();
  await openForm();
  const file = ana.upload('events.ics', '\uFEFFBEGIN:VCALENDAR\r\nSUMMARY:Día\r\n');
  await ana.submit({ file: [file], audience: 'all' });
  expect(asked()).toEqual([{}, { file: 'BEGIN:VCALENDAR\nSUMMARY:Día\n', audience: 'all' }]);
  expect(modal()).toContain('all gets');
});

test('a calendar that is pasted after the command stands in the form, and is given from there', async () => {
  const { ana, asked, modal } = await open();
  const pasted = `BEGIN:VCALENDAR\n${'SUMMARY:One more meeting of the board\n'.repeat(100)}END:VCALENDAR`;
  await ana.slash(channel, '/import', pasted);
  await waitUntil('the form', () => ana.modal() !== undefined);
  expect(modal()).toContain('BEGIN:VCALENDAR');
  await ana.submit({ audience: 'all' });
  expect(asked()).toEqual([{ file: pasted }, { file: pasted, audience: 'all' }]);
});

const wrong: readonly (readonly [what: string, bytes: Buffer, problem: string])[] = [
  ['too large', Buffer.alloc(maxFileBytes + 1, 'x'), words.fileTooLarge('a.ics', maxFileBytes + 1, maxFileBytes)],
  ['no text', Buffer.from([0xff, 0xfe, 0x41]), words.fileNotText('a.ics')],
];

test.each(wrong)(
  'a file that is %s is refused at its field, and nothing else that was filled in is lost',
  async (...it) => {
    const [, bytes, problem] = it;
    const { ana, asked, openForm } = await open();
    await openForm();
    const answered = await ana.submit({ file: [ana.upload('a.ics', bytes)], audience: 'all' });
    expect(answered).toEqual({ response_action: 'errors', errors: { file: problem } });
    expect(asked()).toEqual([{}]);
    expect(await ana.submit({ file: [ana.upload('b.ics', 'fine')], audience: 'all' })).toMatchObject({
      response_action: 'update',
    });
  },
);

test('a file that Slack does not let the app read is refused at its field', async () => {
  const others = Object.keys(botScopes).filter((scope) => scope !== 'files:read');
  const { ana, openForm } = await open([importing], others);
  await openForm();
  const answered = await ana.submit({ file: [ana.upload('a.ics', 'x')], audience: 'all' });
  expect(answered).toEqual({ response_action: 'errors', errors: { file: words.fileUnreadable('a.ics') } });
});

test('the token goes to no other host than that of Slack’s files', async () => {
  const { ana, asked, openForm, slack } = await open();
  const other = await startFakeSlack();
  await openForm();
  const file = ana.upload('a.ics', 'x');
  const { origin } = slack.workspace;
  Object.assign(slack.workspace, { origin: other.workspace.origin });
  const answered = await ana.submit({ file: [file], audience: 'all' });
  Object.assign(slack.workspace, { origin });
  expect(answered).toEqual({ response_action: 'errors', errors: { file: words.fileUnreadable('a.ics') } });
  expect(asked()).toEqual([{}]);
  await other.close();
});

test('a form that comes back because of something else keeps the file', async () => {
  const { ana, asked, openForm } = await open();
  await openForm();
  const file = ana.upload('a.ics', 'the calendar');
  expect(await ana.submit({ file: [file], audience: '' })).toMatchObject({ response_action: 'errors' });
  await ana.submit({ file: [file], audience: 'all' });
  expect(asked().at(-1)).toEqual({ file: 'the calendar', audience: 'all' });
});

test('a form that could not be handled stays, and knows the file that was chosen in it', async () => {
  const { ana, asked, openForm, modal } = await open();
  await openForm();
  await ana.submit({ file: [ana.upload('a.ics', 'the calendar')], audience: 'nobody' });
  expect(modal()).toContain('Not now.');
  await ana.submit({ audience: 'all' });
  expect(asked().at(-1)).toEqual({ file: 'the calendar', audience: 'all' });
});

test('a calendar that is sent to the assistant is imported, by a form that knows the file where it needs one', async () => {
  const { ana, asked, direct, slack, modal } = await open();
  const file = ana.upload('Events.ICS', 'the calendar');
  await ana.sayWithFiles(direct, [file]);
  const [offer] = await replies(slack, direct, ana.id);
  expect(asked()).toEqual([{ file: 'the calendar' }]);
  if (offer === undefined) throw new Error('nothing was said');
  expect(seenText(offer)).toContain('Choose a calendar.');
  await ana.press(offer, words.openForm);
  await waitUntil('the form', () => ana.modal() !== undefined);
  expect(modal()).toContain(words.fileKept('Events.ICS'));
  await ana.submit({ audience: 'all' });
  expect(seenText(offer)).toContain('Audience: For whom?');
  expect(asked().at(-1)).toEqual({ file: 'the calendar', audience: 'all' });
});

test('a calendar that cannot be read is answered with the reason, and a form without it', async () => {
  const { ana, direct, slack, modal } = await open();
  await ana.sayWithFiles(direct, [ana.upload('a.ics', 'bad')]);
  const [offer] = await replies(slack, direct, ana.id);
  expect(seenText(offer ?? { text: '', blocks: [] })).toContain('Line 1: no calendar.');
  if (offer !== undefined) await ana.press(offer, words.openForm);
  await waitUntil('the form', () => ana.modal() !== undefined);
  expect(modal()).not.toContain(words.fileKept('a.ics'));
});

test('several calendars in one message are imported one after the other, each with its answer', async () => {
  const { ana, asked, direct, slack } = await open();
  const files = [ana.upload('a.ics', 'one'), ana.upload('b.ics', Buffer.from([0xff])), ana.upload('c.ics', 'three')];
  await ana.sayWithFiles(direct, [...files, ana.upload('d.png', 'no calendar')], 'Here they are.');
  const all = await replies(slack, direct, ana.id, 3);
  expect(asked()).toEqual([{ file: 'one' }, { file: 'three' }]);
  expect(seenText(all[1] ?? { text: '', blocks: [] })).toContain(words.fileNotText('b.ics'));
});

test('a calendar is a message like any other in a channel, and where nothing can be imported', async () => {
  const { ana, asked, direct, slack } = await open([]);
  await ana.sayWithFiles(direct, [ana.upload('a.ics', 'one')], 'What is this?');
  await replies(slack, direct, ana.id);
  await ana.sayWithFiles(channel, [ana.upload('a.ics', 'one')], 'What is this?');
  expect(asked()).toEqual([]);
});
