import { attachmentsAfter, fileProblem, noFiles, type FakeAttachment, type SentFiles } from './attachments.ts';
import { flag, messageBody, messageProblem, readableText, withIds, type Component, type MessageBody } from './rules.ts';

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly bot?: boolean;
  /** Takes no direct messages. */
  readonly closed?: boolean;
  readonly roles?: readonly string[];
}

export interface FakeChannel {
  readonly id: string;
  readonly type: number;
  readonly name?: string;
  readonly parentId?: string;
  readonly recipient?: FakeUser;
  readonly overwrites: readonly { id: string; type: number; allow: string; deny: string }[];
}

export interface FakeServer {
  readonly name: string;
  /** What everybody may do there. */
  readonly rights: string;
}

export interface FakeMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: FakeUser;
  readonly content: string;
  readonly components: readonly Component[];
  readonly flags: number;
  readonly notified: boolean;
  readonly reference?: string;
  readonly attachments: readonly FakeAttachment[];
  /** Only this person sees it. */
  readonly seenBy?: string;
  /** The body with which it was made or last changed. */
  readonly body: unknown;
}

export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export const refusals = {
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownServer: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  acknowledged: { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  closedConversation: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  notYours: { status: 403, code: 50005, message: 'Cannot edit a message authored by another user' },
  threadExists: { status: 400, code: 160004, message: 'A thread has already been created for this message' },
} as const satisfies Record<string, Refusal>;

export const invalidForm = (message: string): Refusal => ({
  status: 400,
  code: 50035,
  message: `Invalid Form Body: ${message}`,
});

export function isRefusal(value: object): value is Refusal {
  return 'status' in value && 'code' in value;
}

export const guildId = '900000000000000001';
/** View, send, attach files, read the history, threads and writing in them, make events. */
export const ordinaryRights = String(309_237_713_984n | (1n << 15n) | (1n << 44n));
export const applicationId = '900000000000000002';
export const bot: FakeUser = { id: applicationId, name: 'assistant', bot: true };

const discordEpoch = 1_420_070_400_000;

/** Channels and messages, as Discord keeps them. */
export function createState() {
  const channels = new Map<string, FakeChannel>();
  const messages: FakeMessage[] = [];
  const servers = new Map<string, FakeServer>([[guildId, { name: 'Sample server', rights: ordinaryRights }]]);
  const nonces = new Map<string, string>();
  let count = 0;

  function newId(): string {
    count += 1;
    return String((BigInt(Date.now() - discordEpoch) << 22n) + BigInt(count));
  }

  function addChannel(options: Partial<Omit<FakeChannel, 'id'>> = {}): string {
    const id = newId();
    channels.set(id, { type: 0, name: `channel-${channels.size}`, overwrites: [], ...options, id });
    return id;
  }

  function write(
    channelId: string,
    author: FakeUser,
    body: unknown,
    { seenBy, files = noFiles }: { readonly seenBy?: string | undefined; readonly files?: SentFiles } = {},
  ): FakeMessage | Refusal {
    const parsed = messageBody.safeParse(body);
    if (!parsed.success) return invalidForm(parsed.error.message);
    const attachments = attachmentsAfter(body, files, [], newId);
    if (typeof attachments === 'string') return invalidForm(attachments);
    const problem = messageProblem(parsed.data, false) ?? fileProblem(parsed.data.components ?? [], attachments);
    if (problem !== undefined) return invalidForm(problem);
    const nonce = parsed.data.enforce_nonce === true ? parsed.data.nonce : undefined;
    if (nonce !== undefined && nonces.has(nonce)) {
      return messages.find(({ id }) => id === nonces.get(nonce)) ?? refusals.unknownMessage;
    }
    const seen = seenBy === undefined ? {} : { seenBy, flags: (parsed.data.flags ?? 0) | flag.ephemeral };
    const message = { id: newId(), channelId, author, ...contentOf(parsed.data), attachments, ...seen };
    messages.push(message);
    if (nonce !== undefined) nonces.set(nonce, message.id);
    return message;
  }

  function change(id: string, body: unknown, files: SentFiles = noFiles): FakeMessage | Refusal {
    const index = messages.findIndex((message) => message.id === id);
    const old = messages[index];
    if (old === undefined) return refusals.unknownMessage;
    if (old.author.id !== bot.id) return refusals.notYours;
    const parsed = messageBody.safeParse(body);
    if (!parsed.success) return invalidForm(parsed.error.message);
    const flags = old.flags | (parsed.data.flags ?? 0);
    const attachments = attachmentsAfter(body, files, old.attachments, newId);
    if (typeof attachments === 'string') return invalidForm(attachments);
    const problem =
      messageProblem({ ...parsed.data, flags }, true) ?? fileProblem(parsed.data.components ?? [], attachments);
    if (problem !== undefined) return invalidForm(problem);
    const changed = { ...old, ...contentOf(parsed.data), attachments, flags, notified: old.notified };
    messages[index] = changed;
    return changed;
  }

  return {
    channels,
    servers,
    messages,
    newId,
    addChannel,
    write,
    change,
    remove(id: string): boolean {
      const index = messages.findIndex((message) => message.id === id);
      if (index !== -1) messages.splice(index, 1);
      return index !== -1;
    },
    in: (channelId: string) => messages.filter((message) => message.channelId === channelId),
    setFlag(id: string, bits: number) {
      const index = messages.findIndex((message) => message.id === id);
      const old = messages[index];
      if (old !== undefined) messages[index] = { ...old, flags: old.flags | bits };
    },
    nonces,
  };
}

export type State = ReturnType<typeof createState>;

export const ephemeral = flag.ephemeral;

function contentOf(body: MessageBody) {
  const components = withIds(body.components ?? []);
  const text = `${body.content ?? ''}\n${readableText(components)}`;
  const parse = body.allowed_mentions?.parse ?? ['everyone', 'roles', 'users'];
  const notified =
    (parse.includes('everyone') && /@everyone|@here/.test(text)) ||
    (parse.includes('roles') && /<@&\d+>/.test(text)) ||
    (parse.includes('users') && /<@!?\d+>/.test(text));
  return {
    content: body.content ?? '',
    components,
    flags: body.flags ?? 0,
    notified,
    body,
    ...(body.message_reference?.message_id === undefined ? {} : { reference: body.message_reference.message_id }),
  };
}

/** What a person reads of a message. */
export function textOf(message: FakeMessage): string {
  return [message.content, readableText(message.components)].filter((text) => text !== '').join('\n');
}
