import type { Posted } from '../chat/outlet.ts';
import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';

export type DeliveryKind = 'post' | 'edit' | 'remove' | 'reminder';

/**
 * pending: to be done when due; claimed: a dispatcher is at it; sent: done; unknown: it may have been done, look first;
 * failed: will not be tried again by itself; held: waits for the author's decision; withdrawn: will not be done.
 */
export const deliveryStatuses = ['pending', 'claimed', 'sent', 'unknown', 'failed', 'held', 'withdrawn'] as const;

export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One thing to do in one channel. Instants are milliseconds since 1970. */
export interface NewDelivery {
  /** At most 25 letters and digits, the same for the same subject, revision, channel, kind and slot. */
  readonly id: string;
  /** The id of the announcement. */
  readonly subject: string;
  readonly revision: number;
  readonly kind: DeliveryKind;
  /**
   * Tells what stands in a channel apart: empty for the announcement itself, otherwise the reminder (`7d`), or the message
   * about a change with its revision (`change2`).
   */
  readonly slot: string;
  readonly channel: string;
  readonly language: Language;
  /** What the platform gets; empty for `remove` and for what is held for want of a text. */
  readonly payload: string;
  readonly plainPayload: string;
  readonly status: 'pending' | 'held';
  readonly reason?: DeliveryReason;
  /** When it was meant to be done; deliveries of one channel are done in this order. */
  readonly scheduledAt: number;
  /** The next time at which it may be tried. */
  readonly dueAt: number;
}

export interface Delivery extends Omit<NewDelivery, 'status'> {
  readonly status: DeliveryStatus;
  /** How often it was tried. */
  readonly attempts: number;
  /** The plain form is what is sent: the platform refused the other one. */
  readonly degraded: boolean;
  /** The message, once it stands. */
  readonly message?: Posted;
  readonly sentAt?: number;
}

/** A delivery without what it says: of thousands, texts would fill the memory. */
export type DeliveryProgress = Omit<Delivery, 'payload' | 'plainPayload'>;

/** A delivery in the hands of one dispatcher. */
export interface ClaimedDelivery extends Delivery {
  /** Rises with every claim: what an older claim has to say is not heard any more. */
  readonly fence: number;
  /** An earlier try may have succeeded: look for the message before sending. */
  readonly mustReconcile: boolean;
  /** Nobody delivered for so long after the try that its author has to decide, if the message does not stand. */
  readonly overdue?: true;
  /** For `edit` and `remove`: the message that stands in the channel. */
  readonly target?: Posted;
}

/** What became of a claimed delivery. */
export type Settlement =
  | { readonly status: 'sent'; readonly message?: Posted; readonly at: number }
  | {
      readonly status: 'pending' | 'unknown';
      readonly dueAt: number;
      readonly reason: DeliveryReason;
      /** False where the try did not count, such as when the platform throttled. */
      readonly counts: boolean;
      readonly degraded?: boolean;
    }
  | { readonly status: 'failed' | 'withdrawn'; readonly reason: DeliveryReason };
