import { setTimeout } from 'node:timers/promises';
import type { ClaimedDelivery, Settlement } from '../announcements/delivery.ts';
import type { Clock } from '../clock.ts';
import { AppError, type DeliveryReason } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { DispatcherTiming } from './timing.ts';

/** A delivery on its way, from its claim until it is settled. */
export interface Flight {
  readonly delivery: ClaimedDelivery;
  readonly startedAt: number;
  /** Until when the claim is ours. */
  leaseUntil: number;
  /** What went wrong, if something did. */
  error: unknown;
  /** What became of it, once that is known. */
  settlement: Settlement | undefined;
  /** The dispatcher stops without waiting for it any longer. */
  abandoned: boolean;
}

export interface Settling {
  readonly store: Pick<Store, 'deliveries'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: Pick<DispatcherTiming, 'storeBackoffMs' | 'maxStoreBackoffMs'>;
}

/** Why a channel, and not only one message in it, cannot be posted to. */
const channelReasons: readonly DeliveryReason[] = ['notInChannel', 'noSuchChannel', 'archived', 'noPermission'];

/**
 * Writes down what became of a delivery, again and again until the store takes it or the claim lapses: then whoever
 * claims it next looks for the message. False when it was not written. Never rejects.
 */
export async function settle(flight: Flight, settlement: Settlement, settling: Settling): Promise<boolean> {
  const { store, clock, log, timing } = settling;
  const { id, fence } = flight.delivery;
  for (let waitMs = timing.storeBackoffMs; ; waitMs = Math.min(waitMs * 2, timing.maxStoreBackoffMs)) {
    try {
      const isOurs = await store.deliveries.settle(id, fence, settlement);
      if (!isOurs) log.warn({ id }, 'a delivery took so long that it was claimed anew');
      return isOurs;
    } catch (error) {
      const lapsed = clock() + waitMs >= flight.leaseUntil;
      log.error({ id, lapsed, error: messageOf(error) }, 'what became of a delivery could not be written down');
      if (lapsed || flight.abandoned) return false;
    }
    await setTimeout(waitMs);
    // Whoever abandoned it meanwhile writes its last word.
    if (flight.abandoned) return false;
  }
}

/** Keeps what is known of a channel in step with what its platform said last. Never rejects. */
export async function markChannel(
  flight: Flight,
  settlement: Settlement,
  { store, log }: { readonly store: Pick<Store, 'channels'>; readonly log: Log },
): Promise<void> {
  const { id, channel, kind } = flight.delivery;
  const refusal = flight.error instanceof AppError && flight.error.code === 'refused' ? flight.error.reason : undefined;
  try {
    if (refusal !== undefined && channelReasons.includes(refusal)) {
      await store.channels.put(channel, { refusedBecause: refusal });
    } else if (settlement.status === 'sent' && (kind === 'post' || kind === 'reminder')) {
      const known = await store.channels.get(channel);
      if (known?.refusedBecause !== undefined) await store.channels.put(channel, { refusedBecause: null });
    }
  } catch (error) {
    log.error({ id, error: messageOf(error) }, 'what a platform said of a channel could not be written down');
  }
}

/** The message of an error of ours; of others, which may quote what was sent, the kind only. */
export function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.name : typeof error;
}
