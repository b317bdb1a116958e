import type {
  ClaimedDelivery,
  Delivery,
  DeliveryProgress,
  NewDelivery,
  Settlement,
} from '../announcements/delivery.ts';

// Instants are milliseconds since 1970. Every function may reject with AppError `store`.

/** The outbox: what is to be done in channels, and what became of it. */
export interface DeliveryStore {
  /**
   * Writes what is not there yet (same subject, revision, channel, kind and slot), in this order; gives how many were
   * written. Rejects, and writes nothing, when an id stands for something else already.
   */
  add(deliveries: readonly NewDelivery[]): Promise<number>;
  /**
   * Takes what is due: at most one delivery a channel, never one that an earlier delivery of the same channel has to
   * precede (`scheduledAt` reached, not yet settled), none to a channel in which something was claimed in the second
   * before `now`, and of each platform no more than `perSecond` allows for the second before `now`. What another
   * dispatcher let lapse comes back with `mustReconcile`, as does what was left `unknown`. Every row is claimed by one
   * dispatcher only, however many there are. Where more is due than may be claimed, platforms take turns. `dueAt` of a
   * claimed delivery is when its claim lapses.
   */
  claim(options: {
    readonly now: number;
    readonly leaseMs: number;
    readonly limit: number;
    /** Platforms that can be posted to at the moment, each with its posts a second in all. */
    readonly perSecond: Readonly<Record<string, number>>;
  }): Promise<readonly ClaimedDelivery[]>;
  /** False when the claim is not the newest one any more, or is settled: then nothing has changed. */
  settle(id: string, fence: number, settlement: Settlement): Promise<boolean>;
  /** Lengthens the claim; false when it is not ours any more. */
  extend(id: string, fence: number, until: number): Promise<boolean>;
  /** All of a subject, oldest first. */
  ofSubject(subject: string): Promise<readonly Delivery[]>;
  /** The same without what they say. */
  progressOf(subject: string): Promise<readonly DeliveryProgress[]>;
  /** How many of a subject stand where. */
  counts(subject: string): Promise<Readonly<Partial<Record<Delivery['status'], number>>>>;
  get(id: string): Promise<Delivery | undefined>;
  /** Subjects of which a post is still to come, the soonest first. */
  ahead(now: number, limit: number): Promise<readonly string[]>;
  /** Subjects of which something waits for a decision because its time was missed, the newest first. */
  missed(limit: number): Promise<readonly string[]>;
  /**
   * Withdraws what has surely not happened of a subject: pending, held, failed unless for want of certainty
   * (`unverified`); gives how many.
   */
  withdraw(
    subject: string,
    options?: { readonly channels?: readonly string[]; readonly kinds?: readonly Delivery['kind'][] },
  ): Promise<number>;
  /**
   * Makes failed deliveries of a subject pending again, or unknown where it must be looked first; gives how many. What
   * something later in the same channel and slot has replaced stays as it is, as does what was said of a change where
   * something was said of a later one; edits that had found no message because of the failure are done after it.
   */
  retryFailed(subject: string, now: number): Promise<number>;
  /**
   * Holds posts and reminders that have surely not been made and were meant to be made before an instant; gives the
   * subjects. Those that may have been made are looked for, and wait for their authors too if they do not stand. For
   * edits and removals late is better than never, as for questions on their way to the secretariat and the answers to
   * them: these are never held. Nobody may have delivered for long.
   */
  holdMissed(before: number): Promise<readonly string[]>;
  /** Lets go what was held because its time was missed, unknown where it must be looked first; gives how many. */
  releaseMissed(subject: string, now: number): Promise<number>;
  /**
   * Makes everything that was due by now unknown, so that it is looked for before it is sent: it may have been sent after
   * the backup from which the database was restored. What is held or has failed is looked for as well, once somebody
   * lets it go. Gives how many were due. Nobody may be delivering.
   */
  doubtDue(now: number): Promise<number>;
  /**
   * The next instant at which something may be claimed, of these platforms, or a little earlier; undefined when nothing
   * is left to do. It may have passed. The bounds of whole platforms are not considered.
   */
  nextDueAt(platforms: readonly string[]): Promise<number | undefined>;
  /** Delivered posts and reminders in one channel that still stand, newest first, with the payload of their last edit. */
  standingIn(channel: string, limit: number): Promise<readonly Delivery[]>;
}
