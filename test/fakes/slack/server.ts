import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Trouble } from '../../contract/outlet-contract.ts';
import { giveFile, takeUpload } from './files.ts';
import { type Answer, type Args, messageProblem, methods } from './methods.ts';
import { slackLimits } from './limits.ts';
import { neededScope } from './scopes.ts';
import { createSocketMode } from './socket-mode.ts';
import { botId, botUser, createWorkspace } from './workspace.ts';

export const botToken = 'xoxb-fake-bot';
export const appToken = 'xapp-fake-app';

/** The scopes of the token, as Slack tells them with every answer. */
const allScopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'usergroups:read',
  'users:read',
];

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

/** Slack on a port of this machine: the Web API, answers to interactions, and Socket Mode. */
export async function startFakeSlack({ scopes = allScopes }: { readonly scopes?: readonly string[] } = {}) {
  const workspace = createWorkspace(() => origin());
  const calls: { readonly method: string; readonly args: Args }[] = [];
  const responses = new Map<
    string,
    { readonly channel: string; readonly user: string; readonly threadTs?: string; used: number }
  >();
  const sockets = new Set<Socket>();
  const refused: { readonly method: string; readonly answer: Answer }[] = [];
  let next: { readonly trouble: Trouble; readonly method: RegExp } | undefined;
  let slowMs = 0;

  const server = createServer((request, response) => {
    void receive(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const socketMode = createSocketMode(server);

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const bytes = Buffer.concat(chunks);
    const body = bytes.toString();
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const [, area, fileId = ''] = /^\/(upload|files)\/(F\d+)$/.exec(path) ?? [];
    const mayRead = scopes.includes('files:read');
    if (area === 'files') return giveFile(workspace, fileId, request, { token: botToken, mayRead }, response);
    if (area === 'upload') {
      const isTroubled = next?.method.test('upload') === true;
      if (!isTroubled) return takeUpload(workspace, fileId, bytes, response);
      next = undefined;
      return void request.socket.destroy();
    }
    const responseId = /^\/response\/(.+)$/.exec(path)?.[1];
    if (responseId !== undefined) return respond(responseId, body, response);
    const method = path.replace('/api/', '');
    const args = parseArgs(body);
    calls.push({ method, args });
    const trouble = next !== undefined && next.method.test(method) ? next.trouble : undefined;
    if (trouble !== undefined) next = undefined;
    if (slowMs > 0) await setTimeout(slowMs);
    if (trouble === 'resetBefore') return void request.socket.destroy();
    if (trouble === 'throttle') return send(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': '3' });
    if (trouble === 'malformed') return send(response, 200, { ok: false, error: 'invalid_blocks' });
    if (trouble === 'unauthorized') return send(response, 200, { ok: false, error: 'invalid_auth' });
    const answer = perform(method, args, request.headers.authorization ?? '');
    if (trouble === 'resetAfter') return void request.socket.destroy();
    if (trouble === 'hang') return;
    if (trouble === 'late') await setTimeout(300);
    if (trouble === 'errorAfter') return send(response, 500, { ok: false, error: 'internal_error' });
    if (trouble === 'garbled') return void response.end('<html>Bad gateway</html>');
    send(response, 200, answer, { 'x-oauth-scopes': scopes.join(',') });
  }

  function perform(method: string, args: Args, authorization: string): Answer {
    if (method === 'apps.connections.open') {
      if (authorization !== `Bearer ${appToken}`) return { ok: false, error: 'invalid_auth' };
      return { ok: true, url: `${origin().replace('http', 'ws')}/socket` };
    }
    if (authorization !== `Bearer ${botToken}`) return { ok: false, error: 'invalid_auth' };
    const needed = neededScope(workspace, method, args);
    const isAllowed = needed === undefined || scopes.includes(needed);
    const answer = isAllowed
      ? (methods[method]?.(workspace, args) ?? { ok: false, error: 'unknown_method' })
      : { ok: false, error: 'missing_scope', needed };
    if (!answer.ok) refused.push({ method, answer });
    return answer;
  }

  /** What is sent to the address that came with an interaction. */
  function respond(id: string, body: string, response: ServerResponse): void {
    const target = responses.get(id);
    const args: unknown = JSON.parse(body);
    if (target === undefined || !isArgs(args)) return send(response, 404, { ok: false, error: 'used_url' });
    target.used += 1;
    if (target.used > slackLimits.responses) return send(response, 404, { ok: false, error: 'used_url' });
    calls.push({ method: 'response_url', args });
    if (next?.method.test('response_url') === true) {
      next = undefined;
      return send(response, 500, { ok: false, error: 'internal_error' });
    }
    if (args['delete_original'] === true) return void response.end('ok');
    const problem = messageProblem(args, slackLimits.postText);
    if (problem !== undefined) {
      refused.push({ method: 'response_url', answer: problem });
      return send(response, 200, problem);
    }
    const isPublic = args['response_type'] === 'in_channel';
    const threadTs = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : target.threadTs;
    workspace.messages.push({
      channel: target.channel,
      ts: workspace.nextTs(),
      user: botUser,
      botId,
      text: String(args['text']),
      blocks: Array.isArray(args['blocks']) ? args['blocks'] : [],
      ...(isPublic ? {} : { onlyFor: target.user }),
      ...(threadTs === undefined ? {} : { threadTs }),
    });
    response.end('ok');
  }

  function origin(): string {
    const { port }: AddressInfo = addressOf(server.address());
    return `http://127.0.0.1:${port}`;
  }

  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const hangUp = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  const { port } = addressOf(server.address());

  return {
    workspace,
    /** Every request that arrived, oldest first. */
    calls,
    /** What Slack refused of it. */
    refused,
    socketMode,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    /** An address for answering an interaction in this channel. */
    responseUrl(channel: string, user: string, threadTs?: string): string {
      const id = `r${responses.size + 1}`;
      responses.set(id, { channel, user, used: 0, ...(threadTs === undefined ? {} : { threadTs }) });
      return `http://127.0.0.1:${port}/response/${id}`;
    },
    /** The next call of such a method meets this trouble. */
    trouble(trouble: Trouble, method = /^chat\./): void {
      next = { trouble, method };
    },
    slow(ms: number): void {
      slowMs = ms;
    },
    /** Nobody listens any more until `comeBack`. */
    disappear: hangUp,
    comeBack: () => listen(port),
    async close(): Promise<void> {
      socketMode.close();
      if (server.listening) await hangUp();
    },
  };
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>['address']>): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The fake does not listen.');
  return address;
}

function send(response: ServerResponse, status: number, answer: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(answer));
}

function isArgs(value: unknown): value is Args {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The arguments of a call: a form whose structured values are JSON. */
function parseArgs(body: string): Args {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => {
      if (!/^[[{]/.test(value) || name === 'text') return [name, value];
      const parsed: unknown = JSON.parse(value);
      return [name, parsed];
    }),
  );
}
