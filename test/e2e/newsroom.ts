import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createBrowser, readText } from '../adapters/web/web-harness.ts';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { discordToken, openDiscord } from '../fakes/discord/server.ts';
import { seenText } from '../fakes/slack/seen.ts';
import { appToken, botToken, startFakeSlack } from '../fakes/slack/server.ts';
import { silentLog } from '../fakes/test-store.ts';
import { knowledgeFolder } from '../knowledge/knowledge-folder.ts';
import { waitUntil } from '../contract/wait-until.ts';
import { openDesk, type Desk, type Page } from './desk.ts';
import { emptyFolder, runProgram, startProgram, type Running } from './program.ts';

type Environment = Readonly<Record<string, string>>;

/** Loaded into a program, it makes the program's clock run ahead by `CLOCK_AHEAD_MS`. */
const clockAhead = new URL('clock-ahead.ts', import.meta.url).href;

/** What takes several programs, one after the other, takes a while on a busy machine. */
export const patient = { timeout: 120_000 };

/** A page is looked at over HTTP: not so often that the program has nothing else to do. */
const patience = { patienceMs: 60_000, everyMs: 50 };

/** An announcement as the secretariat would write it into a file. */
export const announcementFile = `---
audience: all
missing: en
---
# en: General Assembly

Please **register** by Friday.
`;

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/**
 * The real program's surroundings: a Slack and a Discord with one channel each, the board of the web page, all three in
 * the audience `all`, and a database, which the program finds wherever and however often it is started.
 */
export async function openNewsroom(given: Environment = {}) {
  const slack = await startFakeSlack();
  const discord = await openDiscord();
  onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
  });
  const folder = await emptyFolder();
  slack.workspace.addChannel('C0NEWS');
  const discordChannel = discord.state.addChannel();
  const channels = { slack: 'slack:C0NEWS', discord: `discord:${discordChannel}`, web: 'web:news' } as const;
  const env: Environment = {
    DATA_DIR: join(folder, 'data'),
    KNOWLEDGE_DIR: await knowledgeFolder(smallKnowledge),
    PORT: '0',
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discordToken,
    DISCORD_API_URL: discord.apiUrl,
    ...given,
  };
  const store = await openStoreOf(env);
  for (const channel of Object.values(channels)) {
    await store.audiences.putChannel('all', { channel, language: 'en', topics: [] });
  }
  const run = async (args: readonly string[], more: Environment = {}) =>
    await runProgram(args, { env: { ...env, ...more } });

  /** What everybody sees in the channels, oldest first. */
  async function seen({ address }: Pick<Running, 'address'>) {
    const board = await (await createBrowser(address).fetch('/news')).text();
    return {
      slack: slack.workspace
        .visible('C0NEWS')
        // What stands in a thread belongs to its post.
        .filter(({ threadTs }) => threadTs === undefined)
        .map(seenText),
      discord: discord.visible(discordChannel),
      web: [...board.matchAll(/<article[\s\S]*?<\/article>/g)].map(([post]) => readText(post)).toReversed(),
    };
  }

  return {
    slack,
    discord,
    channels,
    env,
    /** The database that the program uses, for what cannot be seen from outside. */
    store,
    /** Runs a command of the program to its end. */
    run,
    start: async (more: Environment = {}): Promise<Running> => await startProgram({ env: { ...env, ...more } }),
    /** Somebody of the secretariat at the web page of a running program. */
    async sitDown({ address }: Pick<Running, 'address'>, name = 'ana', more: Environment = {}): Promise<Desk> {
      const desk = openDesk(createBrowser(address));
      await desk.signIn((await run(['sign-in', name], more)).stdout);
      return desk;
    },
    /** Writes a file and gives its path. */
    async write(text: string | Uint8Array, name = 'announcement.md'): Promise<string> {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    },
    folder,
    seen,
    /** Waits until each channel shows exactly these posts, oldest first. */
    async untilSeen(program: Pick<Running, 'address'>, posts: readonly RegExp[]): Promise<void> {
      await waitUntil(
        `every channel to show ${posts.map(String).join(' and ')}`,
        async () =>
          Object.values(await seen(program)).every(
            (texts) => texts.length === posts.length && posts.every((post, index) => post.test(texts[index] ?? '')),
          ),
        patience,
      );
    },
  };
}

/** Leaves the web page alone, where the platforms play no part: the program starts faster. */
export const withoutPlatforms: Environment = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', DISCORD_TOKEN: '' };

/** How the environment of a program makes its clock run ahead. */
export function ahead(ms: number): Environment {
  return { NODE_OPTIONS: `--import ${clockAhead}`, CLOCK_AHEAD_MS: String(ms) };
}

async function openStoreOf({ DATA_DIR = '', DATABASE_URL }: Environment): Promise<Store> {
  const database = DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL };
  const store = await openStore({ dataDir: DATA_DIR, ...database, log: silentLog, clock: Date.now });
  onTestFinished(() => store.close());
  return store;
}

/** The report behind a page, once nothing is on its way any more. */
export async function settledReport(desk: Desk, path: string): Promise<Page> {
  let page = await desk.open(path);
  await waitUntil(
    'the report to be final',
    async () => {
      page = await desk.open(path);
      return !/on their way|being taken back|Waiting:|Being checked/.test(page.text);
    },
    patience,
  );
  return page;
}

/** The id of the announcement that a page shows. */
export function idOf({ path }: Pick<Page, 'path'>): string {
  return /^\/announcements\/(\w+)/.exec(path)?.[1] ?? '';
}
