import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { steps } from '../../src/dispatcher/try-delivery.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createRandom } from '../eval/bench/random.ts';
import { createDesk } from './desk.ts';
import { runCommand, startInstance, type Environment, type Instance } from './instance.ts';
import { openPlatforms } from './platforms.ts';
import { verdict, type Promised } from './verdict.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly destinations: number;
  /** How many programs run on the same store at a time; more than one need PostgreSQL. */
  readonly instances: number;
  readonly databaseUrl?: string;
  /** The same seed kills at the same steps. */
  readonly seed: number;
  readonly onProgress?: (line: string) => void;
}

export interface CrashResult {
  readonly kills: number;
  readonly announcements: number;
  readonly duplicates: readonly string[];
  readonly losses: readonly string[];
}

/** How many announcements may be on their way before new ones wait: a channel takes one post a second. */
const mostUnderWay = 3;
const drainMs = 240_000;
const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));

/**
 * Announces to many channels through the real program while it is killed again and again, at random moments and at each
 * step of delivering, and looks at the end at what people see in the channels.
 */
export async function runCrashTest(options: CrashOptions): Promise<CrashResult> {
  const folder = await mkdtemp(join(tmpdir(), 'crash-'));
  const platforms = await openPlatforms(options.destinations);
  const storage = {
    dataDir: join(folder, 'data'),
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
  };
  const store = await openStore({ ...storage, log: createLog('silent', process.stderr), clock: Date.now });
  try {
    const env: Environment = {
      ...platforms.environment,
      DATA_DIR: storage.dataDir,
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
      KNOWLEDGE_DIR: await littleKnowledge(folder),
      PORT: '0',
      LOG_LEVEL: 'error',
    };
    for (const channel of platforms.channels) {
      await store.audiences.putChannel('all', { channel, language: 'en', topics: [] });
    }
    const { kills, promised } = await killAndAnnounce(options, store, env);
    await drain(options, store, env, promised);
    return { kills, announcements: promised.length, ...verdict(promised, platforms) };
  } finally {
    await store.close();
    await platforms.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As little as the program needs to start: what is asked of it here is not to answer. */
async function littleKnowledge(folder: string): Promise<string> {
  const target = join(folder, 'knowledge');
  await mkdir(target);
  await cp(join(knowledge, 'glossary.md'), join(target, 'glossary.md'));
  for (const language of ['en', 'es', 'fr']) {
    await cp(join(knowledge, language, 'metropolitan-day'), join(target, language, 'metropolitan-day'), {
      recursive: true,
    });
  }
  return target;
}

async function killAndAnnounce(options: CrashOptions, store: Store, env: Environment) {
  const random = createRandom(options.seed);
  const running: (Instance | undefined)[] = Array.from({ length: options.instances }, () => undefined);
  const promised: Promised[] = [];
  let kills = 0;
  let lastFailure: unknown;
  const over = new AbortController();

  /** Keeps one place filled with a program, and kills it again and again. */
  async function killAgainAndAgain(place: number): Promise<void> {
    while (kills < options.kills) {
      const [step] = random() < 0.5 ? [] : [steps[Math.floor(random() * steps.length)]];
      const at = step === undefined ? undefined : `${step}:${1 + Math.floor(random() * 30)}`;
      const instance = await startInstance(env, at);
      running[place] = instance;
      const lifeMs = 300 + random() * 2500;
      // A step that is not reached, because nothing is left to deliver, must not stop the test.
      if (instance !== undefined) await Promise.race([instance.ended, setTimeout(at === undefined ? lifeMs : 6000)]);
      if (instance?.isRunning() === false && instance.complaint().includes('"level":60'))
        throw new Error(instance.complaint());
      instance?.kill();
      await instance?.ended;
      running[place] = undefined;
      kills += 1;
      if (kills % 10 === 0) options.onProgress?.(`${kills} kills, ${promised.length} announcements`);
    }
  }

  async function announceAgainAndAgain(): Promise<void> {
    const desk = createDesk(() => running.find((instance) => instance?.isRunning())?.address ?? 'http://127.0.0.1:9');
    let isSignedIn = false;
    for (let number = 1; !over.signal.aborted; number += 1) {
      try {
        if (!isSignedIn) await desk.signIn(await runCommand(['sign-in', 'ana'], env));
        isSignedIn = true;
        if ((await underWay(store, promised)) >= mostUnderWay) {
          await setTimeout(200);
          continue;
        }
        const title = `Announcement ${number} of many`;
        const id = await desk.announce({
          'title.en': title,
          'body.en': `The text of number ${number}.`,
          audience: 'all',
        });
        promised.push({ id, title });
      } catch (error) {
        // Nobody has promised anything: the program was killed before it answered.
        lastFailure = error;
        await setTimeout(100);
      }
    }
  }

  const announcing = announceAgainAndAgain();
  await Promise.all(running.map((_, place) => killAgainAndAgain(place)));
  over.abort();
  await announcing;
  if (promised.length === 0) throw new Error(`Nothing could be announced: ${String(lastFailure)}`);
  return { kills, promised };
}

async function underWay(store: Store, promised: readonly Promised[]): Promise<number> {
  const counts = await Promise.all(promised.slice(-mostUnderWay).map(({ id }) => store.deliveries.counts(id)));
  return counts.filter(({ pending = 0, claimed = 0, unknown = 0 }) => pending + claimed + unknown > 0).length;
}

/** Lets the program finish in peace. */
async function drain(
  options: CrashOptions,
  store: Store,
  env: Environment,
  promised: readonly Promised[],
): Promise<void> {
  const instances = await Promise.all(Array.from({ length: options.instances }, () => startInstance(env)));
  const deadline = Date.now() + drainMs;
  const isDone = async () => {
    const counts = await Promise.all(promised.map(({ id }) => store.deliveries.counts(id)));
    return counts.every(({ pending = 0, claimed = 0, unknown = 0 }) => pending + claimed + unknown === 0);
  };
  while (!(await isDone()) && Date.now() < deadline) await setTimeout(250);
  for (const instance of instances) {
    instance?.kill();
    await instance?.ended;
  }
}
