import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { applicationId, bot, guildId } from './state.ts';

const frame = z.looseObject({ op: z.number(), d: z.unknown() });
const identify = z.looseObject({ token: z.string(), intents: z.number() });
const resume = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Intents that an application has to ask Discord for, and for which this one has not asked. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly token: string;
  /** What the guild looks like when somebody connects. */
  readonly guild: () => unknown;
}

/** The gateway, version 10: hello, identify, ready, heartbeats, resume, invalid session. */
export function createGateway(server: Server, { token, guild }: GatewayOptions) {
  const sockets = new WebSocketServer({ server });
  const sessions: Session[] = [];
  const seen = { identifies: 0, resumes: 0, heartbeats: 0 };
  let heartbeatMs = 41_250;
  let forgetful = false;

  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    let session: Session | undefined;
    send(socket, { op: 10, d: { heartbeat_interval: heartbeatMs, _trace: [] } });
    socket.on('message', (data) => {
      const { op, d } = frame.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : '{}'));
      if (op === 1) {
        seen.heartbeats += 1;
        send(socket, { op: 11 });
      }
      if (op === 2) session = start(socket, d) ?? session;
      if (op === 6) session = goOn(socket, d) ?? session;
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
    });
  });

  function start(socket: WebSocket, d: unknown): Session | undefined {
    seen.identifies += 1;
    const asked = identify.parse(d);
    if (asked.token !== token) {
      socket.close(4004, 'Authentication failed.');
      return undefined;
    }
    if ((asked.intents & privileged) !== 0) {
      socket.close(4014, 'Disallowed intent(s).');
      return undefined;
    }
    const session: Session = { id: `session-${sessions.length}`, intents: asked.intents, events: [], socket };
    sessions.push(session);
    emit(session, 'READY', {
      v: 10,
      user: { id: bot.id, username: bot.name, discriminator: '0', avatar: null, bot: true, global_name: null },
      guilds: [{ id: guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: address(),
      application: { id: applicationId, flags: 0 },
      session_type: 'normal',
      private_channels: [],
    });
    emit(session, 'GUILD_CREATE', guild());
    return session;
  }

  function goOn(socket: WebSocket, d: unknown): Session | undefined {
    seen.resumes += 1;
    const asked = resume.parse(d);
    const session = sessions.find(({ id }) => id === asked.session_id);
    if (session === undefined || forgetful) {
      forgetful = false;
      send(socket, { op: 9, d: false });
      return undefined;
    }
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > asked.seq)) send(socket, { op: 0, ...event });
    emit(session, 'RESUMED', {});
    return session;
  }

  function address(): string {
    const at = server.address();
    return typeof at === 'object' && at !== null ? `ws://127.0.0.1:${at.port}/` : '';
  }

  function emit(session: Session, t: string, d: unknown): void {
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    if (session.socket !== undefined) send(session.socket, { op: 0, ...event });
  }

  return {
    address,
    seen: seen as Readonly<typeof seen>,
    isOpen: () => sessions.some(({ socket }) => socket !== undefined),
    /** Tells everybody who is connected, and who was and may come back. */
    dispatch(t: string, d: unknown): void {
      const current = sessions.at(-1);
      if (current !== undefined) emit(current, t, d);
    },
    /** The newest session's last event once more, as if it had not been seen. */
    repeat(): void {
      const current = sessions.at(-1);
      const last = current?.events.at(-1);
      if (current !== undefined && last !== undefined) emit(current, last.t, last.d);
    },
    /** The connection breaks; the session may be gone on with. */
    drop(): void {
      for (const socket of sockets.clients) socket.terminate();
    },
    /** The connection breaks, and the session is not known any more. */
    forget(): void {
      forgetful = true;
      for (const socket of sockets.clients) socket.terminate();
    },
    beatEvery(ms: number): void {
      heartbeatMs = ms;
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };
}

export type Gateway = ReturnType<typeof createGateway>;

function send(socket: WebSocket, message: unknown): void {
  socket.send(JSON.stringify(message));
}
