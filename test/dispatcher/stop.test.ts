import { describe, expect, test } from 'vitest';
import type { Posted } from '../../src/chat/outlet.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { createPlatformOutlet } from '../fakes/platform-outlet.ts';
import { openDispatching, textsIn } from './dispatch-harness.ts';
import { createFaultyStore } from './faulty-store.ts';

describe('stop()', () => {
  test('lets what is under way finish and claims nothing more', async () => {
    const { platform, dispatcher, deliver } = await openDispatching({ lateMs: 200 });
    const channel = deliver.channel('news');
    const first = await deliver.add({ channel });
    const second = await deliver.add({ channel, subject: 'a2' });
    platform.trouble('late');
    const working = dispatcher();
    working.start();
    await waitUntil('the first post to be under way', () => platform.accepted('news').length === 1);
    expect(working.status()).toMatchObject({ running: true, inFlight: 1 });
    await Promise.all([working.stop(), working.stop()]);
    expect(working.status()).toMatchObject({ running: false, inFlight: 0 });
    expect(await deliver.status(first.id)).toMatchObject({ status: 'sent' });
    working.start();
    working.wake();
    await working.stop();
    expect(await deliver.status(second.id)).toMatchObject({ status: 'pending' });
  });

  test('leaves what hangs to be looked for, and the next dispatcher finds it', async () => {
    const { platform, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news'), text: 'The news' });
    platform.trouble('hang');
    const patient = createPlatformOutlet({ address: platform.address, timeoutMs: 3_600_000 });
    const working = dispatcher({ outlets: new Map([['fake', patient]]), timing: { stopMs: 100 } });
    working.start();
    await waitUntil('the post to be under way', () => platform.accepted('news').length === 1);
    await working.stop();
    expect(await deliver.status(id)).toMatchObject({ status: 'unknown', attempts: 1 });
    dispatcher({ name: 'next' }).start();
    await deliver.settled(id);
    expect(textsIn(platform, 'news')).toEqual(['The news']);
    expect(platform.accepted('news')).toHaveLength(1);
  });

  test('leaves the store alone when the answer comes after all', async () => {
    const { store, outlet, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    const [sending, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<Posted>()];
    const send = (): Promise<Posted> => {
      sending.resolve();
      return answer.promise;
    };
    const watched = createFaultyStore(store);
    const outlets = new Map([['fake', { ...outlet, send }]]);
    const working = dispatcher({ store: watched.store, outlets, timing: { stopMs: 20 } });
    working.start();
    await sending.promise;
    await working.stop();
    answer.resolve({ messageId: 'm1' });
    await waitUntil('the delivery to have landed', () => working.status().inFlight === 0);
    expect(watched.calls('settle')).toBe(1);
    expect(await deliver.status(id)).toMatchObject({ status: 'unknown' });
  });

  test.each(['claim', 'settle'] as const)('resolves when the store hangs in %s', async (call) => {
    const { platform, store, dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    const faulty = createFaultyStore(store);
    faulty.hang(call);
    const working = dispatcher({ store: faulty.store, timing: { stopMs: 50, lastWordMs: 50, leaseMs: 1000 } });
    working.start();
    if (call === 'settle') await waitUntil('the post', () => platform.accepted('news').length === 1);
    await working.stop();
    dispatcher({ name: 'next' }).start();
    await deliver.settled(id);
    expect(platform.accepted('news')).toHaveLength(1);
  });

  test('resolves before the dispatcher has been started', async () => {
    const { dispatcher, deliver } = await openDispatching();
    const { id } = await deliver.add({ channel: deliver.channel('news') });
    const working = dispatcher();
    await working.stop();
    working.start();
    expect(working.status().running).toBe(false);
    expect(await deliver.status(id)).toMatchObject({ status: 'pending' });
  });
});
