import { existsSync } from 'node:fs';
import { stdin, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { messagesIn } from './chat/messages.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { runKnowledgeCheck } from './knowledge/check-report.ts';
import { isLanguage, languages, type Language } from './language.ts';
import { ask } from './programs/ask.ts';
import { optionsInOrder, runCommandLine } from './programs/command-line.ts';
import { backupTo, restoreFrom } from './programs/backup.ts';
import { doctor } from './programs/doctor.ts';
import { readTextFile } from './programs/read-text-file.ts';
import { registerCommands } from './programs/register-commands.ts';
import { signIn } from './programs/sign-in.ts';
import { start } from './programs/start.ts';
import type { World } from './programs/world.ts';

const usage = `Usage:
  npm start                             the web page, the configured platforms, and a conversation in this terminal
  npm run ask                           a conversation in this terminal
  npm run ask -- "question" [--json]    one answer; --language en|es|fr: in this language whatever the question's
  npm run --silent ask -- --batch       questions on standard input, one a line; one JSON object a line
  npm run announce -- file.md [--confirm]     a draft from a file: preview, then confirm; --id: changes that announcement
  npm run announcements [-- id]         what is announced, drafted and scheduled; one of them with its report
  npm run audience -- list|show|add|remove [name] [channel] [language] [topics]; crosspost name true|false
  npm run events [-- month] [topic]     what takes place next, or in a month
  npm run events -- import file.ics     drafts from a calendar file; --audience name, --language en|es|fr: of the drafts;
                                        --anew: also what was withdrawn
  npm run gaps                          what members asked and did not get
  npm run sign-in -- name               a link for the secretariat's part of the web page
  npm run backup -- file.db             copies what is stored, while the assistant runs
  npm run restore -- file.db            puts such a copy in its place
  npm run knowledge:check               checks the pages of the knowledge
  npm run doctor                        checks the configuration of the platforms
  npm run discord:register              registers the commands with Discord, where they differ
`;

async function main(args: readonly string[]): Promise<number> {
  const [command = 'start', ...rest] = args;
  // What is stored, and backups of it, are for the account that runs the assistant alone.
  process.umask(0o077);
  loadEnvironment();
  const told = Promise.withResolvers<void>();
  const world: World = {
    config: readConfig(process.env),
    stdin,
    stdout,
    stderr,
    language: preferredLanguage(),
    told: told.promise,
    exit: (code) => process.exit(code),
  };
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure; the web page goes on without it.
    if (command !== 'start') process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  switch (command) {
    case 'start':
      parseArgs({ args: rest });
      process.once('SIGINT', () => told.resolve());
      process.once('SIGTERM', () => told.resolve());
      return await start(world);
    case 'ask':
      return await ask(world, rest);
    case 'announce':
      return await announce(world, rest);
    case 'announcements':
      return await runCommandLine(world, { name: 'announcements', options: optionsInOrder(['id'], rest) });
    case 'audience':
      return await runCommandLine(world, { name: 'audience', options: audienceOptions(rest) });
    case 'events':
      return await events(world, rest);
    case 'gaps':
      parseArgs({ args: rest });
      return await runCommandLine(world, { name: 'gaps', options: { all: 'true' } });
    case 'sign-in':
      return await signIn(world, rest);
    case 'backup':
      return await backupTo(world, rest);
    case 'restore':
      return await restoreFrom(world, rest);
    case 'knowledge:check':
      parseArgs({ args: rest });
      return await runKnowledgeCheck(world.config.knowledgeDir, systemClock(), (text) => stdout.write(text));
    case 'doctor':
      parseArgs({ args: rest });
      return await doctor(world);
    case 'discord:register':
      parseArgs({ args: rest });
      return await registerCommands(world);
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

function audienceOptions(words: readonly string[]): Record<string, string> {
  const [action = 'list'] = words;
  const others = action === 'crosspost' ? ['crosspost'] : ['channel', 'language', 'topics'];
  return optionsInOrder(['action', 'name', ...others], words.length === 0 ? [action] : words);
}

async function announce(world: World, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { confirm: { type: 'boolean' }, id: { type: 'string' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    throw new AppError('configuration', 'The name of one markdown file is wanted.', {
      hint: 'For instance: npm run announce -- announcement.md; docs/announcing.md shows how such a file is written.',
    });
  }
  const file = await readTextFile(path);
  const options = values.id === undefined ? { file } : { file, id: values.id };
  return await runCommandLine(world, { name: 'announce', options, confirm: values.confirm ?? false });
}

async function events(world: World, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { audience: { type: 'string' }, language: { type: 'string' }, anew: { type: 'boolean' } },
  });
  const [action, ...paths] = positionals;
  if (action !== 'import') {
    if (Object.keys(values).length > 0) {
      throw new AppError('configuration', 'These options go with the import of a calendar file alone.', {
        hint: 'For instance: npm run events -- import calendar.ics --audience members',
      });
    }
    return await runCommandLine(world, { name: 'events', options: optionsInOrder(['month', 'topic'], positionals) });
  }
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    throw new AppError('configuration', 'The name of one calendar file is wanted.', {
      hint: 'For instance: npm run events -- import calendar.ics; docs/announcing.md says what becomes of it.',
    });
  }
  const { anew = false, ...given } = values;
  const options = { ...given, file: await readTextFile(path), anew: String(anew) };
  return await runCommandLine(world, { name: 'import', options });
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
