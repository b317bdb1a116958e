import type { Interactions } from './interactions.ts';
import type { ScheduledEvents } from './scheduled-events.ts';
import type { FakeUser, Refusal, State } from './state.ts';

export interface Answer {
  readonly status: number;
  /** Absent: nothing. */
  readonly body?: unknown;
}

export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** What was sent along with the body, by the name of its part. */
  readonly files: ReadonlyMap<string, SentFile>;
}

export interface SentFile {
  readonly name: string;
  readonly text: string;
}

export interface World {
  readonly state: State;
  readonly events: ScheduledEvents;
  readonly interactions: Interactions;
  readonly commands: { list: unknown[]; writes: number };
  readonly users: ReadonlyMap<string, FakeUser>;
  gatewayUrl(): string;
  /** Tells everybody who is connected. */
  tell(event: string, data: unknown): void;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function refused({ status, code, message }: Refusal): Answer {
  return { status, body: { code, message } };
}
