import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { fastClock, openDispatching, textsIn } from './dispatch-harness.ts';

const minute = 60_000;

describe('createDispatcher() on a database that was restored', () => {
  test('posts what is not there and not late, and knows again what is there', async () => {
    const { store, platform, outlet, dispatcher, deliver } = await openDispatching();
    const before = fastClock() - 10 * minute;
    const posted = await deliver.add({
      channel: deliver.channel('news'),
      scheduledAt: before,
      dueAt: before,
      text: 'A',
    });
    await outlet.send(posted.channel, posted.payload, posted.id);
    const missing = await deliver.add({
      channel: deliver.channel('desk'),
      scheduledAt: before,
      dueAt: before,
      text: 'B',
    });
    expect(await store.deliveries.doubtDue(fastClock())).toBe(2);
    dispatcher().start();
    for (const { id } of [posted, missing]) await deliver.settled(id);
    expect([textsIn(platform, 'news'), textsIn(platform, 'desk')]).toEqual([['A'], ['B']]);
  });

  test('asks before it posts what is late and not there, also when it could not look at once', async () => {
    const { store, platform, dispatcher, deliver } = await openDispatching();
    const before = fastClock() - 20 * minute;
    const late = await deliver.add({ channel: deliver.channel('news'), scheduledAt: before, dueAt: before });
    await store.deliveries.doubtDue(fastClock());
    await platform.disappear();
    dispatcher().start();
    await waitUntil('it to be looked for in vain', async () => (await deliver.status(late.id)).attempts > 0);
    await platform.appear();
    await deliver.settled(late.id, 'failed');
    expect(await deliver.status(late.id)).toMatchObject({ reason: 'missed' });
    expect(textsIn(platform, 'news')).toEqual([]);
    // Somebody decides that it is still to be sent.
    expect(await store.deliveries.retryFailed('a1', fastClock())).toBe(1);
    await deliver.settled(late.id);
    expect(textsIn(platform, 'news')).toHaveLength(1);
  });

  test('posts nothing that somebody had begun so long ago that nobody can look back so far', async () => {
    const { store, platform, dispatcher, deliver } = await openDispatching();
    const before = fastClock() - 25 * 60 * minute;
    const begun = await deliver.add({ channel: deliver.channel('news'), scheduledAt: before, dueAt: before });
    await store.heartbeats.beat('earlier', fastClock());
    await store.deliveries.claim({ now: before, leaseMs: minute, limit: 1, perSecond: { fake: 1 } });
    dispatcher().start();
    await deliver.settled(begun.id, 'failed');
    expect(await deliver.status(begun.id)).toMatchObject({ reason: 'unverified' });
    expect(textsIn(platform, 'news')).toEqual([]);
  });
});
