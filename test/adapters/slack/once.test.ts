import { afterEach, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/chat/adapter.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { troubles } from '../../contract/outlet-contract.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { startFakeSlack } from '../../fakes/slack/server.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const channel = 'C0GENERAL';
const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const reply: Reply = { language: 'en', body: markdown('The answer.') };

async function open(handle: Core['handle'], core: Partial<Core> = {}, slack?: SlackRoom['slack']) {
  const room = await openSlack(
    { ...sampleCore(handle), ...core },
    { replyWaitMs: 5, ...(slack === undefined ? {} : { slack }) },
  );
  rooms.push(room);
  if (!room.slack.workspace.channels.has(channel)) room.slack.workspace.addChannel(channel);
  return room;
}

describe('the Slack room answers once', () => {
  test('when Slack tells of a mention again and again, out of order', async () => {
    let handled = 0;
    const { slack, person } = await open(async () => {
      handled += 1;
      return reply;
    });
    const ana = person('U0ANA');
    const { events } = ana.write(channel, `<@${botUser}> Who?`);
    const again = [1, 2, 3].flatMap((retry) => events.toReversed().map((event) => ({ ...event, retry })));
    await Promise.all([...again, ...events].map(ana.deliver));
    await Promise.all(events.map(ana.deliver));
    expect(await replies(slack, channel, ana.id)).toHaveLength(1);
    expect(handled).toBe(1);
  });

  test('when the connection drops in the middle of a question', async () => {
    const asked = Promise.withResolvers<void>();
    const ready = Promise.withResolvers<Reply>();
    let handled = 0;
    const { slack, person } = await open(async () => {
      handled += 1;
      asked.resolve();
      return await ready.promise;
    });
    const ana = person('U0ANA');
    const { events } = ana.write(channel, `<@${botUser}> Who?`);
    for (const event of events) void ana.deliver(event);
    await asked.promise;
    slack.socketMode.drop();
    await waitUntil('another connection', () => slack.socketMode.connections() === 2);
    ready.resolve(reply);
    // Slack heard nothing of it over the old connection.
    await Promise.all(events.map((event) => ana.deliver({ ...event, retry: 1 })));
    expect(await replies(slack, channel, ana.id)).toHaveLength(1);
    expect(handled).toBe(1);
  });

  test.each(troubles.filter((trouble) => !['disappear', 'unauthorized', 'throttle'].includes(trouble)))(
    'when posting the reply meets the trouble %s',
    async (trouble) => {
      const { slack, person } = await open(async () => reply);
      const ana = person('U0ANA');
      slack.trouble(trouble, /^chat\.postMessage$/);
      await ana.say(channel, `<@${botUser}> Who?`);
      expect(await replies(slack, channel, ana.id)).toHaveLength(1);
    },
  );

  test('when Slack wants to be left alone first', async () => {
    const slack = await startFakeSlack();
    const { person } = await open(async () => reply, {}, slack);
    const ana = person('U0ANA');
    slack.trouble('throttle', /^chat\.postMessage$/);
    await ana.say(channel, `<@${botUser}> Who?`);
    expect(await replies(slack, channel, ana.id)).toHaveLength(1);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });

  test('and acknowledges in time when answering takes long', async () => {
    const ready = Promise.withResolvers<Reply>();
    const { slack, person } = await open(() => ready.promise);
    const ana = person('U0ANA');
    await ana.say(channel, `<@${botUser}> Who?`);
    expect(slack.workspace.visible(channel)).toHaveLength(1);
    ready.resolve(reply);
    expect(await replies(slack, channel, ana.id)).toHaveLength(1);
  });

  test('and leaves unacknowledged what could not be answered, so that Slack tells of it again', async () => {
    let begun = 0;
    const { slack, person } = await open(async () => reply, {
      begin: async () => {
        begun += 1;
        if (begun === 1) throw new Error('The store is away.');
        return { again: false, finish: async () => undefined };
      },
    });
    const ana = person('U0ANA');
    const { events } = ana.write(channel, `<@${botUser}> Who?`);
    const [event] = events;
    if (event === undefined) throw new Error('no event');
    void ana.deliver(event);
    await waitUntil('the first try', () => begun === 1);
    const direct = ana.write(slack.workspace.imOf(ana.id).id, 'Hello');
    await Promise.all(direct.events.map(ana.deliver));
    expect(slack.socketMode.unacknowledged()).toBe(1);
    await ana.deliver({ ...event, retry: 1 });
    expect(await replies(slack, channel, ana.id)).toHaveLength(1);
  });
});
