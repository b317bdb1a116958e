import { afterEach, expect, test } from 'vitest';
import type { Core } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { markdown, sampleCommands, sampleCore } from '../../contract/sample-core.ts';
import { samplePosts } from '../../contract/sample-posts.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const ts = (messageId: string) => messageId.split(':')[1] ?? '';

/** A room in which only what stands under the first message of the desk is an answer to somebody. */
async function open(secretariatChannel: string) {
  const heard: Incoming[] = [];
  let question = '';
  const handle: Core['handle'] = async (incoming) => {
    heard.push(incoming);
    const isAnswer = incoming.kind === 'command' && incoming.options['messageId'] === question;
    return { language: 'en', body: markdown('Passed on.'), ...(isAnswer ? {} : { aside: true }) };
  };
  const relay = { name: 'relay', hidden: true, description: { en: '', es: '', fr: '' }, options: [] } as const;
  const room = await openSlack(sampleCore(handle, [...sampleCommands, relay]), { secretariatChannel });
  rooms.push(room);
  room.slack.workspace.addChannel('C0DESK');
  const { outlet } = room.adapter;
  if (outlet === undefined) throw new Error('the room has no outlet');
  const { payload } = outlet.render(samplePosts.en);
  question = (await outlet.send('slack:C0DESK', payload, 'forward1')).messageId;
  const other = (await outlet.send('slack:C0DESK', payload, 'announcement1')).messageId;
  return { ...room, heard, question, questionTs: ts(question), otherTs: ts(other), desk: room.person('U0DESK') };
}

test('what stands under a question that was passed on goes back to whoever asked', async () => {
  const { desk, heard, slack, question, questionTs } = await open('slack:C0DESK');
  const written = await desk.say('C0DESK', 'Write to the treasurer, please.', questionTs);
  const all = await replies(slack, 'C0DESK', desk.id, 3);
  expect(all.at(-1)?.threadTs).toBe(questionTs);
  expect(heard).toMatchObject([
    { name: 'relay', options: { messageId: question, text: 'Write to the treasurer, please.', reply: written } },
  ]);
});

test('what people say to each other under an announcement gets no answer', async () => {
  const { desk, heard, slack, otherTs } = await open('slack:C0DESK');
  await desk.say('C0DESK', 'Well written!', otherTs);
  expect(heard).toHaveLength(1);
  expect(await replies(slack, 'C0DESK', desk.id, 2)).toHaveLength(2);
});

test('nothing is passed on from another channel than the secretariat’s', async () => {
  const { desk, heard, slack, questionTs } = await open('slack:C0ELSEWHERE');
  await desk.say('C0DESK', 'Write to the treasurer, please.', questionTs);
  expect(heard).toEqual([]);
  await desk.say('C0DESK', `<@${botUser}> And you?`, questionTs);
  expect(heard).toMatchObject([{ kind: 'message', text: 'And you?' }]);
  expect(await replies(slack, 'C0DESK', desk.id, 2)).toHaveLength(2);
});

test('whom and what an answer names is passed on by name, and by its id where Slack does not know it', async () => {
  const { desk, heard, person, slack, questionTs } = await open('slack:C0DESK');
  person('U0EVA', { name: 'Eva | <Ruiz>' });
  slack.workspace.addChannel('C0EVENTS', { name: 'events' });
  slack.workspace.groups.set('S0DESK', ['U0EVA']);
  const written = 'Ask <@U0EVA>, <!subteam^S0DESK> or <@U0GONE> in <#C0EVENTS|>; not <#C0GONE> & co.';
  await desk.say('C0DESK', written, questionTs);
  expect(heard).toMatchObject([
    { options: { text: 'Ask @Eva    Ruiz , @desk or @U0GONE in #events; not #C0GONE & co.' } },
  ]);
});
