import type { Outlet } from '../../src/chat/outlet.ts';
import type { Store } from '../../src/store/store.ts';

/** A process that can end in the middle of anything: from then on nothing that it calls happens or answers. */
export interface Mortal {
  die(): void;
  readonly isDead: () => boolean;
  store(store: Store): Store;
  outlet(outlet: Outlet): Outlet;
}

export function createMortal(): Mortal {
  let dead = false;

  function guard<T extends object>(target: T): T {
    return new Proxy(target, {
      get(inner, name, receiver) {
        const value: unknown = Reflect.get(inner, name, receiver);
        if (typeof value === 'object' && value !== null) return guard(value);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (dead) return new Promise<never>(() => undefined);
          const answer: unknown = Reflect.apply(value, inner, args);
          // What was on its way when the process ended still happens; nobody hears of it.
          return answer instanceof Promise
            ? answer.then((given: unknown) => (dead ? new Promise(() => undefined) : given))
            : answer;
        };
      },
    });
  }

  return {
    die: () => {
      dead = true;
    },
    isDead: () => dead,
    store: guard,
    outlet: guard,
  };
}
