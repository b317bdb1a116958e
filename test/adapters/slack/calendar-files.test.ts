import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../../adapters/slack/client.ts';
import { createOutlet } from '../../../adapters/slack/outlet.ts';
import { renderPost } from '../../../adapters/slack/render-post.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { Post } from '../../../src/chat/post.ts';
import { createLog } from '../../../src/log.ts';
import { eventPost, samplePosts } from '../../contract/sample-posts.ts';
import { botToken, startFakeSlack } from '../../fakes/slack/server.ts';

const to = 'slack:C0GENERAL';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function open(scopes?: readonly string[]) {
  const slack = await startFakeSlack(scopes === undefined ? {} : { scopes });
  closing.push(() => slack.close());
  const { workspace } = slack;
  workspace.addChannel('C0GENERAL');
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  const client = createClient({ token: botToken, apiUrl: slack.apiUrl, timeoutMs: 1_000, log });
  const outlet = createOutlet({ client, clock: Date.now, log });
  return {
    slack,
    outlet,
    warned: () => lines.join(''),
    /** What the files say that people see, with what they hang on. */
    files: () =>
      workspace.visible('C0GENERAL').flatMap(({ files = [], threadTs }) =>
        files.flatMap((id) => {
          const file = workspace.files.get(id);
          return file?.state === 'shared' ? [{ threadTs, text: String(file.bytes), title: file.title }] : [];
        }),
      ),
    posts: () => workspace.visible('C0GENERAL').filter(({ files }) => files === undefined),
  };
}

const file = (text: string): Post => ({ ...eventPost, calendar: { file: text } });
const payload = (text: string) => renderPost(file(text)).payload;
const ts = ({ messageId }: { readonly messageId: string }) => messageId.split(':')[1];
const title = messagesIn('en').events.addToCalendar;

test('send() hangs the calendar file below the post, once', async () => {
  const { outlet, files, posts, slack } = await open();
  const posted = await outlet.send(to, payload('BEGIN:VCALENDAR é'), 'a1');
  expect(files()).toEqual([{ threadTs: ts(posted), text: 'BEGIN:VCALENDAR é', title }]);
  expect((await outlet.find(to, 'a1'))?.messageId).toBe(posted.messageId);
  expect(files()).toHaveLength(1);
  expect(posts()).toHaveLength(1);
  expect(slack.refused).toEqual([]);
});

test('send() hangs the file of a post in a thread on the message that begins the thread', async () => {
  const { outlet, files, slack } = await open();
  const root = ts(await outlet.send(to, renderPost(samplePosts.en).payload, 'root'));
  const inThread = await outlet.send(`${to}/${root}`, payload('one'), 'a1');
  await outlet.send(`${to}/${root}`, payload('other'), 'a2');
  expect(files()).toMatchObject([
    { threadTs: root, text: 'one' },
    { threadTs: root, text: 'other' },
  ]);
  await outlet.edit(inThread, payload('two'));
  expect(files()).toMatchObject([
    { threadTs: root, text: 'other' },
    { threadTs: root, text: 'two' },
  ]);
  expect(slack.refused).toEqual([]);
});

const uploads = [/^files\.getUploadURLExternal$/, /^upload$/];

test.each(uploads)('send() posts once though %s fails, and gives the file once more', async (method) => {
  const { outlet, files, posts, slack } = await open();
  slack.trouble('resetBefore', method);
  const posted = await outlet.send(to, payload('one'), 'a1');
  expect(files()).toMatchObject([{ threadTs: ts(posted), text: 'one' }]);
  expect(posts()).toHaveLength(1);
});

test('send() posts once though its file cannot be shown, and find() makes up for it', async () => {
  const { outlet, files, posts, slack, warned } = await open();
  slack.trouble('resetBefore', /^files\.completeUploadExternal$/);
  const posted = await outlet.send(to, payload('one'), 'a1');
  expect(files()).toEqual([]);
  expect(warned()).toContain('calendar file');
  await outlet.find(to, 'a1');
  await outlet.find(to, 'a1');
  expect(files()).toMatchObject([{ threadTs: ts(posted), text: 'one' }]);
  expect(posts()).toHaveLength(1);
});

test('send() waits with the file as long as Slack wants to be left alone', async () => {
  const { outlet, files, slack } = await open();
  slack.trouble('throttle', /^files\.completeUploadExternal$/);
  await outlet.send(to, payload('one'), 'a1');
  expect(files()).toMatchObject([{ text: 'one' }]);
});

test('find() and edit() hang no second file where the first was there, and Slack had not said so', async () => {
  const { outlet, files, slack } = await open();
  slack.trouble('errorAfter', /^files\.completeUploadExternal$/);
  const posted = await outlet.send(to, payload('one'), 'a1');
  await outlet.find(to, 'a1');
  await outlet.edit(posted, payload('one'));
  expect(files()).toHaveLength(1);
});

