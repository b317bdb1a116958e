import { createBot, type BotDependencies } from '../../src/bot.ts';
import type { Command, Incoming } from '../../src/chat/incoming.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Settings } from '../../src/commands/command.ts';
import { createLog } from '../../src/log.ts';
import { openSmallKnowledge } from '../commands/small-knowledge.ts';
import { samplePerson } from '../contract/sample-core.ts';
import { openTestStore } from '../fakes/test-store.ts';

export const contact = 'help@example.org';

/** Somebody with the rights of the secretariat; `samplePerson` is a member. */
export const desk = { id: 'sample:desk' } as const;

export const settings: Settings = { zone: 'UTC', requireApproval: false, keepQuestions: false, pingRole: 'admin' };

/** A bot with the small knowledge and a real store; the clock moves on by 7 ms whenever it is read. */
export async function openBot(options: Partial<BotDependencies> = {}) {
  const known = await openSmallKnowledge();
  const store = options.store ?? (await openTestStore());
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  let now = 1_000;
  let ids = 0;
  let woken = 0;
  const core = createBot({
    current: () => known,
    contact,
    clock: () => (now += 7),
    log,
    store,
    outlets: new Map(),
    settings,
    roles: { secretariat: new Set([desk.id, 'sample:desk-group']), admin: new Set(['sample:admin']) },
    newId: () => `id${(ids += 1)}`,
    onWake: () => (woken += 1),
    ...options,
  });
  const say = async (text: string, rest: Partial<Extract<Incoming, { kind: 'message' }>> = {}) =>
    await core.handle({ kind: 'message', conversationId: 'one', person: samplePerson, text, ...rest });
  const command = async (name: string, given: Command['options'] = {}, rest: Partial<Command> = {}) =>
    await core.handle({ kind: 'command', conversationId: 'one', person: samplePerson, name, options: given, ...rest });
  return {
    ...core,
    store,
    say,
    command,
    /** The same, given by somebody of the secretariat. */
    order: async (name: string, given: Command['options'] = {}, rest: Partial<Command> = {}) =>
      await command(name, given, { person: desk, ...rest }),
    /** Time passes. */
    wait: (ms: number) => (now += ms),
    woken: () => woken,
    lines,
    logged: () => lines.join(''),
  };
}

export const textOf = ({ body }: Reply): string => plainText(body);
