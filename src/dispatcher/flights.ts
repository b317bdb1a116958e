import type { ClaimedDelivery, Settlement } from '../announcements/delivery.ts';
import { nextAttempt } from '../announcements/next-attempt.ts';
import type { Outlet } from '../chat/outlet.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { atMost } from './alarm.ts';
import type { Pauses } from './pauses.ts';
import { markChannel, messageOf, settle, type Flight } from './settle.ts';
import type { DispatcherTiming } from './timing.ts';
import { tryDelivery, type Step } from './try-delivery.ts';

export interface FlightsOptions {
  readonly store: Pick<Store, 'deliveries' | 'channels'>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly pauses: Pauses;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly timing: DispatcherTiming;
  readonly onStep: (step: Step, id: string) => void;
  /** A platform on which no more could be under way has a place again. */
  readonly onPlaceFree: () => void;
}

/** The deliveries that are under way. */
export interface Flights {
  /** Takes a claimed delivery on its way. */
  launch(delivery: ClaimedDelivery, claimedAt: number): void;
  count(): number;
  /** How many more may be under way on a platform. */
  places(platform: string): number;
  /** Lengthens the claims of what takes long to send. */
  renewLeases(): Promise<void>;
  /** Resolves when nothing is under way. */
  landed(): Promise<void>;
  /** What is still under way is left to whoever claims it next, with the word that it may have been done. */
  abandon(): Promise<void>;
}

/** So many may be under way on one platform: one that hangs must not take the places of the others. */
const placesPerPlatform = 128;

export function createFlights(options: FlightsOptions): Flights {
  const { store, outlets, pauses, clock, random, log, timing, onStep, onPlaceFree } = options;
  const flights = new Map<Flight, Promise<void>>();

  const busy = (platform: string): number =>
    [...flights.keys()].filter(({ delivery }) => platformOf(delivery) === platform).length;

  async function tryOnce(flight: Flight): Promise<Settlement> {
    const { delivery } = flight;
    const platform = platformOf(delivery);
    const outlet = outlets.get(platform);
    if (outlet === undefined) throw new Error(`A delivery for ${platform} was claimed, which has no outlet.`);
    const mayStillSend = () => flight.leaseUntil - clock() >= timing.leaseMs / 2;
    const { deliveries } = store;
    const tried = await tryDelivery(delivery, { outlet, deliveries, clock, timing, mayStillSend, onStep });
    if ('error' in tried) {
      flight.error = tried.error;
      pauses.note(platform, tried.error);
      return nextAttempt({ ...tried, delivery, now: clock(), random, timing });
    }
    if (tried.settlement.status === 'sent') pauses.clear(platform);
    return tried.settlement;
  }

  /** The way of one delivery. Never rejects. */
  async function fly(flight: Flight): Promise<void> {
    const { id } = flight.delivery;
    try {
      onStep('claimed', id);
      flight.settlement = await tryOnce(flight);
      if (flight.abandoned) return;
      if (!(await settle(flight, flight.settlement, { store, clock, log, timing }))) return;
      onStep('settled', id);
      report(flight, flight.settlement);
      await markChannel(flight, flight.settlement, { store, log });
    } catch (error) {
      log.error({ id, error: messageOf(error) }, 'a delivery was cut off; it will be looked for');
    }
  }

  function land(flight: Flight): void {
    const wasFull = busy(platformOf(flight.delivery)) >= placesPerPlatform;
    flights.delete(flight);
    if (wasFull) onPlaceFree();
  }

  function report({ delivery, startedAt, error }: Flight, settlement: Settlement): void {
    const { id, kind, attempts } = delivery;
    const { status } = settlement;
    const counts = !('counts' in settlement) || settlement.counts;
    log[status === 'failed' ? 'warn' : 'info'](
      {
        id,
        kind,
        platform: platformOf(delivery),
        status,
        ...('reason' in settlement ? { reason: settlement.reason } : {}),
        ...(error === undefined ? {} : { error: messageOf(error) }),
        attempts: attempts + (counts ? 1 : 0),
        ms: clock() - startedAt,
      },
      'delivery',
    );
  }

  async function abandonOne(flight: Flight): Promise<void> {
    flight.abandoned = true;
    const dueAt = clock() + timing.lookAgainMs;
    const settlement = flight.settlement ?? { status: 'unknown', dueAt, reason: 'unreachable', counts: true };
    if (await settle(flight, settlement, { store, clock, log, timing })) report(flight, settlement);
  }

  return {
    launch(delivery, claimedAt) {
      const leaseUntil = claimedAt + timing.leaseMs;
      const startedAt = clock();
      const flight: Flight = {
        delivery,
        startedAt,
        leaseUntil,
        error: undefined,
        settlement: undefined,
        abandoned: false,
      };
      const flying = Promise.resolve()
        .then(() => fly(flight))
        .finally(() => land(flight));
      flights.set(flight, flying);
    },
    count: () => flights.size,
    places: (platform) => placesPerPlatform - busy(platform),
    async renewLeases() {
      const now = clock();
      for (const flight of flights.keys()) {
        if (flight.settlement !== undefined || flight.leaseUntil - now > timing.leaseMs * (2 / 3)) continue;
        const { id, fence } = flight.delivery;
        const until = now + timing.leaseMs;
        if (await store.deliveries.extend(id, fence, until)) flight.leaseUntil = until;
      }
    },
    async landed() {
      await Promise.all(flights.values());
    },
    async abandon() {
      await atMost(timing.lastWordMs, Promise.all([...flights.keys()].map(abandonOne)));
    },
  };
}

function platformOf({ channel }: ClaimedDelivery): string {
  return channel.slice(0, channel.indexOf(':'));
}
