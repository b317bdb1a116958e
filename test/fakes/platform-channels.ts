import { messageLimit } from './platform.ts';

export interface ChannelSettings {
  /** Nobody may post there. */
  readonly closed?: boolean;
  /** Only plain messages are taken. */
  readonly plainOnly?: boolean;
}

export interface PlatformMessage {
  readonly id: string;
  readonly key: string | undefined;
  readonly body: MessageBody;
}

interface MessageBody {
  readonly text: string;
  readonly key?: string;
  readonly title?: string;
  readonly rich?: boolean;
  readonly notifies?: boolean;
}

export interface AcceptedWrite {
  readonly kind: 'post' | 'edit' | 'remove';
  readonly messageId: string;
  readonly key: string | undefined;
  readonly body: MessageBody | undefined;
  readonly at: number;
}

export interface WriteRequest {
  readonly method: string;
  readonly channel: string;
  readonly messageId: string | undefined;
  readonly body: string;
}

export interface Outcome {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const pageLimit = 50;

const refuse = (status: number, error: string): Outcome => ({ status, body: { error } });

/** The channels of the small platform and the rules that it enforces in them. */
export function createChannels(postEveryMs: number) {
  const channels = new Map<
    string,
    { settings: ChannelSettings; messages: PlatformMessage[]; accepted: AcceptedWrite[]; lastPostAt: number }
  >();
  let lastId = 0;

  const named = (channel: string) => {
    const found = channels.get(channel);
    if (found === undefined) throw new Error(`The test has not added the channel ${channel}.`);
    return found;
  };

  function write({ method, channel, messageId, body: source }: WriteRequest): Outcome {
    const room = channels.get(channel);
    if (room === undefined) return refuse(404, 'unknown_channel');
    if (room.settings.closed === true) return refuse(403, 'not_a_member');
    const index = room.messages.findIndex(({ id }) => id === messageId);
    const old = room.messages[index];
    if (method === 'DELETE') {
      if (old === undefined) return refuse(404, 'unknown_message');
      room.messages.splice(index, 1);
      room.accepted.push({ kind: 'remove', messageId: old.id, key: old.key, body: undefined, at: Date.now() });
      return { status: 200, body: { id: old.id } };
    }
    const body = bodyOf(source);
    if (body === undefined || (body.rich === true && room.settings.plainOnly === true)) return refuse(400, 'bad_form');
    if (body.text.length > messageLimit) return refuse(413, 'too_long');
    if (method === 'PATCH') {
      if (old === undefined) return refuse(404, 'unknown_message');
      room.messages[index] = { ...old, body };
      room.accepted.push({ kind: 'edit', messageId: old.id, key: old.key, body, at: Date.now() });
      return { status: 200, body: { id: old.id } };
    }
    const waitMs = room.lastPostAt + postEveryMs - Date.now();
    if (waitMs > 0) {
      const headers = { 'retry-after': String(waitMs / 1000) };
      return { status: 429, headers, body: { error: 'slow_down', everywhere: false } };
    }
    room.lastPostAt = Date.now();
    lastId += 1;
    const message = { id: `m${lastId}`, key: body.key, body };
    room.messages.push(message);
    room.accepted.push({ kind: 'post', messageId: message.id, key: body.key, body, at: Date.now() });
    return { status: 201, body: { id: message.id } };
  }

  function read(channel: string, query: URLSearchParams): Outcome {
    const room = channels.get(channel);
    if (room === undefined) return refuse(404, 'unknown_channel');
    if (room.settings.closed === true) return refuse(403, 'not_a_member');
    const newestFirst = room.messages.toReversed();
    const before = query.get('before');
    const start = before === null ? 0 : newestFirst.findIndex(({ id }) => id === before) + 1;
    const messages = newestFirst.slice(start, start + pageLimit).map(({ id, key }) => ({ id, key }));
    return { status: 200, body: { name: `#${channel}`, messages } };
  }

  return {
    write,
    read,
    add: (channel: string, settings: ChannelSettings): void => {
      channels.set(channel, { settings, messages: [], accepted: [], lastPostAt: 0 });
    },
    visible: (channel: string): readonly PlatformMessage[] => named(channel).messages,
    accepted: (channel: string): readonly AcceptedWrite[] => named(channel).accepted,
    crowd: (channel: string, count: number): void => {
      for (let number = 1; number <= count; number += 1) {
        named(channel).messages.push({ id: `c${number}`, key: undefined, body: { text: `Somebody says ${number}` } });
      }
    },
    sweep: (channel: string): void => {
      named(channel).messages.length = 0;
    },
  };
}

/** What was sent, if it is a message as the platform wants it. */
function bodyOf(source: string): MessageBody | undefined {
  try {
    const body: unknown = JSON.parse(source);
    return isMessageBody(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isMessageBody(body: unknown): body is MessageBody {
  if (typeof body !== 'object' || body === null) return false;
  const { text, key = '' } = body as { text?: unknown; key?: unknown };
  return typeof text === 'string' && text !== '' && typeof key === 'string' && key.length <= 25;
}
