import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { fastClock, openDispatching } from './dispatch-harness.ts';

const minute = 60_000;

describe('createDispatcher() looks at what was missed while nobody delivered', () => {
  test.each([
    ['nobody ever delivered', undefined],
    ['the last sign of life is older than the grace', 16],
  ])('when %s, what is too late is held and what is a little late is sent', async (_name, minutesAgo) => {
    const { store, dispatcher, deliver, logged } = await openDispatching();
    if (minutesAgo !== undefined) await store.heartbeats.beat('earlier', fastClock() - minutesAgo * minute);
    const channel = deliver.channel('news');
    const [late, little] = [fastClock() - 20 * minute, fastClock() - 10 * minute];
    const missed = await deliver.add({ channel, scheduledAt: late, dueAt: late });
    const sent = await deliver.add({ channel, subject: 'a2', scheduledAt: little, dueAt: little });
    dispatcher().start();
    await deliver.settled(sent.id);
    expect(await deliver.status(missed.id)).toMatchObject({ status: 'held', reason: 'missed' });
    expect(logged).toContainEqual(expect.objectContaining({ subjects: ['a1'] }));
    expect(await store.deliveries.releaseMissed('a1', fastClock())).toBe(1);
    await deliver.settled(missed.id);
  });

  test('when somebody delivered until now, a long queue is only a queue', async () => {
    const { store, dispatcher, deliver } = await openDispatching();
    await store.heartbeats.beat('earlier', fastClock() - 5 * minute);
    const late = fastClock() - 20 * minute;
    const { id } = await deliver.add({ channel: deliver.channel('news'), scheduledAt: late, dueAt: late });
    dispatcher().start();
    await deliver.settled(id);
  });

  test('the grace is an option', async () => {
    const { store, dispatcher, deliver } = await openDispatching();
    await store.heartbeats.beat('earlier', fastClock() - 5 * minute);
    const late = fastClock() - 4 * minute;
    const { id } = await deliver.add({ channel: deliver.channel('news'), scheduledAt: late, dueAt: late });
    dispatcher({ timing: { graceMs: minute } }).start();
    await deliver.settled(id, 'held');
  });

  test('with no grace at all, a queue of a running dispatcher is still only a queue', async () => {
    const { dispatcher, deliver } = await openDispatching();
    const channel = deliver.channel('news');
    const beatMs = 20_000;
    dispatcher({ timing: { graceMs: 0, beatMs } }).start();
    // Longer than the time from one sign of life to the next: a channel takes one post a second.
    const posts = await Promise.all(
      Array.from(
        { length: beatMs / 1000 + 2 },
        async (_, index) => await deliver.add({ channel, subject: `a${index}` }),
      ),
    );
    for (const { id } of posts) await deliver.settled(id);
  });

  test('signs of life are given as long as it runs', async () => {
    const { store, dispatcher } = await openDispatching();
    const startedAt = fastClock();
    dispatcher().start();
    await waitUntil('a second sign of life', async () => ((await store.heartbeats.last()) ?? 0) > startedAt + 5000);
  });
});
