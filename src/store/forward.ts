import type { Destination } from '../chat/outlet.ts';
import type { Language } from '../language.ts';

/** Subjects of deliveries that begin so are questions on their way to the secretariat, and the answers to them. */
export const forwardPrefix = 'forward:';

/** A question that a member had passed on to the secretariat. */
export interface Forward {
  /** Begins with `forwardPrefix`; also the subject of its deliveries. */
  readonly id: string;
  readonly at: number;
  readonly personId: string;
  readonly question: string;
  /** The language in which the person is addressed. */
  readonly language: Language;
  /** Where the answer reaches the person. */
  readonly replyTo: Destination;
}

/** A question, or an answer to it, that did not arrive and will not be tried again by itself. */
export interface Undelivered {
  readonly forward: Forward;
  readonly what: 'question' | 'answer';
}

export interface ForwardStore {
  /** False when it was there already. */
  add(forward: Forward): Promise<boolean>;
  /** The question that was posted as this message. */
  ofMessage(channel: Destination, messageId: string): Promise<Forward | undefined>;
  /** Newest first. */
  undelivered(limit: number): Promise<readonly Undelivered[]>;
}
