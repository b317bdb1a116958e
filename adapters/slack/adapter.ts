import { App } from '@slack/bolt';
import type { Adapter, Core } from '../../src/chat/adapter.ts';
import type { Posted } from '../../src/chat/outlet.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { createClient, sdkLog } from './client.ts';
import type { Connection } from './connection.ts';
import { checkSlack } from './doctor.ts';
import { toAppError } from './errors.ts';
import { createFiles } from './files.ts';
import { createHttpConnection } from './http-connection.ts';
import { acknowledgeLater } from './late-ack.ts';
import { limits } from './limits.ts';
import { listen } from './listeners.ts';
import { toMessagePlace } from './message-id.ts';
import { createOutlet } from './outlet.ts';
import { createPeople } from './people.ts';
import { renderReport } from './render.ts';
import { createReplies } from './replies.ts';
import type { Room } from './room.ts';
import { createShared } from './share.ts';
import { createSocketConnection } from './socket-connection.ts';
import { createThreads } from './threads.ts';
import { createTurns } from './turns.ts';
import { within } from './within.ts';

export interface SlackOptions {
  readonly botToken: string;
  /** Over a connection that we open, or as requests that Slack sends to us. */
  readonly inbound:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };
  /** The address on which requests are taken; 127.0.0.1 unless given. */
  readonly host?: string;
  /** Another address of the Web API than Slack's own. */
  readonly apiUrl?: string;
  /** Where the secretariat answers what members passed on, `slack:C…`. */
  readonly secretariatChannel?: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Called when the connection is open and Slack silent for longer than a healthy one is. */
  readonly onSilent?: () => void;
  readonly silentMs?: number;
  /** How long an answer of Slack is waited for. */
  readonly timeoutMs?: number;
  /** The first wait before a reply is tried again; it doubles. */
  readonly replyWaitMs?: number;
}

interface Opened {
  readonly connection: Connection;
  /** Resolves when nothing is under way. */
  readonly quiet: () => Promise<void>;
  readonly stopTaking: () => void;
}

/** The assistant in a Slack workspace. Constructing it connects to nothing; its outlet can be used before it is open. */
export function createSlackAdapter(options: SlackOptions): Adapter {
  const { log, clock, timeoutMs = limits.requestMs } = options;
  const apiUrl = options.apiUrl?.replace(/\/?$/, '/');
  const client = createClient({
    token: options.botToken,
    timeoutMs,
    log,
    ...(apiUrl === undefined ? {} : { apiUrl }),
  });
  const { replyWaitMs: waitMs = 300 } = options;
  const replies = createReplies({ client, clock, log, timeoutMs, waitMs });
  let opened: Opened | undefined;
  let opening = false;
  let closing: Promise<void> | undefined;

  function connect(): Connection {
    const { inbound, host = '127.0.0.1', onSilent = () => undefined, silentMs = limits.silentMs } = options;
    if (inbound.mode === 'http') return createHttpConnection({ ...inbound, host, log });
    const { appToken } = inbound;
    const api = apiUrl === undefined ? {} : { apiUrl };
    return createSocketConnection({ appToken, timeoutMs, log, clock, onSilent, silentMs, ...api });
  }

  async function open(core: Core): Promise<Opened> {
    const who = await client.auth.test().catch((error: unknown) => {
      throw toStartError(error);
    });
    const { user_id: botUser = '', bot_id: botId = '' } = who;
    const aborting = new AbortController();
    const room: Room = {
      core,
      client,
      botUser,
      people: createPeople({ client, clock, log }),
      replies,
      files: createFiles({ client, token: options.botToken, log, ...(apiUrl === undefined ? {} : { apiUrl }) }),
      threads: createThreads({ client, log }),
      turns: createTurns((eventId) => core.begin(eventId), aborting.signal),
      shared: createShared(),
      log,
      ...(options.secretariatChannel === undefined ? {} : { secretariatChannel: options.secretariatChannel }),
    };
    const connection = connect();
    const app = new App({
      receiver: connection.receiver,
      authorize: async () => ({ botToken: options.botToken, botId, botUserId: botUser }),
      logger: sdkLog(log),
      clientOptions: { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }), retryConfig: { retries: 0 } },
    });
    // What fails is not acknowledged, so that Slack sends it again.
    app.error(async (error) => {
      throw error;
    });
    listen(app, room);
    const taking = takeLater(app);
    await connection.open(app).catch((error: unknown) => {
      throw toStartError(error);
    });
    const stopTaking = () => {
      taking.stopTaking();
      aborting.abort();
    };
    return { connection, quiet: taking.quiet, stopTaking };
  }

  async function close({ connection, quiet, stopTaking }: Opened): Promise<void> {
    stopTaking();
    // Replies under way are still acknowledged over the connection.
    await within(quiet(), limits.finishMs);
    await connection.close();
    opened = undefined;
    closing = undefined;
    log.info({ room: 'slack' }, 'closed');
  }

  /** What is missing is said at the start too, and keeps nobody from starting. */
  async function reportFindings(): Promise<void> {
    for (const { ok, what, todo } of await checkSlack(options)) {
      if (!ok) log.warn({ room: 'slack', what, todo }, 'something is not set up');
    }
  }

  return {
    platform: 'slack',
    outlet: createOutlet({ client, clock, log }),
    async update(message: Posted, reply: Reply) {
      const place = toMessagePlace(message);
      await replies.replace(place, renderReport(reply)).catch((error: unknown) => {
        throw toAppError(error, `Bringing a report in ${place.channel} up to date`);
      });
    },
    async start(core) {
      if (opened !== undefined || opening) throw new AppError('unavailable', 'Opening Slack: it is open already.');
      opening = true;
      try {
        opened = await open(core);
      } finally {
        opening = false;
      }
      log.info({ room: 'slack', connection: opened.connection.detail() }, 'open');
      void reportFindings();
    },
    async stop() {
      if (opened === undefined) return;
      closing ??= close(opened);
      await closing;
    },
    status: () => ({ running: opened !== undefined, detail: opened?.connection.detail() ?? 'closed' }),
  };
}

/**
 * Has events acknowledged when they are done, and not as soon as they arrive, as the SDK would: what is lost with the
 * program comes again then.
 */
function takeLater(app: App): Pick<Opened, 'quiet' | 'stopTaking'> {
  const underWay = new Set<Promise<void>>();
  let takes = true;
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (!takes) throw new AppError('unavailable', 'The room is closing.');
    const isEvent = event.body['type'] === 'event_callback';
    const work = isEvent
      ? acknowledgeLater(async () => event.ack(), process({ ...event, ack: async () => undefined }), limits.ackMs)
      : process(event);
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  };
  return {
    quiet: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stopTaking: () => {
      takes = false;
    },
  };
}

function toStartError(error: unknown): AppError {
  const problem = toAppError(error, 'Opening Slack');
  if (problem.code === 'unavailable') return problem;
  if (problem.code !== 'unauthorized') return new AppError('unavailable', problem.message, { cause: error });
  return new AppError('unauthorized', 'Opening Slack: it does not accept the token.', {
    cause: error,
    hint: 'Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN; npm run doctor says which of them is wrong.',
  });
}
