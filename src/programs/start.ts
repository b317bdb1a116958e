import { createTerminalAdapter } from '../../adapters/terminal/adapter.ts';
import type { Adapter } from '../chat/adapter.ts';
import { systemClock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { languages } from '../language.ts';
import { createLog, type Log } from '../log.ts';
import { openDelivering } from './open-delivering.ts';
import { openEngine, type Engine } from './open-engine.ts';
import { openKnowing, reportProblems } from './open-knowing.ts';
import { readTextFile } from './read-text-file.ts';
import { isInteractive, type World } from './world.ts';

/** After this time a room that does not close keeps the program no longer. */
const stopMs = 10_000;
/** How often what is older than a day is forgotten. */
const forgetMs = 3_600_000;

/** Runs the rooms until the program is told to stop; with a terminal, a conversation is one of them. */
export async function start(world: World): Promise<number> {
  const { config, stdin, stdout, stderr } = world;
  // In a terminal that is used for a conversation, the log would stand between question and answer.
  const level = isInteractive(world) && config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = createLog(level, stderr);
  const knowing = await openKnowing(config.knowledgeDir, log);
  const engine = await openEngine(world, { current: knowing.current, log });
  const left = Promise.withResolvers<void>();
  const rooms: Adapter[] = [...engine.rooms];
  if (isInteractive(world)) {
    rooms.push(
      createTerminalAdapter({
        input: stdin,
        output: stdout,
        language: world.language,
        readFile: readTextFile,
        onEnd: left.resolve,
      }),
    );
  }
  const delivering = openDelivering(world, engine, log);
  await openRooms(rooms, engine, log);
  stdout.write(banner(world, engine, knowing.current().knowledge.sections.length));
  delivering.start();
  const forgetting = setInterval(() => void forget(engine, log), forgetMs);
  // Checking takes longer than answering the first question; both wait for nobody.
  setImmediate(() => reportProblems(knowing.current().knowledge.problems, log));
  // The first suggestion in a language takes longer than the others, and there people are typing.
  if (config.discord !== undefined)
    for (const language of languages) setImmediate(() => engine.core.suggest?.('', language));
  await Promise.race([left.promise, world.told]);
  clearInterval(forgetting);
  knowing.close();
  // The room that hangs must not keep the others open.
  setTimeout(() => world.exit(0), stopMs).unref();
  await Promise.all([delivering.stop(), ...rooms.map((room) => room.stop())]);
  await engine.close();
  return 0;
}

/**
 * Opens every room; the web page must open, so that somebody can be told what is wrong with the others.
 * @throws AppError of the room that could not be opened
 */
async function openRooms(rooms: readonly Adapter[], { core }: Engine, log: Log): Promise<void> {
  const opened: Adapter[] = [];
  try {
    for (const room of rooms) {
      await room.start(core);
      opened.push(room);
    }
  } catch (error) {
    await Promise.allSettled(opened.map((room) => room.stop()));
    if (error instanceof AppError) log.error({ code: error.code, hint: error.hint }, error.message);
    throw error;
  }
}

async function forget({ store }: Engine, log: Log): Promise<void> {
  const dayMs = 24 * 3_600_000;
  try {
    await store.events.forgetBefore(systemClock() - dayMs);
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : typeof error }, 'old events could not be forgotten');
  }
}

function banner(world: World, { rooms, storedIn }: Engine, sections: number): string {
  const { config } = world;
  const detailOf = (platform: string, missing: string) =>
    rooms.find((room) => room.platform === platform)?.status().detail ?? missing;
  return `
  Metropolis assistant: ${sections} sections of knowledge in English, Spanish and French

    web page    ${detailOf('web', 'closed')}
    terminal    ${isInteractive(world) ? 'type a question below; /help says more, /quit ends' : 'not interactive'}
    Slack       ${detailOf('slack', 'not configured; docs/slack.md says how, in ten minutes')}
    Discord     ${detailOf('discord', 'not configured; docs/discord.md says how, in ten minutes')}
    database    ${storedIn}
    knowledge   ${config.knowledgeDir} (edits are picked up while running)

`;
}
