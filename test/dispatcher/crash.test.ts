import { describe, expect, test } from 'vitest';
import { steps, type Step } from '../../src/dispatcher/try-delivery.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openDispatching, textsIn } from './dispatch-harness.ts';
import { createMortal } from './mortal.ts';

type Dispatching = Awaited<ReturnType<typeof openDispatching>>;

/** A dispatcher whose process ends when it first comes to a step. */
function doomed({ store, outlet, dispatcher }: Dispatching, at: Step) {
  const mortal = createMortal();
  const made = dispatcher({
    store: mortal.store(store),
    outlets: new Map([['fake', mortal.outlet(outlet)]]),
    name: 'doomed',
    timing: { leaseMs: 4000, stopMs: 10, lastWordMs: 10 },
    onStep: (step) => (step === at ? mortal.die() : undefined),
  });
  return { start: () => made.start(), isDead: mortal.isDead };
}

describe('createDispatcher() leaves exactly one visible copy when its process ends', () => {
  test.each(steps.filter((step) => step !== 'reconciled'))('at the step %s', async (step) => {
    const dispatching = await openDispatching();
    const { platform, dispatcher, deliver } = dispatching;
    const channels = Array.from({ length: 20 }, (_, index) => deliver.channel(`c${index}`));
    const posts = await Promise.all(channels.map((channel) => deliver.add({ channel, text: `To ${channel}` })));
    const victim = doomed(dispatching, step);
    victim.start();
    await waitUntil('the end of the first dispatcher', victim.isDead);
    dispatcher({ name: 'heir' }).start();
    for (const { id } of posts) await deliver.settled(id);
    for (const channel of channels) {
      expect(textsIn(platform, channel.slice('fake:'.length))).toEqual([`To ${channel}`]);
      expect(platform.accepted(channel.slice('fake:'.length))).toHaveLength(1);
    }
  });

  test('again and again, at every step in turn, with an edit and a removal behind', async () => {
    const dispatching = await openDispatching();
    const { platform, dispatcher, deliver } = dispatching;
    const channel = deliver.channel('news');
    const kept = deliver.channel('desk');
    const deliveries = [
      await deliver.add({ channel, text: 'First' }),
      await deliver.add({ channel, kind: 'edit', revision: 2, text: 'Second' }),
      await deliver.add({ channel, kind: 'remove', revision: 3, payload: '', plainPayload: '' }),
      await deliver.add({ channel: kept, text: 'First' }),
      await deliver.add({ channel: kept, kind: 'edit', revision: 2, text: 'Second' }),
    ];
    for (const step of [...steps, ...steps]) {
      const victim = doomed(dispatching, step);
      victim.start();
      const allSettled = async (): Promise<boolean> => {
        const statuses = await Promise.all(deliveries.map(({ id }) => deliver.status(id)));
        return statuses.every(({ status }) => status === 'sent');
      };
      await waitUntil(`an end at ${step}`, async () => victim.isDead() || (await allSettled()));
    }
    dispatcher({ name: 'heir' }).start();
    for (const { id } of deliveries) await deliver.settled(id);
    expect(platform.visible('news')).toEqual([]);
    expect(textsIn(platform, 'desk')).toEqual(['Second']);
    for (const name of ['news', 'desk'])
      expect(platform.accepted(name).filter(({ kind }) => kind === 'post')).toHaveLength(1);
  });
});
