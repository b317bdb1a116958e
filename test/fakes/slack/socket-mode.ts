import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { waitUntil } from '../../contract/wait-until.ts';
import { slackLimits } from './limits.ts';

export interface Delivered {
  /** What the app gave back with its acknowledgement. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly ms: number;
}

interface Envelope {
  readonly type: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: object;
  readonly retryAttempt?: number;
}

export type SocketMode = ReturnType<typeof createSocketMode>;

/** Slack's side of Socket Mode: each envelope goes to the newest connection and waits for its acknowledgement. */
export function createSocketMode(server: Server) {
  const sockets = new WebSocketServer({ server, path: '/socket' });
  const open = new Set<WebSocket>();
  const waiting = new Map<string, { readonly at: number; readonly done: (delivered: Delivered) => void }>();
  const late: number[] = [];
  let connections = 0;
  let pongs = 0;

  sockets.on('connection', (socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    socket.on('pong', () => (pongs += 1));
    socket.on('message', (data: Buffer) => {
      const message: unknown = JSON.parse(data.toString());
      if (typeof message !== 'object' || message === null || !('envelope_id' in message)) return;
      const entry = waiting.get(String(message.envelope_id));
      waiting.delete(String(message.envelope_id));
      const ms = entry === undefined ? 0 : Date.now() - entry.at;
      if (ms > slackLimits.ackMs) late.push(ms);
      const body = 'payload' in message && typeof message.payload === 'object' ? { ...message.payload } : {};
      entry?.done({ body, ms });
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: open.size, connection_info: { app_id: 'A0APP' } }));
    socket.ping('hello');
  });

  return {
    /** How long acknowledgements took that came too late. */
    late,
    connections: () => connections,
    isConnected: () => open.size > 0,
    /** Sends an envelope; resolves with what the app acknowledged it with, if it ever does. */
    deliver({ type, payload, retryAttempt }: Envelope): Promise<Delivered> {
      const id = randomUUID();
      const delivered = new Promise<Delivered>((resolve) => waiting.set(id, { at: Date.now(), done: resolve }));
      const envelope = {
        envelope_id: id,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(retryAttempt === undefined ? {} : { retry_attempt: retryAttempt, retry_reason: 'timeout' }),
      };
      void waitUntil('a connection', () => open.size > 0).then(() => [...open].at(-1)?.send(JSON.stringify(envelope)));
      return delivered;
    },
    unacknowledged: () => waiting.size,
    /** Cuts every connection without a word. */
    drop(): void {
      for (const socket of open) socket.terminate();
    },
    /** Tells the app to connect anew, as Slack does every few hours. */
    refresh(): void {
      for (const socket of open) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    /** A sign of life, as Slack gives one every few seconds. */
    ping(): void {
      for (const socket of open) socket.ping('still here');
    },
    /** How many of them were answered. */
    pongs: () => pongs,
    close(): void {
      for (const socket of open) socket.terminate();
      sockets.close();
    },
  };
}
