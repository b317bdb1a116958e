import { watch, type FSWatcher } from 'node:fs';
import type { Log } from '../log.ts';

interface WatchOptions {
  /** Called when something may have changed; also when nothing has, so it must be cheap then. */
  readonly onChange: () => void;
  /** How long the folder must be quiet before `onChange` is called: an editor writes a file in several steps. */
  readonly debounceMs: number;
  /**
   * How often `onChange` is called besides. Network drives and containers lose events, and a page must not have to be
   * saved twice.
   */
  readonly rescanMs: number;
  readonly log: Log;
}

interface Watch {
  readonly close: () => void;
}

/** Calls `onChange` soon after a file in the folder was written, until it is closed. Never throws; keeps no process alive. */
export function watchKnowledge(folder: string, { onChange, debounceMs, rescanMs, log }: WatchOptions): Watch {
  let quiet: NodeJS.Timeout | undefined;
  let watcher = open();

  function open(): FSWatcher | undefined {
    try {
      return watch(folder, { recursive: true, persistent: false }, soon).on('error', report);
    } catch (error) {
      report(error);
      return undefined;
    }
  }

  function soon(): void {
    clearTimeout(quiet);
    quiet = setTimeout(onChange, debounceMs);
    quiet.unref();
  }

  function report(error: unknown): void {
    log.warn({ err: error, rescanMs }, 'Watching the knowledge folder failed; changes are seen at the next rescan');
  }

  const rescan = setInterval(() => {
    // A folder that was removed and made again has another identity, which the old watcher never hears of.
    watcher?.close();
    watcher = open();
    onChange();
  }, rescanMs);
  rescan.unref();

  return {
    close: () => {
      clearInterval(rescan);
      clearTimeout(quiet);
      watcher?.close();
    },
  };
}
