/** What may go wrong in the world around the program, as a closed set of kinds. */
export type ErrorCode =
  | 'configuration'
  | 'knowledge'
  | 'store'
  /** It surely did not happen, and may succeed later: connection refused, a room that cannot be opened. */
  | 'unavailable'
  /** It surely did not happen; may be tried again after `retryAfterMs`. */
  | 'throttled'
  /** It may have happened: a timeout, a reset, a server's failure. Look before doing it again. */
  | 'unknown'
  /** It surely did not happen and will not by trying again; `reason` says why. */
  | 'refused'
  /** The platform does not take what was sent: too large or wrongly formed. */
  | 'malformed'
  /** The platform does not know us: nothing more may be sent to it until its token is replaced. */
  | 'unauthorized';

/** Why something could not be delivered, as far as the reader of a report can do something about it. */
export const deliveryReasons = [
  'notInChannel',
  'noSuchChannel',
  'archived',
  'noPermission',
  'unauthorized',
  'tooLarge',
  'malformed',
  'throttled',
  'unreachable',
  'unverified',
  'notConfigured',
  'missed',
  'missingLanguage',
  'gone',
  'calendarFull',
  'eventOver',
  'other',
] as const;

export type DeliveryReason = (typeof deliveryReasons)[number];

interface AppErrorDetails {
  /** What the reader of the message can do next; one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
  readonly reason?: DeliveryReason;
  /** How long a platform that throttles wants us to wait. */
  readonly retryAfterMs?: number;
  /** What has to wait with `throttled`: the channel, or everything on the platform; absent: the channel. */
  readonly scope?: 'channel' | 'platform';
}

/**
 * A failure that somebody has to know about. The message says what was being done and what was wrong; it never holds a
 * secret, a configured value or a person's words.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly reason: DeliveryReason | undefined;
  readonly retryAfterMs: number | undefined;
  readonly scope: 'channel' | 'platform' | undefined;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = details.hint;
    this.reason = details.reason;
    this.retryAfterMs = details.retryAfterMs;
    this.scope = details.scope;
  }
}
