import { describe, expect, test } from 'vitest';
import { waitUntil } from '../contract/wait-until.ts';
import { openDispatching } from './dispatch-harness.ts';
import { createFaultyStore } from './faulty-store.ts';

describe('createDispatcher() outlives a store that fails', () => {
  test.each([
    ['before it claims', 'claim', 3, false],
    ['when what was claimed is not told', 'claim', 1, true],
    ['before it settles', 'settle', 3, false],
    ['when what was settled is not told', 'settle', 1, true],
    ['for longer than the lease', 'settle', 1000, false],
  ] as const)('%s: one copy, and the delivery is settled', async (_name, call, times, done) => {
    const { platform, store, dispatcher, deliver, logged } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    const faulty = createFaultyStore(store);
    faulty.fail(call, times, done);
    const working = dispatcher({ store: faulty.store, timing: { leaseMs: 3000, maxStoreBackoffMs: 20, stopMs: 50 } });
    working.start();
    await waitUntil('a failure of the store', () => logged.some(({ level }) => level === 50));
    if (times === 1000) {
      await waitUntil('the end of its patience', () => logged.some(({ lapsed }) => lapsed === true));
      await working.stop();
      dispatcher({ name: 'next' }).start();
    }
    await deliver.settled(id);
    expect(platform.accepted('news')).toHaveLength(1);
  });

  test('status() says so until it works again', async () => {
    const { store, dispatcher, deliver } = await openDispatching();
    const faulty = createFaultyStore(store);
    faulty.fail('claim', 1_000_000);
    const working = dispatcher({ store: faulty.store, timing: { maxStoreBackoffMs: 20 } });
    working.start();
    await waitUntil('the failure to be seen', () => working.status().storeFails);
    faulty.fail('claim', 0);
    await waitUntil('the end of the failures', () => !working.status().storeFails);
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    await deliver.settled(id);
  });

  test('a claim is lengthened as long as the sending takes', async () => {
    const { platform, dispatcher, deliver } = await openDispatching({ lateMs: 450 });
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    platform.trouble('late');
    // 2,000 ms on the fast clock are 200 on the wall's: the lease would lapse twice before the answer comes.
    for (const name of ['one', 'two']) dispatcher({ name, timing: { leaseMs: 2000 } }).start();
    await deliver.settled(id);
    expect(platform.requests).toEqual({ reads: 0, writes: 1 });
  });
});
