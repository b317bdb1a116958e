import { randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { hasRole, roleOf } from '../chat/role.ts';
import { systemClock } from '../clock.ts';
import { announcementReport } from '../commands/announcing/show.ts';
import { createDispatcher } from '../dispatcher.ts';
import { createReporter } from '../dispatcher/reporter.ts';
import { AppError } from '../errors.ts';
import { languages } from '../language.ts';
import type { Log } from '../log.ts';
import type { Engine } from './open-engine.ts';
import type { World } from './world.ts';

const steps = channel('assistant:delivery');

/** The loop that delivers and the one that keeps reports up to date. */
export function openDelivering({ config }: World, engine: Engine, log: Log) {
  const { store, outlets, rooms } = engine;
  const dispatcher = createDispatcher({
    store,
    outlets,
    clock: systemClock,
    random: Math.random,
    log,
    name: randomUUID(),
    timing: { graceMs: config.missedMs },
    // Whoever looks at a running program, or ends it at a step, finds out here where each delivery is.
    onStep: (step, id) => steps.publish({ step, id }),
  });
  const reporter = createReporter({
    store,
    updaters: new Map(rooms.flatMap(({ platform, update }) => (update === undefined ? [] : [[platform, update]]))),
    report: async (subject, { person, locale }) => {
      const announcement = await store.announcements.get(subject);
      if (announcement === undefined) throw new AppError('unavailable', 'The announcement of a report is not stored.');
      return await announcementReport(store, announcement, {
        language: locale ?? languages[0],
        now: systemClock(),
        mayAct: hasRole(roleOf(person, config.roles), 'secretariat'),
      });
    },
    clock: systemClock,
    log,
  });
  engine.onWake(() => {
    dispatcher.wake();
    reporter.wake();
  });
  return {
    start() {
      dispatcher.start();
      reporter.start();
    },
    async stop() {
      await Promise.all([dispatcher.stop(), reporter.stop()]);
    },
  };
}
