import { createInterface } from 'node:readline/promises';
import { paperOf } from '../../adapters/terminal/dialect.ts';
import { renderReply } from '../../adapters/terminal/render.ts';
import type { Person } from '../chat/incoming.ts';
import type { Reply, ReplyAction } from '../chat/reply.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { openEngine } from './open-engine.ts';
import { openKnowing } from './open-knowing.ts';
import { isInteractive, type World } from './world.ts';

/** Whoever sits at the machine. */
const person: Person = { id: 'terminal:local' };

export interface CommandLine {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  /** Confirms what the command proposes without asking; what notifies everybody is always asked. */
  readonly confirm?: boolean;
}

/**
 * Gives one command from the command line, shows the reply, and lets the person choose what to do next. The exit code is
 * 1 when what was asked for was not done.
 */
export async function runCommandLine(world: World, { name, options, confirm = false }: CommandLine): Promise<number> {
  const log = createLog('silent', world.stderr);
  const knowing = await openKnowing(world.config.knowledgeDir, log);
  const engine = await openEngine(world, { current: knowing.current, log });
  const give = async (command: string, given: CommandLine['options']): Promise<Reply> => {
    const envelope = { conversationId: 'terminal', person, locale: world.language };
    const reply = await engine.core.handle({ ...envelope, kind: 'command', name: command, options: given });
    world.stdout.write(`${renderReply(reply, paperOf(world.stdout))}\n`);
    // In a script nobody chooses a number: what shows each announcement again is a command.
    const ids = isInteractive(world) ? [] : announcementIds(reply);
    if (ids.length > 0) world.stdout.write(`\n${ids.map((id) => `npm run announcements -- ${id}\n`).join('')}`);
    return reply;
  };
  try {
    let reply = await give(name, options);
    if (confirm) {
      const action = reply.actions?.find(isConfirmation);
      if (action?.kind !== 'command') return 1;
      reply = await give(action.command, action.options);
      return reply.actions?.some(isConfirmation) === true || reply.failed === true ? 1 : 0;
    }
    while (isInteractive(world)) {
      const action = await choose(world, reply.actions ?? []);
      if (action === undefined) break;
      reply = await give(...commandOf(action));
    }
    return reply.failed === true ? 1 : 0;
  } finally {
    knowing.close();
    await engine.close();
  }
}

/** The announcements that a reply is about, in its order. */
function announcementIds({ actions = [], reportsOn }: Reply): string[] {
  const named = actions.flatMap((action) => {
    const isAbout = action.kind === 'command' && action.command.startsWith('announce');
    return isAbout && action.options['id'] !== undefined ? [action.options['id']] : [];
  });
  return [...new Set(reportsOn === undefined ? named : [reportsOn, ...named])];
}

function isConfirmation(action: ReplyAction): boolean {
  return action.kind === 'command' && action.options['action'] === 'confirm';
}

/** The action whose number the person types; undefined when there is none, or the person wants none. */
async function choose({ stdin, stdout }: World, actions: readonly ReplyAction[]): Promise<ReplyAction | undefined> {
  if (actions.length === 0) return undefined;
  const lines = createInterface({ input: stdin, output: stdout });
  try {
    return actions[Number(await lines.question('\n› ')) - 1];
  } finally {
    lines.close();
  }
}

function commandOf(action: ReplyAction): [string, CommandLine['options']] {
  switch (action.kind) {
    case 'ask':
      return ['ask', { question: action.question }];
    case 'read':
      return ['read', { section: action.sectionId }];
    case 'command':
      return [action.command, action.options];
  }
}

/**
 * The options of a command as they were typed, in the order of its specification.
 * @throws AppError `configuration` when there are more than it takes
 */
export function optionsInOrder(names: readonly string[], values: readonly string[]): Record<string, string> {
  if (values.length > names.length) {
    throw new AppError('configuration', `At most ${names.length} words are wanted here: ${names.join(', ')}.`);
  }
  return Object.fromEntries(values.map((value, index) => [names[index] ?? '', value]));
}
