import { existsSync } from 'node:fs';
import { stdin, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { createTerminalAdapter } from '../adapters/terminal/adapter.ts';
import { paperOf } from '../adapters/terminal/dialect.ts';
import { renderReply } from '../adapters/terminal/render.ts';
import { createWebAdapter } from '../adapters/web/adapter.ts';
import { toAnswerRecord, type AnswerRecord } from './answers/answer-record.ts';
import { createBot } from './bot.ts';
import type { Adapter, Core, Handle } from './chat/adapter.ts';
import { messagesIn } from './chat/messages.ts';
import type { Reply } from './chat/reply.ts';
import { systemClock } from './clock.ts';
import { askQuestion } from './commands/ask.ts';
import { catalog } from './commands/catalog.ts';
import type { AnswerContext } from './commands/command.ts';
import { readConfig, type Config } from './config.ts';
import { AppError } from './errors.ts';
import { runKnowledgeCheck } from './knowledge/check-report.ts';
import { openLiveKnowledge } from './knowledge/live-knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import { isLanguage, languages, type Language } from './language.ts';
import { linesOf } from './lines.ts';
import { createLog, type Log } from './log.ts';
import { createRetriever } from './retrieval/retriever.ts';

const usage = `Usage:
  npm start                             the web page, and a conversation in this terminal
  npm run ask                           a conversation in this terminal
  npm run ask -- "question" [--json]    one answer
  npm run --silent ask -- --batch       questions on standard input, one a line; one JSON object a line
  npm run knowledge:check               checks the pages of the knowledge
Options of ask: --language en|es|fr     answer in this language whatever the question's
`;

/** How long the knowledge folder must be quiet before it is read again, and how often it is looked at besides. */
const debounceMs = 300;
const rescanMs = 60_000;
/** After this time a room that does not close keeps the program no longer. */
const stopMs = 10_000;

async function main(args: readonly string[]): Promise<number> {
  const [command = 'start', ...rest] = args;
  loadEnvironment();
  const config = readConfig(process.env);
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure; the web page goes on without it.
    if (command !== 'start') process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  switch (command) {
    case 'start':
      parseArgs({ args: rest });
      return start(config);
    case 'ask':
      return ask(config, rest);
    case 'knowledge:check':
      parseArgs({ args: rest });
      return runKnowledgeCheck(config.knowledgeDir, systemClock(), (text) => stdout.write(text));
    case 'help':
    case '--help':
    case '-h':
      stdout.write(usage);
      return 0;
    default:
      stderr.write(usage);
      return 1;
  }
}

function loadEnvironment(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    throw new AppError('configuration', 'Reading the file .env failed.', {
      hint: 'Check that it is a file and may be read, or remove it.',
      cause,
    });
  }
}

/** Runs the rooms until the program is told to stop; with a terminal, a conversation is one of them. */
async function start(config: Config): Promise<number> {
  // In a terminal that is used for a conversation, the log would stand between question and answer.
  const isTerminal = stdin.isTTY && stdout.isTTY;
  const log = createLog(isTerminal && config.logLevel === 'info' ? 'warn' : config.logLevel, stderr);
  const knowing = await openKnowing(config, log);
  const handle = createBot({ current: knowing.current, contact: config.contactEmail, clock: systemClock, log });
  const web = createWebAdapter({ host: config.host, port: config.port, now: systemClock, log });
  const left = Promise.withResolvers<void>();
  const rooms: Adapter[] = [web];
  if (isTerminal) {
    rooms.push(
      createTerminalAdapter({ input: stdin, output: stdout, language: preferredLanguage(), onEnd: left.resolve }),
    );
  }
  process.once('SIGINT', () => left.resolve());
  process.once('SIGTERM', () => left.resolve());
  const core = coreOf(handle);
  await web.start(core);
  stdout.write(banner(config, web, knowing.current().knowledge.sections.length));
  for (const room of rooms.slice(1)) await room.start(core);
  // Checking takes longer than answering the first question; both wait for nobody.
  setImmediate(() => reportProblems(knowing.current().knowledge.problems, log));
  await left.promise;
  knowing.close();
  // The room that hangs must not keep the others open.
  setTimeout(() => process.exit(0), stopMs).unref();
  await Promise.all(rooms.map((room) => room.stop()));
  return 0;
}

