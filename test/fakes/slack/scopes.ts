import type { Args } from './methods.ts';
import type { Workspace } from './workspace.ts';

/** What the token has to be allowed, after the methods' own pages. */
const byMethod: Readonly<Record<string, string>> = {
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'usergroups.list': 'usergroups:read',
  'users.info': 'users:read',
};

/** Where the kind of the channel decides. */
const byChannel: Readonly<Record<string, 'history' | 'read'>> = {
  'conversations.history': 'history',
  'conversations.info': 'read',
  'conversations.replies': 'history',
};

const kinds = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope without which Slack answers `missing_scope`; undefined where it asks for none. */
export function neededScope({ channels }: Workspace, method: string, args: Args): string | undefined {
  const right = byChannel[method];
  if (right === undefined) return byMethod[method];
  const channel = channels.get(String(args['channel']));
  return channel === undefined ? undefined : `${kinds[channel.kind]}:${right}`;
}
