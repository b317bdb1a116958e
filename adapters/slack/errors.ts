import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { AppError, type DeliveryReason, type ErrorCode } from '../../src/errors.ts';

type Translation = readonly [code: ErrorCode, reason: DeliveryReason];

const noPermission: Translation = ['refused', 'noPermission'];
const unauthorized: Translation = ['unauthorized', 'unauthorized'];
const malformed: Translation = ['malformed', 'malformed'];
const tooLarge: Translation = ['malformed', 'tooLarge'];
/** Slack does not say whether it had done it before it failed. */
const unknown: Translation = ['unknown', 'unverified'];
const gone: Translation = ['refused', 'gone'];

/** What the names of Slack's errors mean (the pages of chat.postMessage, chat.update and chat.delete list them). */
const platformErrors: Readonly<Record<string, Translation>> = {
  not_in_channel: ['refused', 'notInChannel'],
  channel_not_found: ['refused', 'noSuchChannel'],
  is_archived: ['refused', 'archived'],
  restricted_action: noPermission,
  restricted_action_read_only_channel: noPermission,
  restricted_action_thread_only_channel: noPermission,
  restricted_action_non_threadable_channel: noPermission,
  restricted_action_thread_locked: noPermission,
  ekm_access_denied: noPermission,
  missing_scope: noPermission,
  no_permission: noPermission,
  not_allowed_token_type: noPermission,
  access_denied: noPermission,
  cant_update_message: noPermission,
  cant_delete_message: noPermission,
  edit_window_closed: noPermission,
  messages_tab_disabled: noPermission,
  user_is_bot: noPermission,
  message_not_found: gone,
  thread_not_found: gone,
  msg_too_long: tooLarge,
  msg_blocks_too_long: tooLarge,
  invalid_blocks: malformed,
  invalid_blocks_format: malformed,
  invalid_arguments: malformed,
  invalid_metadata_format: malformed,
  invalid_metadata_schema: malformed,
  metadata_too_large: malformed,
  no_text: malformed,
  block_mismatch: malformed,
  ratelimited: ['throttled', 'throttled'],
  rate_limited: ['throttled', 'throttled'],
  message_limit_exceeded: ['throttled', 'throttled'],
  invalid_auth: unauthorized,
  not_authed: unauthorized,
  token_revoked: unauthorized,
  token_expired: unauthorized,
  account_inactive: unauthorized,
  team_access_not_granted: unauthorized,
  internal_error: unknown,
  fatal_error: unknown,
  service_unavailable: unknown,
  request_timeout: unknown,
};

/** The request never left: nobody listened, or the name of the machine could not be found. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** How long to leave Slack alone when it throttles without saying how long. */
const throttledMs = 30_000;

/** What the SDK threw while `doing` something ("Posting to C012") as one of our failures. */
export function toAppError(error: unknown, doing: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof WebAPIRateLimitedError) return throttled(doing, error.retryAfter * 1000, error);
  if (error instanceof WebAPIPlatformError) return fromPlatform(error, doing);
  if (error instanceof WebAPIHTTPError && error.statusCode === 413) {
    return new AppError('malformed', `${doing}: Slack found it too large.`, { reason: 'tooLarge', cause: error });
  }
  if (error instanceof WebAPIRequestError && neverSent.has(systemCode(error.original))) {
    return new AppError('unavailable', `${doing}: Slack could not be reached.`, {
      reason: 'unreachable',
      cause: error,
      hint: 'Check the connection of this machine to the internet.',
    });
  }
  return new AppError('unknown', `${doing}: Slack gave no answer that says whether it was done.`, {
    reason: 'unverified',
    cause: error,
  });
}

function fromPlatform(error: WebAPIPlatformError, doing: string): AppError {
  const name = error.data.error;
  // Where an error has no name, something between us and Slack has answered.
  const [code, reason] = platformErrors[name] ?? (/^[a-z_]+$/.test(name) ? (['refused', 'other'] as const) : unknown);
  if (code === 'throttled') {
    const seconds = error.data.response_metadata?.retryAfter;
    return throttled(doing, seconds === undefined ? throttledMs : seconds * 1000, error);
  }
  return new AppError(code, `${doing}: Slack answered ${/^[a-z_]+$/.test(name) ? `“${name}”` : 'with no answer'}.`, {
    reason,
    cause: error,
  });
}

function throttled(doing: string, retryAfterMs: number, cause: unknown): AppError {
  return new AppError('throttled', `${doing}: Slack wants to be left alone for a while.`, {
    reason: 'throttled',
    retryAfterMs,
    cause,
  });
}

/** The system's own code of a failure, which stands in one of its causes. */
function systemCode(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return '';
}
