import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { describePostgres } from '../contract/describe-postgres.ts';
import { openTestStore, silentLog, testFolder } from '../fakes/test-store.ts';
import { newDelivery, openDispatching, textsIn } from './dispatch-harness.ts';

const channelCount = 40;
const postsPerSecond = 30;

/** Three posts a channel, three dispatchers, each with its own connection to one database. */
async function deliverTogether(stores: readonly [Store, ...Store[]]): Promise<void> {
  // The pace is kept when claiming; on their way two posts may come a little nearer to each other.
  const { platform, dispatcher } = await openDispatching({ postEveryMs: 700, postsPerSecond });
  const [store] = stores;
  const names = Array.from({ length: channelCount }, (_, index) => `c${index}`);
  for (const name of names) platform.addChannel(name);
  const now = Date.now();
  const posts = names.flatMap((name) =>
    ['a1', 'a2', 'a3'].map((subject) =>
      newDelivery({ subject, channel: `fake:${name}`, scheduledAt: now, dueAt: now }),
    ),
  );
  await store.deliveries.add(posts);
  for (const [index, own] of stores.entries()) {
    dispatcher({ store: own, name: `dispatcher ${index}`, clock: Date.now }).start();
  }
  for (const { id } of posts) {
    await expect.poll(async () => (await store.deliveries.get(id))?.status, { timeout: 20_000 }).toBe('sent');
  }
  for (const name of names) {
    expect(new Set(textsIn(platform, name)).size).toBe(3);
    expect(platform.accepted(name)).toHaveLength(3);
  }
  // On a busy machine some are too near to each other all the same, are refused, and come again; nothing else does.
  expect(platform.requests.writes - platform.tooSoon()).toBe(posts.length);
  expect(platform.tooSoon()).toBeLessThan(posts.length / 10);
  const instants = names.flatMap((name) => platform.accepted(name).map(({ at }) => at));
  const tookMs = Math.max(...instants) - Math.min(...instants);
  expect(tookMs).toBeGreaterThan((posts.length / postsPerSecond - 1.5) * 1000);
}

const promise = 'three dispatchers post each delivery once and keep the pace of channels and platform together';

test(`${promise}, on SQLite`, async () => {
  const folder = testFolder();
  await deliverTogether([
    await openTestStore({ folder }),
    await openTestStore({ folder }),
    await openTestStore({ folder }),
  ]);
});

describePostgres('PostgreSQL', (server) => {
  test(promise, async () => {
    const databaseUrl = await server().newDatabase();
    const open = async (): Promise<Store> => {
      const store = await openStore({ dataDir: testFolder(), databaseUrl, log: silentLog, clock: Date.now });
      onTestFinished(() => store.close());
      return store;
    };
    await deliverTogether([await open(), await open(), await open()]);
  });
});
