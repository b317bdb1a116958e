import type { App, Receiver } from '@slack/bolt';

/** How Slack's events reach the room. */
export interface Connection {
  readonly receiver: Receiver;
  /** Resolves when events can arrive. */
  open(app: App): Promise<void>;
  /** Resolves when none can any more. */
  close(): Promise<void>;
  /** One phrase for the operator. */
  detail(): string;
}
