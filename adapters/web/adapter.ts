import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Adapter, Core } from '../../src/chat/adapter.ts';
import type { Destination } from '../../src/chat/outlet.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { createApp } from './app.ts';
import type { Calendar, EventFile } from './calendar.ts';
import { toListenError } from './errors.ts';
import { limits } from './limits.ts';
import type { Board } from './news.ts';
import { createWebOutlet } from './outlet.ts';
import { createSessions } from './sessions.ts';
import { noSignIns, type SignIns } from './sign-in.ts';

export interface WebOptions {
  /** An address of this machine; 127.0.0.1 keeps the room to this machine. */
  readonly host: string;
  /** 0 for any port that is free; `status` tells which one it became. */
  readonly port: number;
  /** Names under which a proxy on this machine offers the room to others. */
  readonly publicHosts?: readonly string[];
  /** The address under which people reach the room, where that is not the one it listens at. */
  readonly publicUrl?: string;
  /** Who may come in as more than a visitor; absent: nobody. */
  readonly signIns?: SignIns;
  /** The posts that stand on a board; absent: the room has no news. */
  readonly board?: Board;
  /** The calendar of what everybody may know; absent: nobody can subscribe to one. */
  readonly calendar?: Calendar;
  /** Single events for people's own calendars; absent: there are none. */
  readonly eventFile?: EventFile;
  /** The channel in which the post with this key stands; undefined when there is none. */
  readonly standing?: (key: string) => Promise<Destination | undefined>;
  /** IANA name of the zone in which the days of the news begin; UTC where it is not given. */
  readonly zone?: string;
  readonly now: Clock;
  readonly log: Log;
}

/** A chat page, a reader view of the knowledge, the news and the secretariat's desk, on a web server of its own. */
export function createWebAdapter(options: WebOptions): Adapter {
  const { host, port, publicUrl, signIns = noSignIns, board, calendar, eventFile, zone = 'UTC', now, log } = options;
  const publicHosts = [
    ...(options.publicHosts ?? []),
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
  ];
  let room: { readonly server: Server; readonly address: string } | undefined;
  let stopping: Promise<void> | undefined;

  async function start(core: Core): Promise<void> {
    if (room !== undefined)
      throw new AppError('unavailable', `Opening the web page: it is open already at ${room.address}.`);
    const sessions = createSessions(limits, now);
    const given = {
      ...(board === undefined ? {} : { board }),
      ...(calendar === undefined ? {} : { calendar }),
      ...(eventFile === undefined ? {} : { eventFile }),
    };
    const app = createApp({ core, sessions, signIns, ...given, zone, host, publicHosts, log });
    const listener = getRequestListener(app.fetch, {
      hostname: host,
      // What is not even a request, such as one without a valid host name.
      errorHandler: () => new Response(null, { status: 400 }),
    });
    const server = createServer({ requestTimeout: limits.requestMs }, (request, response) => {
      response.once('close', () => {
        // A browser would keep its connection open for the next request, and the closing room with it.
        if (stopping !== undefined) setImmediate(() => server.closeIdleConnections());
      });
      void listener(request, response);
    });
    await listen(server, host, port);
    room = { server, address: addressOf(server, host) };
    log.info({ room: 'web', address: room.address }, 'open');
  }

  async function close(server: Server): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    const timer = setTimeout(() => server.closeAllConnections(), limits.closeMs);
    await closed;
    clearTimeout(timer);
    room = undefined;
    stopping = undefined;
    log.info({ room: 'web' }, 'closed');
  }

  return {
    platform: 'web',
    outlet: createWebOutlet({
      standing: options.standing ?? (async () => undefined),
      address: () => publicUrl?.replace(/\/$/, '') ?? room?.address ?? '',
    }),
    start,
    async stop() {
      if (room === undefined) return;
      stopping ??= close(room.server);
      await stopping;
    },
    status: () => ({ running: room !== undefined, detail: room?.address ?? 'closed' }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(toListenError(cause, `http://${bracketed(host)}:${port}`)));
    server.listen(port, host, resolve);
  });
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? `:${address.port}` : '';
  return `http://${bracketed(host)}${port}`;
}

/** An IPv6 address as it stands in a URL. */
function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
