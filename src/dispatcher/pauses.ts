import type { Clock } from '../clock.ts';
import { AppError, type DeliveryReason } from '../errors.ts';
import type { Log } from '../log.ts';
import type { DispatcherTiming } from './timing.ts';

export interface Pause {
  readonly platform: string;
  readonly reason: DeliveryReason;
  readonly until: number;
}

/** Which platforms are left alone for the moment. */
export interface Pauses {
  /** A try failed; pauses the platform where the failure concerns all of it. */
  note(platform: string, error: unknown): void;
  /** A try succeeded. */
  clear(platform: string): void;
  /** How many posts at once the platform may be sent: none in a pause, one to try it after a token was not known. */
  places(platform: string): number;
  list(): readonly Pause[];
}

export function createPauses(options: {
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: Pick<DispatcherTiming, 'pauseMs' | 'maxPauseMs'>;
}): Pauses {
  const { clock, log, timing } = options;
  const pauses = new Map<string, Pause & { readonly lastMs: number }>();

  return {
    note(platform, error) {
      if (!(error instanceof AppError)) return;
      const pause = pauses.get(platform);
      const now = clock();
      const isOn = pause !== undefined && pause.until > now;
      if (error.code === 'unauthorized') {
        // Those that were under way when it began must not make it longer.
        if (isOn && pause.reason === 'unauthorized') return;
        const ms = pause?.reason === 'unauthorized' ? Math.min(pause.lastMs * 2, timing.maxPauseMs) : timing.pauseMs;
        pauses.set(platform, { platform, reason: 'unauthorized', until: now + ms, lastMs: ms });
        log.error(
          { platform, ms, hint: error.hint },
          'the platform does not know the assistant; its token must be replaced',
        );
      } else if (error.code === 'throttled' && error.scope === 'platform') {
        const ms = error.retryAfterMs ?? timing.pauseMs;
        if (isOn && pause.until >= now + ms) return;
        pauses.set(platform, { platform, reason: 'throttled', until: now + ms, lastMs: ms });
        log.warn({ platform, ms }, 'the platform wants to be left alone');
      }
    },
    clear(platform) {
      const pause = pauses.get(platform);
      // What was under way when the platform asked for rest may still succeed.
      if (pause !== undefined && pause.until <= clock()) pauses.delete(platform);
    },
    places(platform) {
      const pause = pauses.get(platform);
      if (pause === undefined) return Infinity;
      if (pause.until > clock()) return 0;
      return pause.reason === 'unauthorized' ? 1 : Infinity;
    },
    list: () =>
      [...pauses.values()]
        .filter(({ until }) => until > clock())
        .map(({ platform, reason, until }) => ({ platform, reason, until })),
  };
}
