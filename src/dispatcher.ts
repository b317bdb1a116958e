import { setImmediate } from 'node:timers/promises';
import type { Outlet } from './chat/outlet.ts';
import type { Clock } from './clock.ts';
import { atMost, createAlarm } from './dispatcher/alarm.ts';
import { createFlights } from './dispatcher/flights.ts';
import { createPauses, type Pause } from './dispatcher/pauses.ts';
import { messageOf } from './dispatcher/settle.ts';
import { dispatcherTiming, type DispatcherTiming } from './dispatcher/timing.ts';
import type { Step } from './dispatcher/try-delivery.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

export interface DispatcherOptions {
  readonly store: Pick<Store, 'deliveries' | 'channels' | 'heartbeats'>;
  /** The ways out, by platform; what is meant for other platforms waits. */
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly clock: Clock;
  /** From 0 up to but not 1. */
  readonly random: () => number;
  readonly log: Log;
  /** Tells this dispatcher from others on the same store. */
  readonly name: string;
  readonly timing?: Partial<DispatcherTiming>;
  /** Called at each step of each delivery, for tests that end the process there. */
  readonly onStep?: (step: Step, id: string) => void;
}

export interface DispatcherStatus {
  readonly running: boolean;
  readonly inFlight: number;
  /** Platforms that are left alone for the moment, and why. */
  readonly paused: readonly Pause[];
  /** Whether the store failed the last time. */
  readonly storeFails: boolean;
}

export interface Dispatcher {
  /** Begins to deliver; a second call does nothing. */
  start(): void;
  /** Something may have become due: looks at once. */
  wake(): void;
  /**
   * Claims nothing more, lets what is under way finish and leaves the rest to be looked for by whoever delivers next.
   * Resolves within 10 seconds, whatever hangs; a second call does nothing.
   */
  stop(): Promise<void>;
  status(): DispatcherStatus;
}

const claimLimit = 64;
/** The store is not asked more often than this while something is due and may not be claimed yet. */
const leastWaitMs = 50;

/**
 * The outbound engine: claims what is due, tries it, writes down what became of it. All waiting and repeating on the
 * way out is here. Any number of dispatchers may work on one store.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, outlets, clock, random, log, name, onStep = () => undefined } = options;
  const timing: DispatcherTiming = { ...dispatcherTiming, ...options.timing };
  const alarm = createAlarm();
  const pauses = createPauses({ clock, log, timing });
  const flights = createFlights({
    store,
    outlets,
    pauses,
    clock,
    random,
    log,
    timing,
    onStep,
    onPlaceFree: () => alarm.ring(),
  });
  let loop: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;
  let isClosed = false;
  let beatenAt = -Infinity;
  let failures = 0;

  const isStopping = (): boolean => stopping !== undefined;

  /** A sign of life; when there was none from anybody for too long, what was missed waits for its authors. */
  async function beat(): Promise<void> {
    const now = clock();
    // A clock that was set back must not keep it silent.
    if (now >= beatenAt && now - beatenAt < timing.beatMs) return;
    const last = await store.heartbeats.last();
    // Between two signs of life nobody has been away, however short the grace.
    const longestSilenceMs = Math.max(timing.graceMs, 2 * timing.beatMs);
    if (last === undefined || now - last > longestSilenceMs) {
      const subjects = await store.deliveries.holdMissed(now - timing.graceMs);
      if (subjects.length > 0) log.warn({ subjects }, 'nobody delivered in time; what was missed is held');
    }
    await store.heartbeats.beat(name, now);
    beatenAt = now;
  }

  /** The platforms that may be posted to now, with how many posts they bear. */
  function openPlatforms(): Readonly<Record<string, number>> {
    const open = [...outlets.values()].map(({ platform, postsPerSecond }) => {
      const places = Math.min(flights.places(platform), pauses.places(platform));
      return [platform, Math.min(postsPerSecond, places)] as const;
    });
    return Object.fromEntries(open.filter(([, perSecond]) => perSecond > 0));
  }

  /** One round; gives how long nothing has to be done. */
  async function look(): Promise<number> {
    await beat();
    await flights.renewLeases();
    const perSecond = openPlatforms();
    const platforms = Object.keys(perSecond);
    if (platforms.length === 0 || isStopping()) return timing.idleMs;
    const now = clock();
    const claimed = await store.deliveries.claim({ now, leaseMs: timing.leaseMs, limit: claimLimit, perSecond });
    // A claim that hung until after the end is left to lapse.
    if (!isClosed) for (const delivery of claimed) flights.launch(delivery, now);
    if (claimed.length > 0) return 0;
    const nextDueAt = (await store.deliveries.nextDueAt(platforms)) ?? Infinity;
    return Math.min(timing.idleMs, Math.max(leastWaitMs, nextDueAt - clock()));
  }

  async function run(): Promise<void> {
    while (!isStopping()) {
      let waitMs: number;
      try {
        waitMs = await look();
        failures = 0;
      } catch (error) {
        waitMs = Math.min(timing.maxStoreBackoffMs, timing.storeBackoffMs * 2 ** failures);
        failures += 1;
        log.error({ error: messageOf(error), failures, waitMs }, 'the store failed; it will be tried again');
      }
      // A store in this process may answer without ever letting anything else happen.
      await (waitMs === 0 ? setImmediate() : alarm.sleep(waitMs));
    }
  }

  async function windUp(): Promise<void> {
    alarm.ring();
    await atMost(
      timing.stopMs,
      Promise.resolve(loop).then(() => flights.landed()),
    );
    isClosed = true;
    await flights.abandon();
  }

  return {
    start() {
      if (stopping === undefined) loop ??= run();
    },
    wake: () => alarm.ring(),
    stop: () => (stopping ??= windUp()),
    status: () => ({
      running: loop !== undefined && stopping === undefined,
      inFlight: flights.count(),
      paused: pauses.list(),
      storeFails: failures > 0,
    }),
  };
}
