import type { FakeFile } from './files.ts';

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly tz: string;
  readonly locale: string;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  archived: boolean;
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly user: string;
  readonly botId?: string;
  /** As Slack keeps it: `&`, `<` and `>` of people's words are escaped. */
  text: string;
  blocks: readonly Readonly<Record<string, unknown>>[];
  metadata?: unknown;
  /** Only this person sees it. */
  readonly onlyFor?: string;
  /** Ids of the files that it shows. */
  readonly files?: readonly string[];
}

export type Workspace = ReturnType<typeof createWorkspace>;

export const botUser = 'U0BOT';
export const botId = 'B0BOT';
export const teamId = 'T0TEAM';

/** What a workspace remembers: people, groups, channels, messages and files. `origin` is where its files are. */
export function createWorkspace(origin: () => string = () => 'http://127.0.0.1') {
  const users = new Map<string, FakeUser>();
  const groups = new Map<string, readonly string[]>();
  const channels = new Map<string, FakeChannel>();
  const messages: FakeMessage[] = [];
  const files = new Map<string, FakeFile>();
  const views = new Map<string, Readonly<Record<string, unknown>>>();
  const homes = new Map<string, Readonly<Record<string, unknown>>>();
  const prompts = new Map<string, readonly unknown[]>();
  let lastTs = Math.floor(Date.now() / 1000);
  let serial = 100;

  return {
    users,
    groups,
    channels,
    messages,
    files,
    origin,
    addFile(file: Omit<FakeFile, 'id'>): FakeFile {
      const added = { ...file, id: `F${String(files.size + 1).padStart(4, '0')}` };
      files.set(added.id, added);
      return added;
    },
    /** The open modal of a person, by user id. */
    views,
    homes,
    prompts,
    nextTs(): string {
      serial += 1;
      if (serial > 999_000) {
        serial = 100;
        lastTs += 1;
      }
      return `${lastTs}.${String(serial).padStart(6, '0')}`;
    },
    addUser(id: string, user: Partial<Omit<FakeUser, 'id'>> = {}): FakeUser {
      const added = { id, name: id.toLowerCase(), tz: 'Europe/Madrid', locale: 'en-US', ...user };
      users.set(id, added);
      return added;
    },
    addChannel(
      id: string,
      channel: Partial<Omit<FakeChannel, 'id' | 'members'>> & { members?: readonly string[] } = {},
    ) {
      const added: FakeChannel = {
        id,
        name: channel.name ?? id.toLowerCase(),
        kind: channel.kind ?? 'public',
        members: new Set(channel.members ?? [botUser]),
        archived: channel.archived ?? false,
      };
      channels.set(id, added);
      return added;
    },
    /** The direct conversation of a person with the app. */
    imOf(user: string): FakeChannel {
      const id = `D${user.slice(1)}`;
      return channels.get(id) ?? this.addChannel(id, { kind: 'im', members: [user, botUser] });
    },
    find(channel: string, ts: string): FakeMessage | undefined {
      return messages.find((message) => message.channel === channel && message.ts === ts);
    },
    /** What a person sees in a channel, or in a thread of it, oldest first. */
    visible(channel: string, viewer?: string, threadTs?: string): FakeMessage[] {
      return messages
        .filter((message) => message.channel === channel)
        .filter((message) => message.onlyFor === undefined || message.onlyFor === viewer)
        .filter((message) => threadTs === undefined || message.threadTs === threadTs || message.ts === threadTs)
        .toSorted((one, other) => (one.ts < other.ts ? -1 : 1));
    },
    remove(message: FakeMessage): void {
      messages.splice(messages.indexOf(message), 1);
    },
  };
}
