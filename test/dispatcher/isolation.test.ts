import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { createPlatformOutlet } from '../fakes/platform-outlet.ts';
import { fastClock, newDelivery, openDispatching, outletFor } from './dispatch-harness.ts';

describe('createDispatcher() lets nobody wait for another’s trouble', () => {
  test('forty channels hang, the others are served before the first of them is given up', async () => {
    const { platform, dispatcher, store, deliver } = await openDispatching();
    const hanging = Array.from({ length: 40 }, (_, index) => newDelivery({ channel: deliver.channel(`h${index}`) }));
    const healthy = Array.from({ length: 40 }, (_, index) => newDelivery({ channel: deliver.channel(`c${index}`) }));
    for (const { channel } of hanging) platform.trouble('hang', channel.slice('fake:'.length));
    await store.deliveries.add([...hanging, ...healthy]);
    const patient = createPlatformOutlet({ address: platform.address, timeoutMs: 2000 });
    dispatcher({ outlets: new Map([['fake', patient]]) }).start();
    const served = await Promise.all(healthy.map(({ id }) => deliver.settled(id)));
    const found = await Promise.all(hanging.map(({ id }) => deliver.settled(id)));
    const lastServed = Math.max(...served.map(({ sentAt = Infinity }) => sentAt));
    expect(lastServed).toBeLessThan(Math.min(...found.map(({ sentAt = 0 }) => sentAt)));
    for (const { channel } of hanging) expect(platform.accepted(channel.slice('fake:'.length))).toHaveLength(1);
  });

  test('a platform that knows the token no more is left alone, and the other goes on', async () => {
    const { platform, outlet, dispatcher, deliver, logged } = await openDispatching();
    const other = outletFor(platform, 'other');
    platform.trouble('unauthorized', 'news');
    const first = await deliver.add({ channel: deliver.channel('news') });
    const working = dispatcher({
      outlets: new Map([
        ['fake', outlet],
        ['other', other],
      ]),
    });
    working.start();
    const reason = async () => (await deliver.status(first.id)).reason;
    await waitUntil('the token to be refused', async () => (await reason()) === 'unauthorized');
    expect(await deliver.status(first.id)).toMatchObject({ status: 'pending', attempts: 0 });
    const [{ until } = { until: Infinity }, ...others] = working.status().paused;
    expect(others).toEqual([]);
    const waiting = await deliver.add({ channel: deliver.channel('desk') });
    platform.addChannel('elsewhere');
    const going = await deliver.add({ channel: 'other:elsewhere' });
    expect((await deliver.settled(going.id)).sentAt).toBeLessThan(until);
    expect((await deliver.settled(waiting.id)).sentAt).toBeGreaterThanOrEqual(until);
    await deliver.settled(first.id);
    expect(logged).toContainEqual(expect.objectContaining({ level: 50, platform: 'fake', ms: 5000 }));
  });

  test('what is meant for a platform without an outlet waits, and keeps nobody', async () => {
    const { dispatcher, deliver } = await openDispatching();
    const orphan = await deliver.add({ channel: 'elsewhere:news' });
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    dispatcher().start();
    await deliver.settled(id);
    expect(await deliver.status(orphan.id)).toMatchObject({ status: 'pending', attempts: 0 });
  });
});

test('createDispatcher() does what is due when it is due, at once after wake()', async () => {
  const { dispatcher, deliver } = await openDispatching();
  const working = dispatcher({ timing: { idleMs: 3_600_000 } });
  working.start();
  const dueAt = fastClock() + 600;
  const later = await deliver.add({ channel: deliver.channel('desk'), scheduledAt: dueAt, dueAt });
  const { id } = await deliver.add({ channel: deliver.channel('news') });
  working.wake();
  await deliver.settled(id);
  expect(await deliver.status(later.id)).toMatchObject({ status: 'pending' });
  working.wake();
  expect((await deliver.settled(later.id)).sentAt).toBeGreaterThanOrEqual(dueAt);
});