/** Knowledge and index that follow the folder; pages with a mistake are logged and the last good ones served. */
async function openKnowing(config: Config, log: Log) {
  const live = await openLiveKnowledge(config.knowledgeDir, {
    clock: systemClock,
    log,
    onReload: (knowledge) => {
      retriever = createRetriever(knowledge);
      reportProblems(knowledge.problems, log);
      log.info({ sections: knowledge.sections.length }, 'the knowledge was read again');
    },
  });
  refuseEmpty(live.current(), log);
  let retriever = createRetriever(live.current());
  const watch = watchKnowledge(config.knowledgeDir, { onChange: () => void live.reload(), debounceMs, rescanMs, log });
  return { current: () => ({ knowledge: live.current(), retriever }), close: watch.close };
}

/** Without a page the answer to everything would be that the assistant does not know, whatever the reason. */
function refuseEmpty(knowledge: AnswerContext['knowledge'], log: Log): void {
  if (knowledge.sections.length > 0) return;
  reportProblems(knowledge.problems, log);
  throw new AppError('knowledge', 'The knowledge folder holds no page that can be read.', {
    hint: 'Set KNOWLEDGE_DIR to the folder that holds en, es and fr; knowledge:check says what is wrong with its pages.',
  });
}

function reportProblems(problems: AnswerContext['knowledge']['problems'], log: Log): void {
  for (const problem of problems)
    log[problem.severity === 'error' ? 'error' : 'warn'](problem, 'a problem in the knowledge');
}

function banner(config: Config, web: Adapter, sections: number): string {
  return `
  Metropolis assistant: ${sections} sections of knowledge in English, Spanish and French

    web page    ${web.status().detail}
    terminal    ${stdin.isTTY && stdout.isTTY ? 'type a question below; /help says more, /quit ends' : 'not interactive'}
    Slack       not part of this version
    Discord     not part of this version
    knowledge   ${config.knowledgeDir} (edits are picked up while running)

`;
}

async function ask(config: Config, args: readonly string[]): Promise<number> {
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
    language: wanted ?? (batch ? languages[0] : preferredLanguage()),
  };
  const once = (question: string): { reply: Reply; record: AnswerRecord } => {
    const startedAt = performance.now();
    const { reply, answer } = askQuestion(context, question, wanted);
    return { reply, record: toAnswerRecord(answer, reply, performance.now() - startedAt) };
  };
  if (batch) {
    for await (const line of linesOf(stdin.setEncoding('utf8'))) {
      stdout.write(`${JSON.stringify(once(line).record)}\n`);
    }
    return 0;
  }
  if (positionals.length > 0) {
    const { reply, record } = once(positionals.join(' '));
    stdout.write(json ? `${JSON.stringify(record, undefined, 2)}\n` : `${renderReply(reply, paperOf(stdout))}\n`);
    return 0;
  }
  return converse(context, wanted);
}

/** The rooms of this machine say everything once by themselves, and keep no reports. */
function coreOf(handle: Handle): Core {
  return {
    handle,
    commands: catalog.map(({ spec }) => spec),
    begin: async () => ({ again: false, finish: async () => undefined }),
    keepUpToDate: async () => undefined,
  };
}

async function converse(
  { knowledge, retriever, contact, language }: AnswerContext,
  answerIn: Language | undefined,
): Promise<number> {
  const log = createLog('silent', stderr);
  const bot = createBot({ current: () => ({ knowledge, retriever }), contact, clock: systemClock, log });
  const handle: Handle = (incoming) =>
    bot(incoming.kind === 'message' && answerIn !== undefined ? { ...incoming, answerIn } : incoming);
  const left = Promise.withResolvers<void>();
  const room = createTerminalAdapter({ input: stdin, output: stdout, language, onEnd: left.resolve });
  await room.start(coreOf(handle));
  await left.promise;
  await room.stop();
  return 0;
}

/** The language of the machine's user, where it is one of ours. */
function preferredLanguage(): Language {
  // Empty counts as not set.
  const tag = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').slice(0, 2);
  return isLanguage(tag) ? tag : languages[0];
}

// A log that nobody reads any more must not take the program down.
stderr.on('error', () => undefined);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 1;
  const { failed } = messagesIn(languages[0]);
  if (error instanceof AppError) stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
  else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    stderr.write(`${error.message}\n${usage}`);
  else
    stderr.write(
      `${failed('metropolis@metropolis.org')}\n${error instanceof Error ? (error.stack ?? error.message) : ''}\n`,
    );
}
