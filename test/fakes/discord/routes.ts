import { z } from 'zod';
import { ok, refused, type Answer, type RestRequest, type World } from './answer.ts';
import { channelObject, messageObject, userObject } from './api-objects.ts';
import { answerGuild } from './guilds.ts';
import { nothing } from './interactions.ts';
import { problemOf } from './schema.ts';
import { applicationId, bot, invalidForm, isRefusal, refusals, type State } from './state.ts';

const permission = { view: 1n << 10n, send: 1n << 11n, attach: 1n << 15n, history: 1n << 16n, threads: 1n << 35n };
const named = z.looseObject({ name: z.string() });
const recipient = z.looseObject({ recipient_id: z.string() });

/** What Discord's REST interface answers. */
export function answerRequest(world: World, request: RestRequest): Answer {
  const problem = problemOf(request.method, request.path, request.body);
  if (problem !== undefined) return refused(invalidForm(problem));
  const parts = request.path.split('/').slice(1);
  switch (parts[0]) {
    case 'gateway':
      return ok({
        url: world.gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      });
    case 'users':
      if (parts[2] === 'guilds')
        return ok(
          [...world.state.servers].map(([id, { name, rights }]) => ({
            id,
            name,
            icon: null,
            owner: false,
            permissions: rights,
            features: [],
          })),
        );
      return ok(parts[2] === 'channels' ? openDirect(world, request.body) : userObject(bot));
    case 'guilds':
      return answerGuild(world, parts, request);
    case 'applications':
      return applications(world, parts, request);
    case 'interactions': {
      const refusal = world.interactions.answer(parts[1] ?? '', parts[2] ?? '', request.body);
      return refusal === undefined ? { status: 204 } : refused(refusal);
    }
    case 'webhooks': {
      const result = world.interactions.webhook(request.method, parts[2] ?? '', parts[4], request.body);
      if (result === nothing) return { status: 204 };
      return isRefusal(result) ? refused(result) : ok(messageObject(result));
    }
    case 'channels':
      return channels(world, parts, request);
    default:
      return { status: 404, body: { code: 0, message: '404: Not Found' } };
  }
}

function openDirect({ state, users }: World, body: unknown) {
  const { recipient_id: id } = recipient.parse(body);
  const known = [...state.channels.values()].find((channel) => channel.recipient?.id === id);
  const user = users.get(id) ?? { id, name: 'somebody' };
  const channel = known ?? state.channels.get(state.addChannel({ type: 1, recipient: user }));
  return channel === undefined ? {} : channelObject(channel);
}

function applications({ commands }: World, parts: readonly string[], { method, body, query }: RestRequest): Answer {
  if (parts[2] !== 'commands') return ok({ id: applicationId, name: 'assistant', flags: 0, bot: userObject(bot) });
  if (method === 'PUT' && Array.isArray(body)) {
    commands.writes += 1;
    commands.list = body.map((command: unknown, index) =>
      asRegistered(command, String(910_000_000_000_000_000n + BigInt(index))),
    );
  }
  return ok(query.get('with_localizations') === 'true' ? commands.list : withoutLocalizations(commands.list));
}

/** Only who asks for them gets the names in other languages. */
function withoutLocalizations(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key.endsWith('_localizations') ? undefined : part)));
}

/** Discord gives back more than it was given, and rights as text. */
function asRegistered(command: unknown, id: string): unknown {
  const parsed = z.looseObject({ default_member_permissions: z.number().nullish() }).parse(command);
  return {
    type: 1,
    dm_permission: true,
    nsfw: false,
    ...parsed,
    id,
    application_id: applicationId,
    version: id,
    default_member_permissions: parsed.default_member_permissions?.toString() ?? null,
  };
}

function channels(world: World, parts: readonly string[], { method, query, body, files }: RestRequest): Answer {
  const { state } = world;
  const [, channelId = '', , messageId, what] = parts;
  const channel = state.channels.get(channelId);
  if (channel === undefined) return refused(refusals.unknownChannel);
  const may = (bits: bigint) => channel.overwrites.every(({ deny }) => (BigInt(deny) & bits) === 0n);
  if (!may(permission.view)) return refused(refusals.missingAccess);
  if (parts.length === 2) return ok(channelObject(channel));
  if (what === 'threads') {
    if (!may(permission.threads)) return refused(refusals.missingPermissions);
    if (state.channels.has(messageId ?? '')) return refused(refusals.threadExists);
    const thread = { id: messageId ?? '', type: 11, name: named.parse(body).name, parentId: channelId, overwrites: [] };
    state.channels.set(thread.id, thread);
    world.tell('THREAD_CREATE', { ...channelObject(thread), newly_created: true });
    return ok(channelObject(thread));
  }
  if (what === 'crosspost') {
    if (channel.type !== 5) return refused({ status: 400, code: 50068, message: 'Invalid message type' });
    state.setFlag(messageId ?? '', 1);
    return found(state, messageId);
  }
  if (method === 'GET' && messageId === undefined) {
    if (!may(permission.history)) return ok([]);
    const before = query.get('before');
    const all = state
      .in(channelId)
      .filter(({ id, seenBy }) => seenBy === undefined && (before === null || BigInt(id) < BigInt(before)));
    return ok(
      all
        .toReversed()
        .slice(0, Number(query.get('limit') ?? '50'))
        .map(messageObject),
    );
  }
  if (files.size > 0 && !may(permission.attach)) return refused(refusals.missingPermissions);
  if (method === 'POST') {
    if (channel.recipient?.closed === true) return refused(refusals.closedConversation);
    if (!may(permission.send)) return refused(refusals.missingPermissions);
    const message = state.write(channelId, bot, body, { files });
    return isRefusal(message) ? refused(message) : ok(messageObject(message));
  }
  if (method === 'PATCH') {
    const message = state.change(messageId ?? '', body, files);
    return isRefusal(message) ? refused(message) : ok(messageObject(message));
  }
  if (method === 'DELETE') return state.remove(messageId ?? '') ? { status: 204 } : refused(refusals.unknownMessage);
  return found(state, messageId);
}

function found(state: State, id: string | undefined): Answer {
  const message = state.messages.find((one) => one.id === id);
  return message === undefined ? refused(refusals.unknownMessage) : ok(messageObject(message));
}
