import { onTestFinished } from 'vitest';
import { createBot } from '../../src/bot.ts';
import type { Adapter } from '../../src/chat/adapter.ts';
import type { Outlet } from '../../src/chat/outlet.ts';
import type { Settings } from '../../src/commands/command.ts';
import { createDispatcher } from '../../src/dispatcher.ts';
import { createReporter } from '../../src/dispatcher/reporter.ts';
import { AppError } from '../../src/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { openSmallKnowledge } from '../commands/small-knowledge.ts';
import { silentLog } from '../fakes/test-store.ts';

interface WholeProgram {
  readonly store: Store;
  readonly adapter: Adapter;
  /** The ways out to other platforms. */
  readonly others?: readonly Outlet[];
  readonly settings?: Partial<Settings>;
  /** The group whose members are the secretariat. */
  readonly secretariat: string;
}

const clock = () => Date.now();

/** Bot, outbox and reports around one room, as they are in the program; stopped after the test. */
export async function openWholeProgram({ store, adapter, others = [], settings = {}, secretariat }: WholeProgram) {
  const { outlet, calendar, update } = adapter;
  if (outlet === undefined || update === undefined) throw new Error('no outlet');
  const outlets = new Map([outlet, calendar, ...others].flatMap((each) => (each ? [[each.platform, each]] : [])));
  const knowledge = await openSmallKnowledge();
  const wakes: (() => void)[] = [];
  let count = 0;
  const core = createBot({
    current: () => knowledge,
    contact: 'desk@example.org',
    clock,
    log: silentLog,
    store,
    outlets,
    settings: {
      zone: 'Europe/Madrid',
      requireApproval: false,
      keepQuestions: false,
      pingRole: 'secretariat',
      ...settings,
    },
    roles: { secretariat: new Set([secretariat]), admin: new Set() },
    // Also the program that is started again on the same database gives ids of its own.
    newId: () => `n${Date.now()}x${(count += 1)}`,
    onWake: () => wakes.forEach((wake) => wake()),
  });
  const dispatcher = createDispatcher({ store, outlets, clock, random: () => 0.5, log: silentLog, name: 'one' });
  const reporter = createReporter({
    store,
    updaters: new Map([[adapter.platform, update]]),
    report: async (subject, reader) => {
      const reply = await core.handle({ ...reader, kind: 'command', name: 'announcements', options: { id: subject } });
      if (reply.failed === true) throw new AppError('unavailable', 'no report');
      return reply;
    },
    clock,
    log: silentLog,
  });
  wakes.push(
    () => dispatcher.wake(),
    () => reporter.wake(),
  );
  const stop = async (): Promise<void> => {
    await Promise.all([dispatcher.stop(), reporter.stop()]);
    await adapter.stop();
  };
  return {
    core,
    async start(): Promise<void> {
      await adapter.start(core);
      dispatcher.start();
      reporter.start();
      onTestFinished(stop);
    },
    stop,
  };
}
