import type { CommandSpec } from './command-spec.ts';
import type { Incoming } from './incoming.ts';
import type { Reply } from './reply.ts';

/** The core, as a room sees it: never rejects; what went wrong is a reply too. */
export type Handle = (incoming: Incoming) => Promise<Reply>;

export interface AdapterStatus {
  readonly running: boolean;
  /** One short phrase for the operator, such as the address that is served. */
  readonly detail: string;
}

/** A room in which people meet the assistant. */
export interface Adapter {
  readonly platform: string;
  /**
   * Opens the room; resolves when people can enter.
   * @throws AppError `unavailable` when the room cannot be opened, for instance because its port is taken
   */
  start(handle: Handle, commands: readonly CommandSpec[]): Promise<void>;
  /** Lets replies under way finish and closes the room; a second call does nothing. */
  stop(): Promise<void>;
  status(): AdapterStatus;
}
