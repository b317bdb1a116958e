import { blockProblems, viewProblems } from './check-blocks.ts';
import { fileMethods, fileObject } from './files.ts';
import { slackLimits as limits } from './limits.ts';
import { botId, botUser, teamId, type FakeMessage, type Workspace } from './workspace.ts';

export type Args = Readonly<Record<string, unknown>>;
export type Answer = { readonly ok: boolean; readonly error?: string } & Readonly<Record<string, unknown>>;

const refuse = (error: string, details: readonly string[] = []): Answer => ({
  ok: false,
  error,
  ...(details.length === 0 ? {} : { response_metadata: { messages: details.map((detail) => `[ERROR] ${detail}`) } }),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Why a message cannot be posted there; undefined when it can. */
function closed(workspace: Workspace, channelId: string): string | undefined {
  const channel = workspace.channels.get(channelId);
  if (channel === undefined) return 'channel_not_found';
  if (channel.archived) return 'is_archived';
  if (channel.members.has(botUser)) return undefined;
  return channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found';
}

/** Why Slack does not take the words of a message; undefined when it does. */
export function messageProblem(args: Args, most: number): Answer | undefined {
  const blocks = args['blocks'] ?? [];
  if (text(args['text']) === '' && records(blocks).length === 0) return refuse('no_text');
  if (text(args['text']).length > most) return refuse('msg_too_long');
  const problems = blockProblems(blocks, 'message');
  if (problems.includes('msg_blocks_too_long')) return refuse('msg_blocks_too_long');
  if (problems.length > 0) return refuse('invalid_blocks', problems);
  const { metadata } = args;
  if (metadata === undefined) return undefined;
  if (!isRecord(metadata) || text(metadata['event_type']) === '' || !isRecord(metadata['event_payload']))
    return refuse('invalid_metadata_format');
  return JSON.stringify(metadata).length > limits.metadataBytes ? refuse('metadata_too_large') : undefined;
}

function post(workspace: Workspace, args: Args, onlyFor?: string): Answer {
  const asked = text(args['channel']);
  const channel = workspace.users.has(asked) ? workspace.imOf(asked).id : asked;
  const refused = closed(workspace, channel);
  if (refused !== undefined) return refuse(refused);
  const problem = messageProblem(args, limits.postText);
  if (problem !== undefined) return problem;
  const threadTs = text(args['thread_ts']);
  if (threadTs !== '' && workspace.find(channel, threadTs) === undefined) return refuse('thread_not_found');
  const message: FakeMessage = {
    channel,
    ts: workspace.nextTs(),
    user: botUser,
    botId,
    text: text(args['text']),
    blocks: records(args['blocks']),
    ...(args['metadata'] === undefined ? {} : { metadata: args['metadata'] }),
    ...(threadTs === '' ? {} : { threadTs }),
    ...(onlyFor === undefined ? {} : { onlyFor }),
  };
  workspace.messages.push(message);
  return { ok: true, channel, ts: message.ts, message_ts: message.ts, message: { text: message.text } };
}

/** Pages of `limit` messages, newest first, with the metadata where it is asked for. */
function page(workspace: Workspace, messages: readonly FakeMessage[], args: Args): Answer {
  const size = Math.min(Number(args['limit'] ?? 100), 999);
  const from = Number(text(args['cursor']).replace('c', '') || 0);
  const oldest = Number(args['oldest'] ?? 0);
  const all = messages.filter(({ ts, onlyFor }) => Number(ts) > oldest && onlyFor === undefined);
  const withMetadata = String(args['include_all_metadata']) === 'true';
  return {
    ok: true,
    messages: all.slice(from, from + size).map((message) => ({
      type: 'message',
      ts: message.ts,
      text: message.text,
      user: message.user,
      ...(message.botId === undefined ? {} : { bot_id: message.botId }),
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
      ...(message.files === undefined ? {} : { files: message.files.flatMap((id) => objectOf(workspace, id)) }),
      ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
    })),
    response_metadata: { next_cursor: all.length > from + size ? `c${from + size}` : '' },
  };
}

function objectOf(workspace: Workspace, id: string) {
  const file = workspace.files.get(id);
  return file === undefined ? [] : [fileObject(workspace, file)];
}

function ownMessage(workspace: Workspace, args: Args): FakeMessage | undefined {
  const message = workspace.find(text(args['channel']), text(args['ts']));
  return message?.user === botUser ? message : undefined;
}

/** The Web API of a workspace, method by method. */
export const methods: Readonly<Record<string, (workspace: Workspace, args: Args) => Answer>> = {
  'auth.test': () => ({
    ok: true,
    url: 'https://fake.slack.com/',
    team: 'Fake',
    team_id: teamId,
    user: 'assistant',
    user_id: botUser,
    bot_id: botId,
  }),
  ...fileMethods(closed),
  'chat.postMessage': (workspace, args) => post(workspace, args),
  'chat.postEphemeral': (workspace, args) => {
    if (!workspace.channels.get(text(args['channel']))?.members.has(text(args['user'])))
      return refuse('user_not_in_channel');
    return post(workspace, args, text(args['user']));
  },
  'chat.update': (workspace, args) => {
    const message = ownMessage(workspace, args);
    if (message === undefined) return refuse('message_not_found');
    const problem = messageProblem(args, limits.updateText);
    if (problem !== undefined) return problem;
    message.text = text(args['text']);
    if (args['blocks'] !== undefined) message.blocks = records(args['blocks']);
    if (args['metadata'] !== undefined) message.metadata = args['metadata'];
    return { ok: true, channel: message.channel, ts: message.ts };
  },
  'chat.delete': (workspace, args) => {
    const message = ownMessage(workspace, args);
    if (message === undefined) return refuse('message_not_found');
    workspace.remove(message);
    return { ok: true, channel: message.channel, ts: message.ts };
  },
  'conversations.history': (workspace, args) => {
    const channel = text(args['channel']);
    const refused = closed(workspace, channel);
    if (refused !== undefined && refused !== 'is_archived') return refuse(refused);
    return page(
      workspace,
      workspace
        .visible(channel)
        .filter(({ threadTs }) => threadTs === undefined)
        .toReversed(),
      args,
    );
  },
  'conversations.replies': (workspace, args) => {
    const channel = text(args['channel']);
    const refused = closed(workspace, channel);
    if (refused !== undefined && refused !== 'is_archived') return refuse(refused);
    if (workspace.find(channel, text(args['ts'])) === undefined) return refuse('thread_not_found');
    return page(workspace, workspace.visible(channel, undefined, text(args['ts'])), args);
  },
  'conversations.info': (workspace, args) => {
    const channel = workspace.channels.get(text(args['channel']));
    const isMember = channel?.members.has(botUser) ?? false;
    if (channel === undefined || (channel.kind === 'private' && !isMember)) return refuse('channel_not_found');
    return {
      ok: true,
      channel: {
        id: channel.id,
        ...(channel.kind === 'im' ? { is_im: true } : { name: channel.name, is_member: isMember }),
        is_archived: channel.archived,
      },
    };
  },
  'conversations.open': (workspace, args) => {
    const [user = ''] = text(args['users']).split(',');
    return workspace.users.has(user)
      ? { ok: true, channel: { id: workspace.imOf(user).id } }
      : refuse('user_not_found');
  },
  'users.info': (workspace, args) => {
    const user = workspace.users.get(text(args['user']));
    if (user === undefined) return refuse('user_not_found');
    const locale = String(args['include_locale']) === 'true' ? { locale: user.locale } : {};
    return { ok: true, user: { id: user.id, name: user.name, real_name: user.name, tz: user.tz, ...locale } };
  },
  'usergroups.list': (workspace) => ({
    ok: true,
    usergroups: [...workspace.groups].map(([id, users]) => ({ id, handle: id.slice(2).toLowerCase(), users })),
  }),
  'views.open': (workspace, args) => openView(workspace, args),
  'views.update': (workspace, args) => {
    const problems = viewProblems(args['view']);
    if (problems.length > 0) return refuse('invalid_arguments', problems);
    const entry = [...workspace.views].find(([, view]) => view['id'] === args['view_id']);
    if (entry === undefined || !isRecord(args['view'])) return refuse('not_found');
    if (args['hash'] !== undefined && args['hash'] !== entry[1]['hash']) return refuse('hash_conflict');
    workspace.views.set(entry[0], { ...args['view'], id: args['view_id'], hash: workspace.nextTs() });
    return { ok: true, view: { id: args['view_id'] } };
  },
  'views.publish': (workspace, args) => {
    const problems = viewProblems(args['view']);
    if (problems.length > 0) return refuse('invalid_arguments', problems);
    if (isRecord(args['view'])) workspace.homes.set(text(args['user_id']), args['view']);
    return { ok: true, view: { id: 'V0HOME' } };
  },
  'assistant.threads.setSuggestedPrompts': (workspace, args) => {
    const prompts = records(args['prompts']);
    if (prompts.length === 0 || prompts.length > limits.prompts) return refuse('invalid_arguments');
    workspace.prompts.set(text(args['channel_id']), prompts);
    return { ok: true };
  },
};

function openView(workspace: Workspace, args: Args): Answer {
  const [user = '', at = '0'] = text(args['trigger_id']).split('.');
  if (!workspace.users.has(user)) return refuse('invalid_trigger_id');
  if (Date.now() - Number(at) > limits.triggerMs) return refuse('expired_trigger_id');
  const problems = viewProblems(args['view']);
  if (problems.length > 0 || !isRecord(args['view'])) return refuse('invalid_arguments', problems);
  const id = `V${workspace.nextTs().replace('.', '')}`;
  workspace.views.set(user, { ...args['view'], id, hash: workspace.nextTs() });
  return { ok: true, view: { id } };
}
