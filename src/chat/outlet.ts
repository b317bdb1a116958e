import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Post } from './post.ts';

/**
 * A channel: `platform:channel`, and `platform:channel/thread` for a thread in it, such as `web:news`. What follows the
 * colon is the platform's own name for it.
 */
export type Destination = string;

/** A message that stands on a platform. */
export interface Posted {
  /** All that the outlet needs to find it again; opaque to everybody else. */
  readonly messageId: string;
  readonly url?: string;
}

/** A post as its platform will get it. */
export interface Rendered {
  /** JSON, sent as it is: what was previewed is what is posted. */
  readonly payload: string;
  /** The same with nothing but text, for a platform that refuses the other form. */
  readonly plainPayload: string;
  /** How it reads there, as markdown source, for rooms that cannot show the platform's own form. */
  readonly preview: string;
  /** Why it cannot be sent as it is, such as its length; empty when it can. */
  readonly problems: readonly RenderProblem[];
}

export interface RenderProblem {
  readonly part: 'title' | 'body' | 'whole';
  readonly limit: number;
  readonly length: number;
}

/** What is known of a channel before something is sent to it. */
export interface ChannelCheck {
  readonly ok: boolean;
  /** As people know it, such as `#general`. */
  readonly name?: string;
  readonly reason?: DeliveryReason;
}

/**
 * The way out to one platform. It tries once: all waiting and repeating is the dispatcher's. Every failure is an
 * AppError: `throttled`, `unavailable`, `unknown`, `refused`, `malformed` or `unauthorized`, with a reason.
 */
export interface Outlet {
  readonly platform: string;
  /** It takes events alone, to keep a calendar: posts without one, reminders and words about a change are not for it. */
  readonly takes?: 'events';
  /** How many posts a second the platform bears in all. */
  readonly postsPerSecond: number;
  /** Pure. The rooms of a platform differ in nothing that matters here. */
  render(post: Post): Rendered;
  /**
   * Posts a payload of `render`. `key` (at most 25 characters) stays with the message, so that `find` knows it again.
   */
  send(to: Destination, payload: string, key: string): Promise<Posted>;
  /** Replaces a message; doing it twice is the same as once. */
  edit(message: Posted, payload: string): Promise<void>;
  /** Takes a message away; that it is gone already is no failure. */
  remove(message: Posted): Promise<void>;
  /** The message that was sent with this key, if it stands there. Never throws because there is none. */
  find(to: Destination, key: string): Promise<Posted | undefined>;
  /** Whether something could be posted there now; a platform that cannot be asked is a failure. */
  check(to: Destination, pings: boolean, language: Language): Promise<ChannelCheck>;
}
