import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer as readBytes } from 'node:stream/consumers';
import { z } from 'zod';
import { guildObject } from './api-objects.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { readBody } from './attachments.ts';
import type { Answer, RestRequest, World } from './answer.ts';
import { answerRequest } from './routes.ts';
import { createScheduledEvents, eventObject, eventText } from './scheduled-events.ts';
import { bot, createState, refusals, textOf, type FakeUser } from './state.ts';

/** What can happen to the next write. */
export type DiscordTrouble =
  | 'late'
  | 'hang'
  | 'resetAfter'
  | 'resetBefore'
  | 'errorAfter'
  | 'garbled'
  | 'throttle'
  | 'throttleAll'
  | 'malformed'
  | 'unauthorized';

export const discordToken = 'ZmFrZS1kaXNjb3Jk.fake.token-of-the-bot';

const retryAfterSeconds = 3;
const lateMs = 300;

export type FakeDiscord = Awaited<ReturnType<typeof openDiscord>>;

export interface DiscordSetting {
  readonly locale?: string;
  /** By which events begin and end. */
  readonly clock?: () => number;
}

/**
 * A small Discord on loopback: its REST interface and its gateway, with every request checked against Discord's own
 * description. Everything that it accepted can be looked at, as people would see it.
 */
export async function openDiscord({ locale = 'en-US', clock = Date.now }: DiscordSetting = {}) {
  const state = createState();
  const events = createScheduledEvents({ newId: state.newId, clock });
  const interactions = createInteractions(state);
  const users = new Map<string, FakeUser>();
  const sockets = new Set<Socket>();
  const script: DiscordTrouble[] = [];
  const requests: RestRequest[] = [];
  const refusedRequests: { readonly request: RestRequest; readonly answer: Answer }[] = [];
  const files = new Map<string, string | Uint8Array>();
  let port = 0;
  let filesReady: Promise<void> = Promise.resolve();

  const server = createServer((request, response) => {
    // A connection that the client gave up is no failure of Discord's.
    handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const gateway = createGateway(server, { token: discordToken, guild: () => guildObject(state, locale) });
  const commands: World['commands'] = { list: [], writes: 0 };
  const world: World = {
    state,
    events,
    interactions,
    commands,
    users,
    gatewayUrl: gateway.address,
    tell: (event, data) => gateway.dispatch(event, data),
  };

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '', 'http://discord');
    const file = files.get(url.pathname);
    if (file !== undefined) {
      await filesReady;
      response.writeHead(200, { 'content-type': 'text/markdown' }).end(file);
      return;
    }
    const bytes = new Uint8Array(await readBytes(incoming));
    const request: RestRequest = {
      method: incoming.method ?? '',
      path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, '')),
      query: url.searchParams,
      ...(await readBody(incoming.headers['content-type'] ?? '', bytes)),
    };
    requests.push(request);
    const isOpen = request.path.startsWith('/interactions/') || request.path.startsWith('/webhooks/');
    if (!isOpen && incoming.headers.authorization !== `Bot ${discordToken}`) {
      answer(response, { status: 401, body: { code: 0, message: '401: Unauthorized' } });
      return;
    }
    const isWrite =
      request.method !== 'GET' && /\/messages|\/webhooks|\/callback|\/scheduled-events/.test(request.path);
    meet(isWrite ? script.shift() : undefined, request, response);
  }

  function meet(trouble: DiscordTrouble | undefined, request: RestRequest, response: ServerResponse): void {
    const early: Partial<Record<DiscordTrouble, () => void>> = {
      resetBefore: () => response.socket?.resetAndDestroy(),
      throttle: () => throttled(response, false),
      throttleAll: () => throttled(response, true),
      malformed: () => answer(response, { status: 400, body: { code: 50035, message: 'Invalid Form Body' } }),
      unauthorized: () => answer(response, { status: 401, body: { code: 0, message: '401: Unauthorized' } }),
    };
    const instead = trouble === undefined ? undefined : early[trouble];
    if (instead !== undefined) {
      instead();
      return;
    }
    const outcome = answerRequest(world, request);
    if (outcome.status >= 400 && !isRepeated(outcome)) refusedRequests.push({ request, answer: outcome });
    const afterwards: Partial<Record<DiscordTrouble, () => void>> = {
      hang: () => undefined,
      resetAfter: () => response.socket?.resetAndDestroy(),
      errorAfter: () => answer(response, { status: 500, body: { code: 0, message: 'Internal Server Error' } }),
      garbled: () => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It worked, perhaps</html>'),
      late: () => setTimeout(() => answer(response, outcome), lateMs),
    };
    const answerIt = (trouble === undefined ? undefined : afterwards[trouble]) ?? (() => answer(response, outcome));
    answerIt();
  }

  const listen = () =>
    new Promise<void>((resolve, reject) => {
      if (server.listening) return resolve();
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
    apiUrl: `http://127.0.0.1:${port}/api`,
    origin: `http://127.0.0.1:${port}`,
    state: {
      ...state,
      /** All that were ever made, as Discord tells of them, oldest first. */
      scheduledEvents: () => events.all().map(eventObject),
    },
    events,
    interactions,
    users,
    gateway,
    commands,
    files,
    requests: requests as readonly RestRequest[],
    /** What was refused by Discord's rules, besides troubles and repetitions: in most tests nothing may be. */
    refused: refusedRequests as readonly (typeof refusedRequests)[number][],
    /** What stands in a channel from the bot, for everybody to see, oldest first. */
    visible: (channelId: string) =>
      state
        .in(channelId)
        .filter(({ author, seenBy }) => author.id === bot.id && seenBy === undefined)
        .map(textOf),
    /** The events that are to come or take place on a server, as people read them, in the order in which they were made. */
    coming: (serverId: string) =>
      events
        .all()
        .filter(({ guildId, status }) => guildId === serverId && status <= 2)
        .map(eventText),
    /** The next writes meet these troubles, in this order. */
    trouble: (...troubles: readonly DiscordTrouble[]) => void script.push(...troubles),
    /** Files that people attach are given out only then. */
    holdFiles: (until: Promise<void>) => void (filesReady = until),
    forgetTroubles: () => void script.splice(0),
    silence,
    listen,
    async close() {
      await gateway.close();
      if (server.listening) await silence();
    },
  };
}

/** A first answer to an interaction that a slow machine sent once more: it is meant to be refused, and does no harm. */
function isRepeated({ body }: Answer): boolean {
  return body !== undefined && z.object({ code: z.literal(refusals.acknowledged.code) }).safeParse(body).success;
}

function throttled(response: ServerResponse, global: boolean): void {
  const headers = { 'retry-after': String(retryAfterSeconds), 'x-ratelimit-scope': global ? 'global' : 'user' };
  response
    .writeHead(429, {
      'content-type': 'application/json',
      ...headers,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    })
    .end(JSON.stringify({ message: 'You are being rate limited.', retry_after: retryAfterSeconds, global }));
}

function answer(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
