import type { Core } from '../../src/chat/adapter.ts';
import { AppError } from '../../src/errors.ts';

/** As many events are remembered as finished; Slack redelivers within minutes. */
const memoryLimit = 10_000;

/** Does the work for one thing that a person did. */
export type Turns = (eventId: string, work: (again: boolean) => Promise<void>) => Promise<void>;

/**
 * Everything that people do is done once, however often Slack tells of it; whoever hears of it while it is being done
 * waits for the end.
 * Rejects with AppError `unavailable` for what somebody else has in hand, so that Slack sends it again: they may have
 * died with it.
 */
export function createTurns(begin: Core['begin']): Turns {
  const underWay = new Map<string, Promise<void>>();
  const finished = new Set<string>();

  async function take(eventId: string, work: (again: boolean) => Promise<void>): Promise<void> {
    const turn = await begin(eventId);
    if (turn === undefined) throw new AppError('unavailable', 'The event is done, or in somebody else’s hands.');
    await work(turn.again);
    finished.add(eventId);
    const [oldest] = finished;
    if (finished.size > memoryLimit && oldest !== undefined) finished.delete(oldest);
    await turn.finish();
  }

  return async (eventId, work) => {
    if (finished.has(eventId)) return;
    const same = underWay.get(eventId);
    if (same !== undefined) return await same;
    const taken = take(eventId, work).finally(() => underWay.delete(eventId));
    underWay.set(eventId, taken);
    await taken;
  };
}
