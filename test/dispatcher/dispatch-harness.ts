import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Delivery, NewDelivery } from '../../src/announcements/delivery.ts';
import type { Outlet } from '../../src/chat/outlet.ts';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from '../../src/dispatcher.ts';
import { createLog } from '../../src/log.ts';
import type { Store } from '../../src/store/store.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openPlatform, type FakePlatform, type FakePlatformOptions } from '../fakes/platform.ts';
import { createPlatformOutlet } from '../fakes/platform-outlet.ts';
import { openTestStore } from '../fakes/test-store.ts';

/** Ten times as fast as the wall's, so that nobody waits for the second in which a channel rests. */
export const speed = 10;
const begun = Date.now();
export const fastClock = (): number => begun + (Date.now() - begun) * speed;

/** On the fast clock. */
const timing = { idleMs: 20, backoffMs: 500, lookAgainMs: 500, pauseMs: 5000, leaseMs: 20_000, storeBackoffMs: 10 };

/** The fake platform, a store with SQLite, and dispatchers between them; all end with the test. */
export async function openDispatching(options: FakePlatformOptions & { readonly postsPerSecond?: number } = {}) {
  const platform = await openPlatform(options);
  onTestFinished(() => platform.close());
  const store = await openTestStore();
  const outlet = createPlatformOutlet({
    address: platform.address,
    timeoutMs: 500,
    ...(options.postsPerSecond === undefined ? {} : { postsPerSecond: options.postsPerSecond }),
  });
  const logged: Record<string, unknown>[] = [];
  const log = createLog('info', collect(logged));

  /** A dispatcher that is not started yet. */
  function dispatcher(change: Partial<DispatcherOptions> = {}): Dispatcher {
    const made = createDispatcher({
      store,
      outlets: new Map([['fake', outlet]]),
      clock: fastClock,
      random: () => 0.5,
      log,
      name: 'test',
      ...change,
      timing: { ...timing, ...change.timing },
    });
    onTestFinished(() => made.stop());
    return made;
  }

  return { platform, store, outlet, logged, log, dispatcher, deliver: deliverWith(store, platform) };
}

function deliverWith(store: Store, platform: FakePlatform) {
  return {
    /** Writes a delivery into the outbox; the channel is made where there is none yet. */
    async add(change: Partial<NewDelivery> & { readonly text?: string } = {}): Promise<NewDelivery> {
      const delivery = newDelivery(change);
      await store.deliveries.add([delivery]);
      return delivery;
    },
    channel: (name: string): string => {
      platform.addChannel(name);
      return `fake:${name}`;
    },
    async status(id: string): Promise<Delivery> {
      const delivery = await store.deliveries.get(id);
      if (delivery === undefined) throw new Error(`There is no delivery ${id}.`);
      return delivery;
    },
    async settled(id: string, status: Delivery['status'] = 'sent'): Promise<Delivery> {
      await waitUntil(`${id} to be ${status}`, async () => (await store.deliveries.get(id))?.status === status);
      return this.status(id);
    },
  };
}

let lastNumber = 0;

export function newDelivery(change: Partial<NewDelivery> & { readonly text?: string } = {}): NewDelivery {
  lastNumber += 1;
  const { text = `Text ${lastNumber}`, ...others } = change;
  return {
    id: `d${lastNumber}`,
    subject: 'a1',
    revision: 1,
    kind: 'post',
    slot: '',
    channel: 'fake:news',
    language: 'en',
    payload: JSON.stringify({ text, rich: true }),
    plainPayload: JSON.stringify({ text }),
    status: 'pending',
    scheduledAt: fastClock(),
    dueAt: fastClock(),
    ...others,
  };
}

/** The texts that people see. */
export function textsIn(platform: FakePlatform, channel: string): readonly string[] {
  return platform.visible(channel).map(({ body }) => body.text);
}

/** An outlet for the same platform under another name, with channels of its own. */
export function outletFor(platform: FakePlatform, name: string): Outlet {
  return createPlatformOutlet({ address: platform.address, platform: name, timeoutMs: 500 });
}

function collect(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString('utf8').trim().split('\n')) {
        const record: unknown = JSON.parse(line);
        if (typeof record === 'object' && record !== null) lines.push({ ...record });
      }
      done();
    },
  });
}
