import { randomBytes } from 'node:crypto';
import { createWebAdapter } from '../../adapters/web/adapter.ts';
import { createBot } from '../bot.ts';
import type { Adapter, Core } from '../chat/adapter.ts';
import type { Outlet } from '../chat/outlet.ts';
import { systemClock } from '../clock.ts';
import { catalog } from '../commands/catalog.ts';
import type { Settings } from '../commands/command.ts';
import { publicPlatform } from '../commands/events/announced-events.ts';
import { createEventFiles } from '../commands/events/event-files.ts';
import { createPublicCalendar } from '../commands/events/public-calendar.ts';
import type { Config } from '../config.ts';
import type { Knowledge } from '../knowledge/section.ts';
import type { Log } from '../log.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { storageOf } from './backup.ts';
import type { Knowing } from './open-knowing.ts';
import { createSignIns } from './sign-ins.ts';
import type { World } from './world.ts';

/** Everything but the rooms' doors: what a command needs to be carried out. */
export interface Engine {
  readonly store: Store;
  /** What is configured, the web page first; not opened. */
  readonly rooms: readonly Adapter[];
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly core: Core;
  /** Where everything is stored, for people to read. */
  readonly storedIn: string;
  /** Who is told when there is something new to deliver. */
  onWake(listener: () => void): void;
  close(): Promise<void>;
}

/** As many announcements are shown on one board of the web page. */
const postsOnBoard = 100;

interface EngineDependencies {
  readonly current: Knowing['current'];
  readonly log: Log;
}

/**
 * Opens the store and makes the rooms that are configured.
 * @throws AppError `store` when the store cannot be opened
 */
export async function openEngine(world: World, { current, log }: EngineDependencies): Promise<Engine> {
  const { config } = world;
  const store = await openStore({
    ...storageOf(config),
    log,
    clock: systemClock,
  });
  const rooms = await createRooms(world, store, { knowledge: () => current().knowledge, log });
  const outlets = new Map(
    rooms
      .flatMap(({ outlet, calendar }) => [outlet, calendar])
      .flatMap((outlet) => (outlet === undefined ? [] : [[outlet.platform, outlet]])),
  );
  const listeners: (() => void)[] = [];
  const bot = createBot({
    current,
    contact: config.contactEmail,
    clock: systemClock,
    log,
    store,
    outlets,
    settings: settingsOf(config),
    roles: config.roles,
    newId: () => randomBytes(10).toString('hex'),
    onWake: () => listeners.forEach((listener) => listener()),
  });
  return {
    store,
    rooms,
    outlets,
    core: { ...bot, commands: catalog.map(({ spec }) => spec) },
    storedIn: config.databaseUrl === undefined ? `SQLite, in ${config.dataDir}` : 'PostgreSQL',
    onWake: (listener) => void listeners.push(listener),
    close: () => store.close(),
  };
}

function settingsOf(config: Config): Settings {
  return {
    zone: config.zone,
    requireApproval: config.requireApproval,
    keepQuestions: config.keepQuestions,
    pingRole: config.pingRole,
    ...(config.secretariatChannel === undefined ? {} : { secretariatChannel: config.secretariatChannel }),
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  };
}

/** Where a post stands, as far as the outbox knows: sent, and not taken away since. */
async function channelOf({ deliveries }: Store, key: string): Promise<string | undefined> {
  const post = await deliveries.get(key);
  if (post?.status !== 'sent') return undefined;
  const rows = await deliveries.progressOf(post.subject);
  const later = rows.slice(rows.findIndex(({ id }) => id === key) + 1);
  const isGone = later.some(
    ({ kind, status, channel, slot }) =>
      kind === 'remove' && status === 'sent' && channel === post.channel && slot === post.slot,
  );
  return isGone ? undefined : post.channel;
}

/** A platform's library is loaded only where the platform is configured: they are large. */
async function createRooms(
  { config, exit }: World,
  store: Store,
  { knowledge, log }: { readonly knowledge: () => Knowledge; readonly log: Log },
): Promise<readonly Adapter[]> {
  const common = {
    log,
    clock: systemClock,
    // Whoever started the program starts it again; a room that hears nothing any more cannot be mended from within.
    onSilent: () => exit(1),
    ...(config.secretariatChannel === undefined ? {} : { secretariatChannel: config.secretariatChannel }),
  };
  const rooms: Adapter[] = [
    createWebAdapter({
      host: config.host,
      port: config.port,
      now: systemClock,
      log,
      ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
      signIns: createSignIns(store, systemClock),
      board: async (channel) =>
        (await store.deliveries.standingIn(channel, postsOnBoard)).map(({ id, payload, sentAt = 0 }) => ({
          id,
          payload,
          sentAt,
        })),
      calendar: createPublicCalendar({ knowledge, store, clock: systemClock, platform: publicPlatform }),
      eventFile: createEventFiles({ knowledge, store, clock: systemClock }),
      standing: async (key) => await channelOf(store, key),
      zone: config.zone,
    }),
  ];
  if (config.slack !== undefined) {
    const { createSlackAdapter } = await import('../../adapters/slack/adapter.ts');
    rooms.push(createSlackAdapter({ ...common, ...config.slack, host: config.host }));
  }
  if (config.discord !== undefined) {
    const { createDiscordAdapter } = await import('../../adapters/discord/adapter.ts');
    rooms.push(createDiscordAdapter({ ...common, ...config.discord }));
  }
  return rooms;
}
