import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import { markdown, sampleCore } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { eventEnvelope, signature } from '../../fakes/slack/envelopes.ts';
import { appToken, botToken, startFakeSlack } from '../../fakes/slack/server.ts';
import { openSlack, replies, signingSecret, silentLog, type RoomSetting, type SlackRoom } from './slack-harness.ts';

const rooms: SlackRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const reply: Reply = { language: 'en', body: markdown('The answer.') };

async function open(setting: RoomSetting = {}, handle = async () => reply) {
  const room = await openSlack(sampleCore(handle), setting);
  rooms.push(room);
  const ana = room.person('U0ANA');
  return { ...room, ana, direct: room.slack.workspace.imOf(ana.id).id };
}

describe('the connection that the Slack room opens', () => {
  test('is opened anew when Slack asks for it, and answers go on', async () => {
    const { slack, ana, direct } = await open();
    slack.socketMode.refresh();
    await waitUntil('another connection', () => slack.socketMode.connections() === 2 && slack.socketMode.isConnected());
    await ana.say(direct, 'Hello');
    expect(await replies(slack, direct, ana.id)).toHaveLength(1);
  });

  test('is opened anew when Slack was away for a while, without the program ending', async () => {
    const { slack, ana, direct, adapter } = await open();
    slack.socketMode.drop();
    await slack.disappear();
    await waitUntil('the loss to be noticed', () => adapter.status().detail.includes('connecting'));
    await slack.comeBack();
    await waitUntil('another connection', () => slack.socketMode.isConnected());
    await ana.say(direct, 'Hello');
    expect(await replies(slack, direct, ana.id)).toHaveLength(1);
  });

  test('is reported when it is open and silent for too long', async () => {
    let now = 1_000_000;
    let silences = 0;
    const { slack } = await open({
      clock: () => now,
      silentMs: 60,
      onSilent: () => {
        silences += 1;
      },
    });
    expect(slack.socketMode.isConnected()).toBe(true);
    now += 61;
    await waitUntil('the report', () => silences === 1);
  });

  test('is not reported while Slack gives signs of life', async () => {
    let now = 1_000_000;
    let looks = 0;
    let silences = 0;
    const clock = () => {
      looks += 1;
      return now;
    };
    const { slack } = await open({ clock, silentMs: 60, onSilent: () => void (silences += 1) });
    const { socketMode } = slack;
    for (let answered = 1; answered <= 3; answered += 1) {
      await waitUntil('the answer', () => socketMode.pongs() === answered);
      now += 40;
      socketMode.ping();
    }
    await waitUntil('the last answer', () => socketMode.pongs() === 4);
    const before = looks;
    await waitUntil('looks of the watchdog', () => looks >= before + 3);
    expect(silences).toBe(0);
  });

  test('is closed by stop() only when replies under way stand and are acknowledged', async () => {
    const asked = Promise.withResolvers<void>();
    const ready = Promise.withResolvers<Reply>();
    const { slack, ana, direct, adapter } = await open({}, async () => {
      asked.resolve();
      return await ready.promise;
    });
    const said = ana.say(direct, 'Hello');
    await asked.promise;
    const stopped = adapter.stop();
    ready.resolve(reply);
    await Promise.all([said, stopped]);
    expect(await replies(slack, direct, ana.id)).toHaveLength(1);
    await waitUntil('the end of the connection', () => !slack.socketMode.isConnected());
  });

  test('cannot be opened with a token that Slack does not accept, and the failure holds no secret', async () => {
    const slack = await startFakeSlack();
    const adapter = createSlackAdapter({
      botToken: 'xoxb-wrong-secret',
      inbound: { mode: 'socket', appToken },
      apiUrl: slack.apiUrl,
      log: silentLog,
      clock: Date.now,
    });
    const failure: unknown = await adapter.start(sampleCore()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'unauthorized', hint: expect.stringContaining('SLACK_BOT_TOKEN') });
    expect(String(failure instanceof Error ? failure.stack : '')).not.toContain('wrong-secret');
    expect(adapter.status().running).toBe(false);
    await slack.close();
  });

  test('cannot be opened where Slack is not reached', async () => {
    const slack = await startFakeSlack();
    await slack.close();
    const adapter = createSlackAdapter({
      botToken,
      inbound: { mode: 'socket', appToken },
      apiUrl: slack.apiUrl,
      log: silentLog,
      clock: Date.now,
    });
    await expect(adapter.start(sampleCore())).rejects.toMatchObject({ code: 'unavailable' });
  });
});

async function openHttp() {
  const room = await open({ mode: 'http' });
  const url = room.adapter.status().detail.replace('HTTP, ', '');
  const post = async (body: string, headers: Record<string, string>) =>
    await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return { ...room, post, url };
}

describe('the requests that the Slack room takes', () => {
  const event = JSON.stringify(eventEnvelope({ type: 'message', channel: 'D0ANA', channel_type: 'im' }).payload);

  test('are refused with 401 when their signature is wrong, missing or old', async () => {
    const { post } = await openHttp();
    const old = Math.floor(Date.now() / 1000) - 6 * 60;
    expect((await post(event, signature('another secret', event))).status).toBe(401);
    expect((await post(`${event} `, signature(signingSecret, event))).status).toBe(401);
    expect((await post(event, {})).status).toBe(401);
    expect((await post(event, signature(signingSecret, event, old))).status).toBe(401);
    expect((await post(event, signature(signingSecret, event))).status).toBe(200);
  });

  test('are refused when they are larger than a megabyte', async () => {
    const { post } = await openHttp();
    const body = JSON.stringify({ type: 'event_callback', padding: 'x'.repeat(1024 * 1024) });
    expect((await post(body, signature(signingSecret, body))).status).toBe(413);
  });

  test('answer the challenge with which Slack tries an address', async () => {
    const { post } = await openHttp();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const answer = await post(body, signature(signingSecret, body));
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  test('get 404 on every other path, and the room says where it listens', async () => {
    const { url } = await openHttp();
    expect((await fetch(url.replace('/slack/events', '/'))).status).toBe(404);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
  });

  test('cannot be taken on a port that somebody else has', async () => {
    const { url, slack } = await openHttp();
    const adapter = createSlackAdapter({
      botToken,
      inbound: { mode: 'http', signingSecret, port: Number(new URL(url).port) },
      apiUrl: slack.apiUrl,
      log: silentLog,
      clock: Date.now,
    });
    await expect(adapter.start(sampleCore())).rejects.toMatchObject({
      code: 'unavailable',
      hint: expect.stringContaining('SLACK_PORT'),
    });
  });
});
