import { parseArgs } from 'node:util';
import { createTerminalAdapter } from '../../adapters/terminal/adapter.ts';
import { paperOf } from '../../adapters/terminal/dialect.ts';
import { renderReply } from '../../adapters/terminal/render.ts';
import { toAnswerRecord, type AnswerRecord } from '../answers/answer-record.ts';
import type { Handle } from '../chat/adapter.ts';
import type { Reply } from '../chat/reply.ts';
import { systemClock } from '../clock.ts';
import { askEverything } from '../commands/ask.ts';
import type { AnswerContext } from '../commands/command.ts';
import { announcedEvents, publicPlatform, type AnnouncedEvent } from '../commands/events/announced-events.ts';
import { AppError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { isLanguage, languages, type Language } from '../language.ts';
import { linesOf } from '../lines.ts';
import { createLog } from '../log.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { openStore } from '../store/open-store.ts';
import { isStored, storageOf } from './backup.ts';
import { openEngine } from './open-engine.ts';
import { refuseEmpty } from './open-knowing.ts';
import { readTextFile } from './read-text-file.ts';
import type { World } from './world.ts';

/** One answer, a file of questions, or a conversation. */
export async function ask(world: World, args: readonly string[]): Promise<number> {
  const { config, stdin, stdout, stderr } = world;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, batch: { type: 'boolean' }, language: { type: 'string' } },
  });
  const { language: wanted, batch = false, json = false } = values;
  if (wanted !== undefined && !isLanguage(wanted)) {
    throw new AppError('configuration', '--language must be en, es or fr.');
  }
  if (batch && positionals.length > 0) {
    throw new AppError('configuration', '--batch reads the questions from standard input and takes none besides.');
  }
  if (json && !batch && positionals.length === 0) {
    throw new AppError('configuration', '--json needs a question, or --batch.');
  }
  const knowledge = await loadKnowledge(config.knowledgeDir, { now: systemClock() });
  refuseEmpty(knowledge, createLog(config.logLevel, stderr));
  const context: AnswerContext = {
    knowledge,
    retriever: createRetriever(knowledge),
    contact: config.contactEmail,
    // The language of the machine must not change what a file of questions scores.
    language: wanted ?? (batch ? languages[0] : world.language),
    // Nor must the day on which it is scored, or what was announced before.
    ...(batch
      ? {}
      : { today: { now: systemClock(), zone: config.zone }, announced: async () => await announcedToAll(world) }),
  };
  const once = async (question: string): Promise<{ reply: Reply; record: AnswerRecord }> => {
    const startedAt = performance.now();
    const { reply, answer } = await askEverything(context, question, wanted);
    return { reply, record: toAnswerRecord(answer, reply, performance.now() - startedAt) };
  };
  if (batch) {
    for await (const line of linesOf(stdin.setEncoding('utf8'))) {
      stdout.write(`${JSON.stringify((await once(line)).record)}\n`);
    }
    return 0;
  }
  if (positionals.length > 0) {
    const { reply, record } = await once(positionals.join(' '));
    stdout.write(json ? `${JSON.stringify(record, undefined, 2)}\n` : `${renderReply(reply, paperOf(stdout))}\n`);
    return 0;
  }
  return await converse(world, context, wanted);
}

/** The events that everybody may know; nothing is made where nothing has been stored yet. */
async function announcedToAll({ config, stderr }: World): Promise<readonly AnnouncedEvent[]> {
  if (!isStored(config)) return [];
  const store = await openStore({ ...storageOf(config), log: createLog(config.logLevel, stderr), clock: systemClock });
  try {
    return await announcedEvents(store, [publicPlatform]);
  } finally {
    await store.close();
  }
}

async function converse(
  world: World,
  { knowledge, retriever, language }: AnswerContext,
  answerIn: Language | undefined,
): Promise<number> {
  const log = createLog('silent', world.stderr);
  const engine = await openEngine(world, { current: () => ({ knowledge, retriever }), log });
  const handle: Handle = (incoming) =>
    engine.core.handle(incoming.kind === 'message' && answerIn !== undefined ? { ...incoming, answerIn } : incoming);
  const left = Promise.withResolvers<void>();
  const room = createTerminalAdapter({
    input: world.stdin,
    output: world.stdout,
    language,
    readFile: readTextFile,
    onEnd: left.resolve,
  });
  await room.start({ ...engine.core, handle });
  await left.promise;
  await room.stop();
  await engine.close();
  return 0;
}
