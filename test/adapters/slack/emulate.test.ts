import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createClient, sdkLog } from '../../../adapters/slack/client.ts';
import { createOutlet } from '../../../adapters/slack/outlet.ts';
import { createReplies } from '../../../adapters/slack/replies.ts';
import { botScopes } from '../../../adapters/slack/scopes.ts';
import { describeOutletContract } from '../../contract/outlet-contract.ts';
import { samplePosts } from '../../contract/sample-posts.ts';
import { mentionsIn, seenText } from '../../fakes/slack/seen.ts';
import { silentLog } from './slack-harness.ts';

// Another project's reading of Slack's Web API. It keeps channels, membership, messages, threads and metadata, and asks
// for scopes. It does not look into blocks, lets everybody post in public channels, has neither Socket Mode nor commands,
// and never fails on its way: those are left to the fake of our own.

const assistant = 'xoxb-emulated-assistant';
const member = 'xoxp-emulated-member';

const created = z.object({ channel: z.object({ id: z.string() }) });
const known = z.object({ user_id: z.string() });
const stored = z.object({
  messages: z.array(
    z.object({
      text: z.string(),
      blocks: z.array(z.record(z.string(), z.unknown())).default([]),
      metadata: z.unknown(),
    }),
  ),
});

const nameOf = (channel: string): string => channel.replace('slack:', '');

/** A workspace in which the assistant may do no more than its manifest asks for, and a member who looks on. */
async function openWorkspace() {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'assistant' }, { name: 'ana' }],
        strict_scopes: true,
        tokens: [
          { token: assistant, user: 'assistant', scopes: Object.keys(botScopes) },
          { token: member, user: 'ana' },
        ],
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const client = createClient({ token: assistant, apiUrl, timeoutMs: 1_000, log: silentLog });
  const ana = new WebClient(member, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger: sdkLog(silentLog) });
  const me = known.parse(await client.auth.test()).user_id;

  return {
    client,
    ana,
    outlet: createOutlet({ client, clock: Date.now, log: silentLog }),
    close: () => emulator.close(),
    addChannel: async (name: string): Promise<string> => {
      const { channel } = created.parse(await ana.conversations.create({ name }));
      await ana.conversations.invite({ channel: channel.id, users: me });
      return `slack:${channel.id}`;
    },
    archive: async (channel: string): Promise<string> => {
      await ana.conversations.archive({ channel: nameOf(channel) });
      return channel;
    },
    /** What stands in a channel, oldest first. */
    messages: async (channel: string) => {
      const history = { channel: nameOf(channel), include_all_metadata: true };
      return stored.parse(await ana.conversations.history(history)).messages.toReversed();
    },
    write: async (channel: string, text: string) => ana.apiCall('chat.postMessage', { channel: nameOf(channel), text }),
  };
}

describeOutletContract({
  platform: 'slack',
  troubles: [],
  async open() {
    const { outlet, close, addChannel, archive, messages, write } = await openWorkspace();
    return {
      outlet,
      channel: await addChannel('open'),
      otherChannel: await addChannel('other'),
      missingChannel: 'slack:C0NOWHERE',
      forbiddenChannel: await archive(await addChannel('closed')),
      visible: async (channel) => (await messages(channel)).map(seenText),
      received: messages,
      notified: async (channel) => (await messages(channel)).filter((message) => mentionsIn(message).length > 0).length,
      crowd: async (channel, count) => {
        for (let index = 0; index < count; index += 1) await write(channel, `Word ${index}`);
      },
      close,
    };
  },
});

test('a post in a thread is found there, and stands nowhere else', async () => {
  const { outlet, close, addChannel, messages } = await openWorkspace();
  onTestFinished(close);
  const channel = await addChannel('threads');
  const { payload } = outlet.render(samplePosts.en);
  const question = await outlet.send(channel, payload, 'question');
  const thread = `${channel}/${question.messageId.split(':')[1]}`;
  const answer = await outlet.send(thread, payload, 'answer');
  expect(await outlet.find(thread, 'answer')).toMatchObject({ messageId: answer.messageId });
  expect(await outlet.find(channel, 'answer')).toBeUndefined();
  expect(await messages(channel)).toHaveLength(1);
});

test('a reply that stands already is not posted again', async () => {
  const { client, close, addChannel, messages } = await openWorkspace();
  onTestFinished(close);
  const channel = await addChannel('replies');
  const replies = createReplies({ client, clock: Date.now, log: silentLog, timeoutMs: 1_000, waitMs: 5 });
  const place = { channel: channel.replace('slack:', '') };
  const said = [{ text: 'The answer.', blocks: [] }];
  const first = await replies.post(place, said, { eventId: 'slack:1', asker: 'U0ANA', again: false });
  expect(await replies.post(place, said, { eventId: 'slack:1', asker: 'U0ANA', again: true })).toEqual(first);
  await replies.post(place, said, { eventId: 'slack:2', asker: 'U0ANA', again: true });
  expect(await messages(channel)).toHaveLength(2);
});
