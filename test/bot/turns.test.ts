import { array, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTurns } from '../../src/bot/turns.ts';
import { createLog } from '../../src/log.ts';
import type { Core } from '../../src/chat/adapter.ts';
import { openTestStore, silentLog, testFolder } from '../fakes/test-store.ts';

async function openTurns(options: { readonly folder?: string } = {}) {
  const store = await openTestStore(options);
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  let now = 1_000_000;
  const begin = createTurns({ store, log, clock: () => now, storeMs: 1_000 });
  return { begin, store, wait: (ms: number) => (now += ms), logged: () => lines.join('') };
}

async function finish(turn: Awaited<ReturnType<Core['begin']>>): Promise<void> {
  if (typeof turn === 'string') throw new Error(`It was not given: ${turn}.`);
  await turn.finish();
}

describe.each(['with its store', 'without its store'])('createTurns() %s', (state) => {
  async function open() {
    const turns = await openTurns();
    if (state === 'without its store') await turns.store.close();
    return turns;
  }

  test('takes up once what comes in several times, also at the same moment', async () => {
    const { begin } = await open();
    const turns = await Promise.all(['a', 'a', 'b', 'a'].map((id) => begin(`sample:${id}`)));
    const taken = { again: state === 'without its store' };
    expect(turns).toMatchObject([taken, 'inHand', taken, 'inHand']);
  });

  test('does not take up again what is finished', async () => {
    const { begin, wait } = await open();
    await finish(await begin('sample:a'));
    wait(3_600_000);
    expect(await begin('sample:a')).toBe('finished');
  });

  test('takes up again, and says so, what nobody has finished in a minute', async () => {
    const { begin, wait } = await open();
    await begin('sample:a');
    wait(59_999);
    expect(await begin('sample:a')).toBe('inHand');
    wait(2);
    expect(await begin('sample:a')).toMatchObject({ again: true });
    expect(await begin('sample:a')).toBe('inHand');
  });
});

test('createTurns() remembers what it took up while the store was there', async () => {
  const { begin, store, logged } = await openTurns();
  const turn = await begin('sample:a');
  await begin('sample:b');
  await store.close();
  await finish(turn);
  expect(await begin('sample:a')).toBe('finished');
  expect(await begin('sample:b')).toBe('inHand');
  expect(await begin('sample:c')).toMatchObject({ again: true });
  expect(logged()).toContain('memory decides');
  expect(logged()).not.toContain('sample:');
});

test('createTurns() knows in the next process, and without a store from then on, what was finished in the one before', async () => {
  const folder = testFolder();
  const before = await openTurns({ folder });
  await finish(await before.begin('sample:a'));
  await before.begin('sample:b');
  await before.store.close();
  const { begin, store, wait } = await openTurns({ folder });
  expect(await begin('sample:a')).toBe('finished');
  expect(await begin('sample:b')).toBe('inHand');
  await store.close();
  expect(await begin('sample:a')).toBe('finished');
  expect(await begin('sample:b')).toBe('inHand');
  wait(60_000);
  expect(await begin('sample:b')).toMatchObject({ again: true });
});

test('createTurns() does not give away what was finished while the store failed', async () => {
  const [store, closed] = await Promise.all([openTestStore(), openTestStore()]);
  await closed.close();
  let now = 1_000_000;
  const events = { ...store.events, finish: async (id: string) => await closed.events.finish(id) };
  const begin = createTurns({ store: { events }, log: silentLog, clock: () => now, storeMs: 1_000 });
  await finish(await begin('sample:a'));
  now += 60_000;
  expect(await begin('sample:a')).toBe('finished');
});

test('createTurns() takes up every event exactly once whatever the order of redeliveries', async () => {
  const event = record({ id: constantFrom('a', 'b', 'c', 'd'), finished: boolean() });
  await assert(
    asyncProperty(array(event, { minLength: 1, maxLength: 30 }), async (events) => {
      const { begin } = await openTurns();
      const taken: string[] = [];
      for (const { id, finished } of events) {
        const turn = await begin(`sample:${id}`);
        if (typeof turn === 'string') continue;
        taken.push(id);
        if (finished) await turn.finish();
      }
      expect(taken.toSorted()).toEqual([...new Set(events.map(({ id }) => id))].toSorted());
    }),
    { numRuns: 20 },
  );
});
