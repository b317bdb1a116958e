import { setTimeout } from 'node:timers/promises';
import type { Core, Turn } from '../../src/chat/adapter.ts';
import { AppError } from '../../src/errors.ts';

/** How long to wait before looking once more whether somebody else has finished. */
const lookAgainMs = 500;

/** Does the work for one thing that a person did. */
export type Turns = (eventId: string, work: (again: boolean) => Promise<void>) => Promise<void>;

/**
 * Everything that people do is done once, however often Slack tells of it; whoever hears of it while it is being done
 * waits for the end. What another process has in hand is waited for too, and done should that process have died with
 * it: Slack wants an acknowledgement in three seconds, whoever is at work, and after it does not tell of it again.
 * Rejects with AppError `unavailable` when the room closes (`closing`) while somebody else is at it.
 */
export function createTurns(begin: Core['begin'], closing: AbortSignal): Turns {
  const underWay = new Map<string, Promise<void>>();

  /** Takes it up as soon as nobody else has it in hand. */
  async function taken(eventId: string): Promise<Turn | 'finished'> {
    for (;;) {
      const turn = await begin(eventId);
      if (turn !== 'inHand') return turn;
      await setTimeout(lookAgainMs, undefined, { signal: closing }).catch((cause: unknown) => {
        throw new AppError('unavailable', 'The room closes while somebody else answers an event.', { cause });
      });
    }
  }

  async function take(eventId: string, work: (again: boolean) => Promise<void>): Promise<void> {
    const turn = await taken(eventId);
    if (turn === 'finished') return;
    await work(turn.again);
    await turn.finish();
  }

  return async (eventId, work) => {
    const same = underWay.get(eventId);
    if (same !== undefined) return await same;
    const done = take(eventId, work).finally(() => underWay.delete(eventId));
    underWay.set(eventId, done);
    await done;
  };
}
