import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { createChannels, type ChannelSettings, type Outcome, type WriteRequest } from './platform-channels.ts';

/** What can happen to a write, besides what the platform's own rules make of it. */
export type PlatformTrouble =
  | 'late'
  | 'hang'
  | 'resetAfter'
  | 'resetBefore'
  | 'errorAfter'
  | 'garbled'
  | 'throttle'
  | 'throttleAll'
  /** Done when the client has long given up, and never answered. */
  | 'acceptLate'
  | 'malformed'
  | 'unauthorized';

export interface FakePlatformOptions {
  /** The platform takes a channel's next post only after so many milliseconds; 0: at once. */
  readonly postEveryMs?: number;
  /** For `throttle`. */
  readonly retryAfterSeconds?: number;
  /** For `late`. */
  readonly lateMs?: number;
  /** For `acceptLate`. */
  readonly acceptAfterMs?: number;
}

export const platformToken = 'fake-platform-token';

/** As long as a message may be; the platform refuses more. */
export const messageLimit = 2000;

export type FakePlatform = Awaited<ReturnType<typeof openPlatform>>;

/**
 * A small chat platform with real HTTP on loopback: channels that begin to exist with `addChannel`, messages that keep
 * a key, edits, removals, a history, and its own limits. Everything that it accepted can be looked at.
 */
export async function openPlatform(options: FakePlatformOptions = {}) {
  const { postEveryMs = 0, retryAfterSeconds = 3, lateMs = 300, acceptAfterMs = 700 } = options;
  const channels = createChannels(postEveryMs);
  const sockets = new Set<Socket>();
  const script: { readonly trouble: PlatformTrouble; readonly channel: string | undefined }[] = [];
  const requests = { reads: 0, writes: 0 };
  let tooSoon = 0;
  let port = 0;

  const nextTrouble = (channel: string): PlatformTrouble | undefined => {
    const index = script.findIndex((entry) => entry.channel === undefined || entry.channel === channel);
    return index === -1 ? undefined : script.splice(index, 1)[0]?.trouble;
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, channel = '', messageId] =
      /^\/channels\/([^/?]+)(?:\/messages(?:\/([^/?]+))?)?/.exec(request.url ?? '') ?? [];
    const body = await readText(request);
    if (request.headers.authorization !== `Bearer ${platformToken}`) {
      answer(response, { status: 401, body: { error: 'bad_token' } });
      return;
    }
    if (request.method === 'GET') {
      requests.reads += 1;
      answer(response, channels.read(channel, new URL(request.url ?? '', 'http://platform').searchParams));
      return;
    }
    requests.writes += 1;
    const write: WriteRequest = { method: request.method ?? '', channel, messageId, body };
    await meet(nextTrouble(channel), write, response);
  }

  async function meet(trouble: PlatformTrouble | undefined, write: WriteRequest, response: ServerResponse) {
    switch (trouble) {
      case 'resetBefore':
        response.socket?.resetAndDestroy();
        return;
      case 'throttle':
      case 'throttleAll':
        answer(response, {
          status: 429,
          headers: { 'retry-after': String(retryAfterSeconds) },
          body: { error: 'slow_down', everywhere: trouble === 'throttleAll' },
        });
        return;
      case 'acceptLate':
        setTimeout(() => channels.write(write), acceptAfterMs);
        return;
      case 'malformed':
        answer(response, { status: 400, body: { error: 'bad_form' } });
        return;
      case 'unauthorized':
        answer(response, { status: 401, body: { error: 'bad_token' } });
        return;
    }
    const outcome = channels.write(write);
    if (outcome.status === 429) tooSoon += 1;
    switch (trouble) {
      case 'hang':
        return;
      case 'resetAfter':
        response.socket?.resetAndDestroy();
        return;
      case 'errorAfter':
        answer(response, { status: 500, body: { error: 'internal' } });
        return;
      case 'garbled':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It worked, perhaps</html>');
        return;
      case 'late':
        setTimeout(() => answer(response, outcome), lateMs);
        return;
      case undefined:
        answer(response, outcome);
    }
  }

  const server = createServer((request, response) => {
    // A connection that the client gave up is no failure of the platform's.
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 1000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        const address = server.address();
        if (typeof address === 'object' && address !== null) port = address.port;
        resolve();
      });
    });
  const silence = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  await listen();
  return {
    address: `http://127.0.0.1:${port}`,
    /** How many requests came in. */
    requests: requests as Readonly<typeof requests>,
    /** How many of the writes were refused for coming too near to the one before. */
    tooSoon: () => tooSoon,
    addChannel: (channel: string, settings: ChannelSettings = {}) => channels.add(channel, settings),
    /** What people see in a channel, oldest first. */
    visible: channels.visible,
    /** Everything that was accepted, in its order. */
    accepted: channels.accepted,
    crowd: channels.crowd,
    /** Somebody of the platform takes a message away. */
    sweep: channels.sweep,
    /** The next writes, of one channel or of any, meet these troubles one after the other. */
    trouble(troubles: PlatformTrouble | readonly PlatformTrouble[], channel?: string) {
      for (const trouble of typeof troubles === 'string' ? [troubles] : troubles) script.push({ trouble, channel });
    },
    /** Nobody listens any more. */
    disappear: silence,
    appear: async () => (server.listening ? undefined : listen()),
    close: silence,
  };
}

function answer(response: ServerResponse, { status, headers = {}, body }: Outcome): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
