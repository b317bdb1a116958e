import type { Core, Turn } from '../chat/adapter.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { EventState, Store } from '../store/store.ts';
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
 * answer and a redelivery still gets no second one. Another process, or the one before, may have answered then: what
 * memory alone has taken up counts as taken up before, so that the room looks whether the reply stands.
 */
export function createTurns({ store, clock, log, storeMs }: TurnDependencies): Core['begin'] {
  const begun = new Map<string, Begun>();

  const remember = (eventId: string, finished = false): void => {
    begun.delete(eventId);
    begun.set(eventId, { at: clock(), finished });
    const [oldest] = begun.keys();
    if (begun.size > memoryLimit && oldest !== undefined) begun.delete(oldest);
  };

  /** Looks and remembers at once: what a person did may come in twice at the same moment. */
  const takeFromMemory = (eventId: string): Exclude<EventState, 'new'> => {
    const earlier = begun.get(eventId);
    if (earlier?.finished === true) return 'finished';
    if (earlier !== undefined && clock() < earlier.at + leaseMs) return 'inHand';
    remember(eventId);
    return 'again';
  };

  const take = async (eventId: string): Promise<EventState> => {
    // The store may have failed when it was finished, and would give it away again.
    if (begun.get(eventId)?.finished === true) return 'finished';
    try {
      const state = await within(storeMs, store.events.begin(eventId, clock(), leaseMs));
      // What others have in hand, or have done, is known too should the store fail the next time.
      if (state !== 'inHand' || !begun.has(eventId)) remember(eventId, state === 'finished');
      return state;
    } catch (error) {
      log.error(describeFailure(error), 'an event could not be looked up in the store; memory decides');
      return takeFromMemory(eventId);
    }
  };

  return async (eventId): Promise<Turn | 'finished' | 'inHand'> => {
    const state = await take(eventId);
    if (state === 'finished' || state === 'inHand') return state;
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
