import type { Core, Turn } from '../chat/adapter.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { describeFailure } from './describe-failure.ts';
import { within } from './within.ts';

/** Longer than any answer takes; what is not finished then was lost with the program that had taken it up. */
const leaseMs = 60_000;

/** As many events are remembered for the time in which the store fails; platforms redeliver within minutes. */
const memoryLimit = 10_000;

export interface TurnDependencies {
  readonly store: Pick<Store, 'events'>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long the store may take; platforms want to hear of an event within three seconds. */
  readonly storeMs: number;
}

interface Begun {
  readonly at: number;
  finished: boolean;
}

/**
 * Takes up what people did, once. While the store fails, this process's own memory decides, so that a member gets an
 * answer and a redelivery still gets no second one; only another process, or the next, could answer a second time,
 * which is less bad than no answer.
 */
export function createTurns({ store, clock, log, storeMs }: TurnDependencies): Core['begin'] {
  const begun = new Map<string, Begun>();

  const remember = (eventId: string): void => {
    begun.delete(eventId);
    begun.set(eventId, { at: clock(), finished: false });
    const [oldest] = begun.keys();
    if (begun.size > memoryLimit && oldest !== undefined) begun.delete(oldest);
  };

  /** Looks and remembers at once: what a person did may come in twice at the same moment. */
  const takeFromMemory = (eventId: string): 'new' | 'again' | undefined => {
    const earlier = begun.get(eventId);
    if (earlier !== undefined && (earlier.finished || clock() < earlier.at + leaseMs)) return undefined;
    remember(eventId);
    return earlier === undefined ? 'new' : 'again';
  };

  const take = async (eventId: string) => {
    try {
      const state = await within(storeMs, store.events.begin(eventId, clock(), leaseMs));
      if (state !== undefined) remember(eventId);
      return state;
    } catch (error) {
      log.error(describeFailure(error), 'an event could not be looked up in the store; memory decides');
      return takeFromMemory(eventId);
    }
  };

  return async (eventId): Promise<Turn | undefined> => {
    const state = await take(eventId);
    if (state === undefined) return undefined;
    return {
      again: state === 'again',
      finish: async () => {
        const entry = begun.get(eventId);
        if (entry !== undefined) entry.finished = true;
        try {
          await within(storeMs, store.events.finish(eventId));
        } catch (error) {
          log.warn(describeFailure(error), 'an event could not be marked as finished');
        }
      },
    };
  };
}
