import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createTurns } from '../../../src/bot/turns.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { botUser } from '../../fakes/slack/workspace.ts';
import { openTestStore, silentLog, testFolder } from '../../fakes/test-store.ts';
import { openSlack, replies, type SlackRoom } from './slack-harness.ts';

const channel = 'C0GENERAL';
const leaseMs = 60_000;
const reply: Reply = { language: 'en', body: markdown('The answer.') };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Setting {
  /** Of an earlier program, which this one comes after. */
  readonly slack?: SlackRoom['slack'];
  readonly folder?: string;
  readonly answer?: Promise<Reply>;
  /** It dies before it can say that it has answered. */
  readonly dies?: boolean;
}

describe.each(['socket', 'http'] as const)('a question that Slack tells of again, over %s,', (mode) => {
  /** The program on its database. */
  async function start({ slack, folder = testFolder(), answer = Promise.resolve(reply), dies = false }: Setting = {}) {
    const store = await openTestStore({ folder });
    const closed = await openTestStore();
    await closed.close();
    const handled: string[] = [];
    let passedMs = 0;
    let looks = 0;
    const core = sampleCore(async (incoming) => {
      handled.push(incoming.kind);
      return await answer;
    });
    const events = dies
      ? { ...store.events, finish: async (id: string) => await closed.events.finish(id) }
      : store.events;
    const clock = () => Date.now() + passedMs;
    const begin = createTurns({ store: { events }, log: silentLog, clock, storeMs: 500 });
    const looking = async (eventId: string) => {
      const turn = await begin(eventId);
      looks += 1;
      return turn;
    };
    const setting = { mode, replyWaitMs: 5, ...(slack === undefined ? {} : { slack }) };
    const room = await openSlack({ ...core, begin: looking }, setting);
    if (slack === undefined) {
      room.slack.workspace.addChannel(channel);
      closing.push(room.close);
    } else {
      closing.push(() => room.adapter.stop());
    }
    const ana = room.person('U0ANA');
    const pass = (ms: number): void => void (passedMs += ms);
    return { ...room, folder, handled, looks: () => looks, ana, pass, next: { slack: room.slack, folder } };
  }

  /** A mention, of which Slack tells twice. */
  function mention({ ana }: Awaited<ReturnType<typeof start>>) {
    const { events } = ana.write(channel, `<@${botUser}> Who?`);
    return { events, again: events.map((event) => ({ ...event, retry: 1 })) };
  }

  const seen = async ({ slack, ana }: Awaited<ReturnType<typeof start>>) => await replies(slack, channel, ana.id);

  test('is acknowledged and left alone when it was answered before a restart', async () => {
    const first = await start();
    const { events, again } = mention(first);
    await Promise.all(events.map(first.transport));
    await first.adapter.stop();
    const second = await start(first.next);
    await Promise.all(again.map(second.transport));
    expect(second.handled).toEqual([]);
    expect(await seen(second)).toHaveLength(1);
  });

  test('is acknowledged in time and answered once when it was answered before, and the database hangs now', async () => {
    const first = await start();
    const { events, again } = mention(first);
    await Promise.all(events.map(first.transport));
    await first.adapter.stop();
    const second = await start(first.next);
    const other = new DatabaseSync(join(first.folder, 'assistant.db'));
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    await Promise.all(again.map(second.transport));
    other.exec('rollback');
    expect(await seen(second)).toHaveLength(1);
  });

  test('is acknowledged in time, and answered when whoever had it in hand has died with it', async () => {
    const gate = Promise.withResolvers<Reply>();
    const first = await start({ answer: gate.promise });
    const { events, again } = mention(first);
    for (const event of events) void first.transport(event);
    await waitUntil('somebody at work', () => first.handled.length > 0);
    const second = await start(first.next);
    await Promise.all(again.map(second.transport));
    expect(second.handled).toEqual([]);
    second.pass(leaseMs);
    expect(await seen(second)).toHaveLength(1);
    expect(second.handled).toEqual(['message']);
    gate.resolve({ ...reply, aside: true });
  });

  test('is not answered again when the program died with the reply standing', async () => {
    const first = await start({ dies: true });
    const { events, again } = mention(first);
    await Promise.all(events.map(first.transport));
    await first.adapter.stop();
    const second = await start(first.next);
    second.pass(leaseMs);
    await Promise.all(again.map(second.transport));
    expect(second.handled).toEqual(['message']);
    expect(await seen(second)).toHaveLength(1);
  });

  test('is acknowledged by one program as soon as another has answered it', async () => {
    const gate = Promise.withResolvers<Reply>();
    const first = await start({ answer: gate.promise });
    const { events, again } = mention(first);
    const told = events.map(first.transport);
    await waitUntil('somebody at work', () => first.handled.length > 0);
    const second = await start(first.next);
    const others = again.map(second.transport);
    await waitUntil('a look of the other', () => second.looks() > 0);
    gate.resolve(reply);
    await Promise.all([...told, ...others]);
    expect(second.handled).toEqual([]);
    expect(await seen(first)).toHaveLength(1);
  });

  test('is not acknowledged by a program that closes while another has it in hand', async () => {
    const gate = Promise.withResolvers<Reply>();
    const first = await start({ answer: gate.promise });
    const { events, again } = mention(first);
    for (const event of events) void first.transport(event);
    await waitUntil('somebody at work', () => first.handled.length > 0);
    const second = await start(first.next);
    const acknowledged: unknown[] = [];
    for (const event of again) {
      second.transport(event).then(
        (delivered) => acknowledged.push(delivered),
        () => undefined,
      );
    }
    await waitUntil('a look of the other', () => second.looks() > 0);
    await second.adapter.stop();
    expect(acknowledged).toEqual([]);
    gate.resolve(reply);
    expect(await seen(first)).toHaveLength(1);
  });
});
