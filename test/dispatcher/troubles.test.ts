import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import type { PlatformTrouble } from '../fakes/platform.ts';
import { fastClock, openDispatching, textsIn } from './dispatch-harness.ts';

describe('createDispatcher() leaves exactly one visible copy', () => {
  const scripts: readonly (readonly PlatformTrouble[])[] = [
    [],
    ['late'],
    ['hang'],
    ['resetAfter'],
    ['resetBefore'],
    ['errorAfter'],
    ['garbled'],
    ['throttle'],
    ['throttleAll'],
    ['malformed'],
    ['unauthorized'],
    ['resetBefore', 'errorAfter'],
    ['throttle', 'hang'],
    ['malformed', 'resetBefore', 'resetAfter'],
  ];
  test.each(scripts.map((troubles) => [troubles.join(', ') || 'nothing', troubles] as const))(
    'after %s',
    async (_name, troubles) => {
      const { platform, dispatcher, deliver } = await openDispatching();
      const { id } = await deliver.add({ channel: deliver.channel('news'), text: 'The news' });
      platform.trouble(troubles);
      dispatcher().start();
      const sent = await deliver.settled(id);
      expect(textsIn(platform, 'news')).toEqual(['The news']);
      expect(platform.accepted('news')).toHaveLength(1);
      expect(sent.message?.messageId).toBe(`news/messages/${platform.visible('news')[0]?.id}`);
      expect(sent).toMatchObject({ degraded: troubles.includes('malformed') });
    },
  );

  test('when the platform takes the post after the answer was given up', async () => {
    const { platform, dispatcher, deliver } = await openDispatching({ acceptAfterMs: 700 });
    const { id } = await deliver.add({ channel: deliver.channel('news'), text: 'The news' });
    platform.trouble('acceptLate');
    // Given up after half a second, and looked for half a second later.
    dispatcher({ timing: { lookAgainMs: 5000 } }).start();
    await deliver.settled(id);
    expect(platform.accepted('news')).toHaveLength(1);
  });

  test('when the platform disappears and comes back', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    await platform.disappear();
    dispatcher().start();
    await deliver.settled(id, 'pending');
    await platform.appear();
    await deliver.settled(id);
    expect(platform.accepted('news')).toHaveLength(1);
  });

  test('when the platform disappears before anybody could look for the message', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    platform.trouble('resetAfter');
    dispatcher().start();
    await deliver.settled(id, 'unknown');
    await platform.disappear();
    const { attempts } = await deliver.status(id);
    await waitUntil('another look', async () => (await deliver.status(id)).attempts > attempts);
    await platform.appear();
    await deliver.settled(id);
    expect(platform.accepted('news')).toHaveLength(1);
  });
});

test('createDispatcher() logs one line a delivery that is settled, and never what it says', async () => {
  const { platform, dispatcher, deliver, logged } = await openDispatching();
  const { id } = await deliver.add({ channel: deliver.channel('news'), text: 'The news' });
  platform.trouble('throttle');
  dispatcher().start();
  await deliver.settled(id);
  await waitUntil('the lines', () => logged.filter((line) => line['id'] === id).length === 2);
  const line = { id, kind: 'post', platform: 'fake', ms: expect.any(Number), msg: 'delivery' };
  expect(logged).toMatchObject([
    { ...line, level: 30, status: 'pending', reason: 'throttled', attempts: 0 },
    { ...line, level: 30, status: 'sent', attempts: 1 },
  ]);
  expect(JSON.stringify(logged)).not.toContain('The news');
});

describe('createDispatcher() gives up', () => {
  test('after six tries, when nobody listens', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    await platform.disappear();
    dispatcher({ timing: { backoffMs: 1 } }).start();
    expect(await deliver.settled(id, 'failed')).toMatchObject({ attempts: 5, reason: 'unreachable' });
  });

  test('on a message that may stand, and sends nothing unseen', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    platform.trouble('hang');
    const first = dispatcher({ timing: { lookAgainMs: 1, maxBackoffMs: 100 } });
    first.start();
    await waitUntil('the post to be taken', () => platform.accepted('news').length === 1);
    await platform.disappear();
    expect(await deliver.settled(id, 'failed')).toMatchObject({ reason: 'unverified' });
    await platform.appear();
    expect(platform.accepted('news')).toHaveLength(1);
  });

  test('at once where the platform refuses, and marks the channel until something gets through', async () => {
    const { platform, store, dispatcher, deliver } = await openDispatching();
    platform.addChannel('news', { closed: true });
    const { id } = await deliver.add();
    dispatcher().start();
    expect(await deliver.settled(id, 'failed')).toMatchObject({ reason: 'notInChannel' });
    expect(platform.requests.writes).toBe(1);
    const refusal = async () => (await store.channels.get('fake:news'))?.refusedBecause;
    await waitUntil('the channel to be marked', async () => (await refusal()) === 'notInChannel');
    platform.addChannel('news');
    expect(await store.deliveries.retryFailed('a1', fastClock())).toBe(1);
    await deliver.settled(id);
    await waitUntil('the mark to be taken away', async () => (await refusal()) === undefined);
  });

  test('on what is too long as plain text too', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news'), text: 'long '.repeat(1000) });
    dispatcher().start();
    expect(await deliver.settled(id, 'failed')).toMatchObject({ reason: 'tooLarge', degraded: true });
    expect(platform.requests.writes).toBe(2);
  });

  test('on a post without a text, and on one whose platform was away for longer than a day', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const empty = await deliver.add({ channel: deliver.channel('news'), payload: '' });
    const dayAgo = fastClock() - 25 * 3_600_000;
    const old = await deliver.add({ channel: deliver.channel('desk'), scheduledAt: dayAgo, dueAt: dayAgo });
    dispatcher({ timing: { graceMs: Infinity } }).start();
    expect(await deliver.settled(empty.id, 'failed')).toMatchObject({ reason: 'missingLanguage' });
    expect(await deliver.settled(old.id, 'failed')).toMatchObject({ reason: 'missed' });
    expect(platform.requests.writes).toBe(0);
  });
});

describe('createDispatcher() waits', () => {
  test('exactly as long as the platform says, and sends nothing else to the channel meanwhile', async () => {
    const { platform, dispatcher, deliver } = await openDispatching({ retryAfterSeconds: 5 });
    const channel = deliver.channel('news');
    const first = await deliver.add({ channel });
    const second = await deliver.add({ channel, subject: 'a2' });
    platform.trouble('throttle');
    const startedAt = fastClock();
    dispatcher().start();
    await deliver.settled(second.id);
    expect(platform.accepted('news').map(({ key }) => key)).toEqual([first.id, second.id]);
    expect(await deliver.status(first.id)).toMatchObject({ attempts: 0 });
    expect((await deliver.status(first.id)).sentAt).toBeGreaterThanOrEqual(startedAt + 5000);
  });

  test('with the whole platform when that wants to be left alone', async () => {
    const { platform, dispatcher, deliver } = await openDispatching({ retryAfterSeconds: 5 });
    const first = await deliver.add({ channel: deliver.channel('news') });
    platform.trouble('throttleAll', 'news');
    const working = dispatcher();
    working.start();
    await waitUntil('a pause', () => working.status().paused.length > 0);
    expect(working.status().paused).toMatchObject([{ platform: 'fake', reason: 'throttled' }]);
    const [{ until } = { until: Infinity }] = working.status().paused;
    const other = await deliver.add({ channel: deliver.channel('desk') });
    working.wake();
    expect((await deliver.settled(other.id)).sentAt).toBeGreaterThanOrEqual(until);
    await deliver.settled(first.id);
  });
});
