import type { Adapter } from '../chat/adapter.ts';
import type { Log } from '../log.ts';
import { atMost, createAlarm } from './alarm.ts';
import { createReportKeeper, type ReportKeeperOptions } from './report-keeper.ts';
import { messageOf } from './settle.ts';

export interface ReporterOptions extends Omit<ReportKeeperOptions, 'platform' | 'update'> {
  /** The rooms that can replace a report, by platform. */
  readonly updaters: ReadonlyMap<string, Adapter['update']>;
  readonly log: Log;
}

export interface Reporter {
  /** Begins to keep reports up to date; a second call does nothing. */
  start(): void;
  /** Something has been changed, by a command for instance: its reports, or all, are looked at now. */
  wake(announcementId?: string): void;
  /** Lets updates under way finish, for up to 2 seconds; a second call does nothing. */
  stop(): Promise<void>;
}

const roundMs = 1000;
const longestWaitMs = 30_000;
const stopMs = 2000;

/** Keeps every posted report up to date, each platform at its own pace. */
export function createReporter({ updaters, ...options }: ReporterOptions): Reporter {
  const rooms = [...updaters].flatMap(([platform, update]) =>
    update === undefined
      ? []
      : [{ keeper: createReportKeeper({ ...options, platform, update }), alarm: createAlarm(), platform }],
  );
  let loops: readonly Promise<void>[] | undefined;
  let stopping: Promise<unknown> | undefined;
  const isStopping = (): boolean => stopping !== undefined;

  async function run({ keeper, alarm, platform }: (typeof rooms)[number]): Promise<void> {
    let waitMs = roundMs;
    while (!isStopping()) {
      try {
        await keeper.keep();
        waitMs = roundMs;
      } catch (error) {
        waitMs = Math.min(waitMs * 2, longestWaitMs);
        options.log.error({ platform, waitMs, error: messageOf(error) }, 'reports could not be looked at');
      }
      if (!isStopping()) await alarm.sleep(waitMs);
    }
  }

  return {
    start() {
      if (!isStopping()) loops ??= rooms.map(run);
    },
    wake(announcementId) {
      for (const { keeper, alarm } of rooms) {
        keeper.expect(announcementId);
        alarm.ring();
      }
    },
    async stop() {
      stopping ??= atMost(stopMs, Promise.all(loops ?? []));
      for (const { alarm } of rooms) alarm.ring();
      await stopping;
    },
  };
}