test('edit() makes up for a file that is missing, also one too large to be kept with the message', async () => {
  const { outlet, files, slack } = await open();
  const large = 'DESCRIPTION:x\n'.repeat(1_000);
  slack.trouble('resetBefore', /^files\.completeUploadExternal$/);
  const posted = await outlet.send(to, payload(large), 'a1');
  await outlet.find(to, 'a1');
  expect(files()).toEqual([]);
  await outlet.edit(posted, payload(large));
  expect(files()).toMatchObject([{ text: large }]);
  expect(slack.refused).toEqual([]);
});

test('edit() replaces the file by another, leaves the same one, and takes it away with the event', async () => {
  const { outlet, files, slack } = await open();
  const posted = await outlet.send(to, payload('one'), 'a1');
  await outlet.edit(posted, payload('one'));
  expect([...slack.workspace.files.values()]).toHaveLength(1);
  await outlet.edit(posted, payload('two'));
  expect(files()).toEqual([{ threadTs: ts(posted), text: 'two', title }]);
  await outlet.edit(posted, renderPost(samplePosts.en).payload);
  expect(files()).toEqual([]);
  expect(slack.workspace.visible('C0GENERAL')).toHaveLength(1);
  expect(slack.refused).toEqual([]);
});

test.each([
  ['conversations.replies', ['one']],
  ['files.delete', ['one']],
  ['files.completeUploadExternal', []],
])('edit() asks to be tried again when %s fails, so that no file of before stays', async (method, meanwhile) => {
  const { outlet, files, posts, slack } = await open();
  const posted = await outlet.send(to, payload('one'), 'a1');
  slack.trouble('resetBefore', new RegExp(`^${method}$`));
  await expect(outlet.edit(posted, payload('two'))).rejects.toMatchObject({ code: 'unknown' });
  expect(files().map(({ text }) => text)).toEqual(meanwhile);
  await outlet.edit(posted, payload('two'));
  expect(files().map(({ text }) => text)).toEqual(['two']);
  expect(posts()).toHaveLength(1);
});

test('edit() leaves the files of others, whatever their names', async () => {
  const { outlet, files, slack } = await open();
  const posted = await outlet.send(to, payload('one'), 'a1');
  const [own] = slack.workspace.files.values();
  const bytes = Buffer.from('theirs');
  const name = own?.name ?? '';
  const { id } = slack.workspace.addFile({ name, user: 'U0BEN', length: 6, bytes, state: 'shared' });
  const common = { channel: 'C0GENERAL', ts: slack.workspace.nextTs(), user: 'U0BEN', text: '', blocks: [] };
  slack.workspace.messages.push({ ...common, threadTs: ts(posted) ?? '', files: [id] });
  await outlet.edit(posted, payload('two'));
  expect(files().map(({ text }) => text)).toEqual(['theirs', 'two']);
});

test('remove() takes the file away with the post, and nothing remains of either', async () => {
  const { outlet, slack } = await open();
  const posted = await outlet.send(to, payload('one'), 'a1');
  await outlet.remove(posted);
  await outlet.remove(posted);
  expect(slack.workspace.visible('C0GENERAL')).toEqual([]);
  expect([...slack.workspace.files.values()].map(({ state }) => state)).toEqual(['deleted']);
});

test('remove() takes the post away though its file cannot be, and asks to be tried again', async () => {
  const { outlet, files, posts, slack } = await open();
  const posted = await outlet.send(to, payload('one'), 'a1');
  slack.trouble('throttle', /^files\.delete$/);
  await expect(outlet.remove(posted)).rejects.toMatchObject({ code: 'throttled' });
  expect(posts()).toEqual([]);
  expect(files()).toHaveLength(1);
});

test('an app without the scope for files posts all the same, and says what is missing', async () => {
  const { outlet, files, posts, warned } = await open(['chat:write', 'channels:history']);
  const posted = await outlet.send(to, payload('one'), 'a1');
  await outlet.edit(posted, payload('two'));
  await outlet.remove(posted);
  expect(files()).toEqual([]);
  expect(posts()).toEqual([]);
  expect(warned()).toContain('missing_scope');
});

test('a post with the address of the file has a link, and nothing below it', async () => {
  const { outlet, files, posts } = await open();
  const url = 'https://assistant.example.org/events/announcement-a1.ics?lang=en';
  const rendered = renderPost({ ...eventPost, calendar: { url } });
  expect(rendered.preview).toContain(title);
  await outlet.send(to, rendered.payload, 'a1');
  expect(JSON.stringify(posts()[0]?.blocks)).toContain(`{"type":"link","url":"${url}","text":"${title}"}`);
  expect(posts()[0]?.text).toContain(url);
  expect(files()).toEqual([]);
});

test.each([true, false])('a post of a cancelled event (%s) offers no time of the reader’s own', (cancelled) => {
  const { event, ...post } = eventPost;
  if (event === undefined) throw new Error('no event');
  const { payload: json } = renderPost({ ...post, event: cancelled ? { ...event, cancelled } : event });
  expect(json.includes('"type":"date"')).toBe(!cancelled);
  expect(json.includes(messagesIn('en').room.yourTime)).toBe(!cancelled);
  expect(json).toContain('Harbour Hall');
});
