import { LogLevel, WebClient, type Logger } from '@slack/web-api';
import type { Log } from '../../src/log.ts';
import { limits } from './limits.ts';

export interface ClientOptions {
  readonly token: string;
  /** Another address of the Web API than Slack's own, ending in `/`. */
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
  readonly log: Log;
}

/**
 * A client that does everything once. The SDK by itself repeats what failed, and what Slack had done before it failed
 * would stand there twice or more; it also waits in silence where Slack throttles.
 */
export function createClient({ token, apiUrl, timeoutMs = limits.requestMs, log }: ClientOptions): WebClient {
  return new WebClient(token, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: sdkLog(log),
  });
}

/** The SDK's warnings in our log. What it says besides quotes requests, and people's words with them. */
export function sdkLog(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words) => log.debug({ room: 'slack', sdk: words.map(String).join(' ') }, 'a warning of the SDK'),
    error: (...words) => log.debug({ room: 'slack', sdk: words.map(String).join(' ') }, 'an error of the SDK'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
