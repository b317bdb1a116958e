import { HTTPReceiver } from '@slack/bolt';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { sdkLog } from './client.ts';
import type { Connection } from './connection.ts';
import { limits } from './limits.ts';
import { within } from './within.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
}

/** Where Slack sends its events, on the public address. */
export const eventsPath = '/slack/events';

/** Slack's events as signed requests; the SDK refuses wrong signatures and old ones with 401, and large bodies. */
export function createHttpConnection({ signingSecret, host, port, log }: HttpOptions): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    bodyLimit: limits.bodyBytes,
    // Ours acknowledges before the SDK complains that nobody has.
    unhandledRequestTimeoutMillis: 2 * limits.ackMs,
    logger: sdkLog(log),
  });
  let address: string | undefined;

  return {
    receiver,
    async open() {
      try {
        const server = await receiver.start({ host, port });
        const bound = server.address();
        const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
        address = `http://${host.includes(':') ? `[${host}]` : host}:${actual}${eventsPath}`;
      } catch (cause) {
        throw new AppError('unavailable', `Opening port ${port} on ${host} for Slack failed.`, {
          cause,
          hint: 'Stop the program that uses the port, or set SLACK_PORT to a port that is free.',
        });
      }
    },
    async close() {
      if (address === undefined) return;
      address = undefined;
      await within(
        receiver.stop().catch(() => undefined),
        limits.closeMs,
      );
    },
    detail: () => (address === undefined ? 'closed' : `HTTP, ${address}`),
  };
}
