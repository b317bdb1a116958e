import type { ChannelCheck, Outlet } from '../../chat/outlet.ts';
import { platformOf } from '../../chat/destination.ts';
import { AppError } from '../../errors.ts';
import type { Language } from '../../language.ts';

/** A channel in which something is to be posted. */
export interface Going {
  readonly channel: string;
  readonly language: Language;
}

/** How many channels of one platform are asked about at the same time. */
const atOnce = 4;

/** An author waits no longer than this for a preview, in milliseconds. */
const usualPatienceMs = 6_000;

/**
 * Asks every platform about the channels in which something is to be posted, all platforms at the same time. A channel
 * that could not be asked about, for whatever reason or for want of time, is not in the result.
 */
export async function checkDestinations(
  outlets: ReadonlyMap<string, Pick<Outlet, 'check' | 'takes'>>,
  channels: readonly Going[],
  pings: boolean,
  patienceMs = usualPatienceMs,
): Promise<ReadonlyMap<string, ChannelCheck>> {
  const checks = new Map<string, ChannelCheck>();
  const patience = new AbortController();
  const askAbout = async (outlet: Pick<Outlet, 'check' | 'takes'>, queue: Going[]) => {
    for (let next = queue.shift(); next !== undefined && !patience.signal.aborted; next = queue.shift()) {
      try {
        checks.set(next.channel, await outlet.check(next.channel, pings && outlet.takes !== 'events', next.language));
      } catch (error) {
        // A platform that is out of order will not answer for its other channels either.
        if (isDown(error)) queue.length = 0;
      }
    }
  };
  const asking = [...Map.groupBy(channels, ({ channel }) => platformOf(channel))].flatMap(([platform, going]) => {
    const outlet = outlets.get(platform);
    if (outlet === undefined) return [];
    const queue = [...going];
    return Array.from({ length: atOnce }, () => askAbout(outlet, queue));
  });
  await withPatience(Promise.all(asking), patience, patienceMs);
  return new Map(checks);
}

function isDown(error: unknown): boolean {
  return error instanceof AppError && ['throttled', 'unavailable', 'unauthorized'].includes(error.code);
}

async function withPatience(work: Promise<unknown>, patience: AbortController, patienceMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patienceMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    patience.abort();
  }
}
