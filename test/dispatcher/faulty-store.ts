import { AppError } from '../../src/errors.ts';
import type { Store } from '../../src/store/store.ts';

type Call = keyof Store['deliveries'];

/** A store whose delivery functions fail as often as they are told to, before or after doing what they were asked. */
export function createFaultyStore(store: Store) {
  const failures = new Map<Call, { times: number; readonly done: boolean }>();
  const hanging = new Set<Call>();
  const calls = new Map<Call, number>();

  async function meet<T>(call: Call, work: () => Promise<T>): Promise<T> {
    calls.set(call, (calls.get(call) ?? 0) + 1);
    if (hanging.has(call)) return new Promise<never>(() => undefined);
    const failure = failures.get(call);
    if (failure === undefined || failure.times === 0) return work();
    failure.times -= 1;
    if (failure.done) await work();
    throw new AppError('store', 'The store is not there.');
  }

  const { deliveries } = store;
  return {
    store: {
      ...store,
      deliveries: {
        ...deliveries,
        claim: (options: Parameters<typeof deliveries.claim>[0]) => meet('claim', () => deliveries.claim(options)),
        settle: (...args: Parameters<typeof deliveries.settle>) => meet('settle', () => deliveries.settle(...args)),
        extend: (...args: Parameters<typeof deliveries.extend>) => meet('extend', () => deliveries.extend(...args)),
      },
    } satisfies Store,
    /** `done`: what was asked happens all the same, and only the answer is lost. */
    fail: (call: Call, times: number, done = false): void => void failures.set(call, { times, done }),
    calls: (call: Call): number => calls.get(call) ?? 0,
    hang: (call: Call): void => void hanging.add(call),
  };
}
