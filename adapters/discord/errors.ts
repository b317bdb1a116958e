import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { AppError, type DeliveryReason, type ErrorCode } from '../../src/errors.ts';

interface Meaning {
  readonly code: ErrorCode;
  readonly reason: DeliveryReason;
  readonly problem: string;
  readonly hint?: string;
}

const invite = 'Invite the bot to the channel, or give its role the permission to view it and to send messages.';

/** Discord's own error codes (reference: opcodes and status codes, JSON). */
const byCode: Readonly<Record<number, Meaning>> = {
  10003: { code: 'refused', reason: 'noSuchChannel', problem: 'there is no such channel' },
  10004: { code: 'refused', reason: 'noSuchChannel', problem: 'the bot is not a member of this server' },
  10008: { code: 'refused', reason: 'gone', problem: 'the message is not there any more' },
  10015: { code: 'refused', reason: 'gone', problem: 'the time for answering is over' },
  10062: { code: 'refused', reason: 'gone', problem: 'the time for answering is over' },
  10070: { code: 'refused', reason: 'gone', problem: 'the event is not there any more' },
  30038: { code: 'refused', reason: 'calendarFull', problem: 'the server has as many events as Discord allows (100)' },
  40005: { code: 'malformed', reason: 'tooLarge', problem: 'it is too large' },
  40033: { code: 'refused', reason: 'other', problem: 'it has been passed on already' },
  40060: { code: 'refused', reason: 'other', problem: 'it has been answered already' },
  50001: { code: 'refused', reason: 'notInChannel', problem: 'the bot cannot see the channel', hint: invite },
  50006: { code: 'malformed', reason: 'malformed', problem: 'the message is empty' },
  50007: { code: 'refused', reason: 'noPermission', problem: 'the person does not take direct messages' },
  50008: { code: 'refused', reason: 'noSuchChannel', problem: 'it is not a channel for text' },
  50013: { code: 'refused', reason: 'noPermission', problem: 'the bot lacks a permission', hint: invite },
  50027: { code: 'refused', reason: 'gone', problem: 'the time for answering is over' },
  50035: { code: 'malformed', reason: 'malformed', problem: 'the form of the message is not accepted' },
  50083: { code: 'refused', reason: 'archived', problem: 'the thread is archived' },
  160004: { code: 'refused', reason: 'other', problem: 'the message has a thread already' },
  160005: { code: 'refused', reason: 'archived', problem: 'the thread is locked' },
  180000: { code: 'refused', reason: 'gone', problem: 'the event is over or was cancelled' },
};

const byStatus: Readonly<Record<number, Meaning>> = {
  400: { code: 'malformed', reason: 'malformed', problem: 'the request is not accepted' },
  401: {
    code: 'unauthorized',
    reason: 'unauthorized',
    problem: 'the token is not valid',
    hint: 'Set DISCORD_TOKEN to the token on the page “Bot” of the application, and start again.',
  },
  403: { code: 'refused', reason: 'noPermission', problem: 'it is not allowed', hint: invite },
  404: { code: 'refused', reason: 'noSuchChannel', problem: 'there is nothing under this name' },
  413: { code: 'malformed', reason: 'tooLarge', problem: 'it is too large' },
};

/** Failures of the network in which nothing has reached Discord. */
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What went wrong with a request, as a failure of ours. `doing` begins the message, such as "Posting in a channel". */
export function toAppError(cause: unknown, doing: string): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof RateLimitError) {
    const scope = cause.global ? ('platform' as const) : ('channel' as const);
    return new AppError('throttled', `${doing}: Discord wants to be left alone for a while.`, {
      reason: 'throttled',
      retryAfterMs: Math.ceil(cause.retryAfter),
      scope,
    });
  }
  const meaning = meaningOf(cause);
  return new AppError(meaning.code, `${doing}: ${meaning.problem}.`, {
    reason: meaning.reason,
    ...(meaning.hint === undefined ? {} : { hint: meaning.hint }),
    // The SDK's own errors carry the request, whose words are nobody's business in a log.
    cause: describe(cause),
  });
}

function meaningOf(cause: unknown): Meaning {
  if (cause instanceof DiscordAPIError) {
    const known = typeof cause.code === 'number' ? byCode[cause.code] : undefined;
    const meaning = known ?? byStatus[cause.status];
    return meaning ?? { code: 'refused', reason: 'other', problem: `Discord refused it (${cause.status})` };
  }
  if (cause instanceof HTTPError) {
    return { code: 'unknown', reason: 'unreachable', problem: `Discord failed (${cause.status})` };
  }
  const code = networkCode(cause);
  if (code === 'TokenInvalid') return byStatus[401] ?? unclear;
  return code !== undefined && notSent.has(code)
    ? { code: 'unavailable', reason: 'unreachable', problem: `Discord cannot be reached (${code})` }
    : unclear;
}

const unclear: Meaning = {
  code: 'unknown',
  reason: 'unreachable',
  problem: 'it is not known whether Discord took it',
};

/** The system's name for a failure, which may lie under the SDK's and the network library's own. */
function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return networkCode(error.cause);
}

function describe(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.status} ${error.code}`;
  if (error instanceof HTTPError) return `${error.status}`;
  return error instanceof Error ? [error.name, networkCode(error)].filter(Boolean).join(' ') : typeof error;
}
