import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Clock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { sdkLog } from './client.ts';
import type { Connection } from './connection.ts';
import { toAppError } from './errors.ts';
import { limits } from './limits.ts';
import { within } from './within.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly timeoutMs: number;
  readonly log: Log;
  readonly clock: Clock;
  /** Called once when the connection has been silent for so long that it cannot be healthy. */
  readonly onSilent: () => void;
  readonly silentMs: number;
}

/** The longest wait between two tries to connect. */
const longestWaitMs = 30_000;
/** Slack and the SDK's socket send each other pings; this is where the SDK's socket tells of them. */
const signs = ['undici:websocket:ping', 'undici:websocket:pong'];

/**
 * Slack's events over a connection that we open, so that nobody has to reach us. It is opened anew whenever it ends; the
 * SDK's own way of doing that lets the program crash where Slack cannot be reached at that moment.
 */
export function createSocketConnection(options: SocketOptions): Connection {
  const { appToken, apiUrl, timeoutMs, log, clock, onSilent, silentMs } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: sdkLog(log),
    installerOptions: {
      clientOptions: {
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
        timeout: timeoutMs,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    },
  });
  const { client } = receiver;
  const closing = new AbortController();
  let isConnected = false;
  let lastSignAt = clock();
  let watchdog: NodeJS.Timeout | undefined;
  const sign = () => {
    lastSignAt = clock();
  };

  async function connect(): Promise<void> {
    try {
      await client.start();
      isConnected = true;
    } catch (error) {
      throw toAppError(error ?? new Error('The connection ended.'), 'Connecting to Slack');
    } finally {
      sign();
    }
  }

  async function connectAgain(): Promise<void> {
    for (let tries = 0; !closing.signal.aborted; tries += 1) {
      try {
        await connect();
        log.info({ room: 'slack' }, 'connected again');
        return;
      } catch (error) {
        log.warn({ room: 'slack', problem: toAppError(error, 'Connecting to Slack').message }, 'not connected');
        const waitMs = Math.min(1000 * 2 ** tries, longestWaitMs);
        await setTimeout(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  client.on('ws_message', sign);
  client.on('disconnected', () => {
    if (isConnected && !closing.signal.aborted) {
      isConnected = false;
      void connectAgain();
    }
  });

  function watch(): void {
    if (clock() - lastSignAt <= silentMs) return;
    clearInterval(watchdog);
    log.error({ room: 'slack', silentMs }, 'Slack has been silent for too long');
    onSilent();
  }

  return {
    receiver,
    async open() {
      await connect();
      for (const name of signs) subscribe(name, sign);
      watchdog = setInterval(watch, Math.min(silentMs / 4, 15_000));
      watchdog.unref();
    },
    async close() {
      closing.abort();
      clearInterval(watchdog);
      for (const name of signs) unsubscribe(name, sign);
      // Bolt's own stop does not wait until the connection has ended.
      await within(client.disconnect(), limits.closeMs);
      isConnected = false;
    },
    detail: () => `Socket Mode, ${isConnected ? 'connected' : 'connecting'}`,
  };
}
