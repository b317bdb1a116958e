import { array, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTurns } from '../../src/bot/turns.ts';
import { createLog } from '../../src/log.ts';
import { openTestStore } from '../fakes/test-store.ts';

async function openTurns(options: { readonly folder?: string } = {}) {
  const store = await openTestStore(options);
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  let now = 1_000_000;
  const begin = createTurns({ store, log, clock: () => now, storeMs: 1_000 });
  return { begin, store, wait: (ms: number) => (now += ms), logged: () => lines.join('') };
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
    expect(turns.map((turn) => turn?.again)).toEqual([false, undefined, false, undefined]);
  });

  test('does not take up again what is finished', async () => {
    const { begin, wait } = await open();
    await (await begin('sample:a'))?.finish();
    wait(3_600_000);
    expect(await begin('sample:a')).toBeUndefined();
  });

  test('takes up again, and says so, what nobody has finished in a minute', async () => {
    const { begin, wait } = await open();
    await begin('sample:a');
    wait(59_999);
    expect(await begin('sample:a')).toBeUndefined();
    wait(2);
    expect(await begin('sample:a')).toMatchObject({ again: true });
    expect(await begin('sample:a')).toBeUndefined();
  });
});

test('createTurns() remembers what it took up while the store was there', async () => {
  const { begin, store, logged } = await openTurns();
  const turn = await begin('sample:a');
  await begin('sample:b');
  await store.close();
  await turn?.finish();
  expect(await begin('sample:a')).toBeUndefined();
  expect(await begin('sample:b')).toBeUndefined();
  expect(await begin('sample:c')).toMatchObject({ again: false });
  expect(logged()).toContain('memory decides');
  expect(logged()).not.toContain('sample:');
});

test('createTurns() takes up every event exactly once whatever the order of redeliveries', async () => {
  const event = record({ id: constantFrom('a', 'b', 'c', 'd'), finished: boolean() });
  await assert(
    asyncProperty(array(event, { minLength: 1, maxLength: 30 }), async (events) => {
      const { begin } = await openTurns();
      const taken: string[] = [];
      for (const { id, finished } of events) {
        const turn = await begin(`sample:${id}`);
        if (turn === undefined) continue;
        taken.push(id);
        if (finished) await turn.finish();
      }
      expect(taken.toSorted()).toEqual([...new Set(events.map(({ id }) => id))].toSorted());
    }),
    { numRuns: 20 },
  );
});
