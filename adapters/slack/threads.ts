import type { WebClient } from '@slack/web-api';
import type { Log } from '../../src/log.ts';
import { toAppError } from './errors.ts';
import { deliveryEvent, messagesOf } from './history.ts';
import { replyEvent } from './replies.ts';

/** What the assistant has to do with a thread. */
export interface Thread {
  /** Ids of the people whom it has answered there. */
  readonly askers: ReadonlySet<string>;
  /** The thread hangs on something that was sent out: an announcement, or a question passed on. */
  readonly isDelivery: boolean;
}

const mostThreads = 5_000;

export type Threads = ReturnType<typeof createThreads>;

/** In which threads the assistant takes part; what it does not remember, it reads from its own messages' metadata. */
export function createThreads({ client, log }: { readonly client: WebClient; readonly log: Log }) {
  const known = new Map<string, Thread>();

  function remember(key: string, thread: Thread): Thread {
    known.delete(key);
    known.set(key, thread);
    const [oldest] = known.keys();
    if (known.size > mostThreads && oldest !== undefined) known.delete(oldest);
    return thread;
  }

  async function read(channel: string, threadTs: string): Promise<Thread> {
    const askers = new Set<string>();
    let isDelivery = false;
    for await (const messages of messagesOf(client, { channel, threadTs }, 0)) {
      for (const { ts, metadata } of messages) {
        const asker = metadata?.event_type === replyEvent ? metadata.event_payload['asker'] : undefined;
        if (typeof asker === 'string') askers.add(asker);
        if (ts === threadTs && metadata?.event_type === deliveryEvent) isDelivery = true;
      }
    }
    return { askers, isDelivery };
  }

  return {
    async about(channel: string, threadTs: string): Promise<Thread> {
      const key = `${channel}/${threadTs}`;
      const thread = known.get(key);
      if (thread !== undefined) return thread;
      try {
        return remember(key, await read(channel, threadTs));
      } catch (error) {
        // Not remembered: the next message asks again. Speaking up uninvited would be worse than silence.
        log.warn(
          { room: 'slack', problem: toAppError(error, 'Reading a thread').message },
          'a thread could not be read',
        );
        return { askers: new Set(), isDelivery: false };
      }
    },

    /** Somebody was answered in a thread; what it hangs on is known only where the question itself began it. */
    answered(channel: string, threadTs: string, asker: string, isNew: boolean): void {
      const key = `${channel}/${threadTs}`;
      const thread = known.get(key);
      if (thread === undefined && !isNew) return;
      remember(key, { askers: new Set([...(thread?.askers ?? []), asker]), isDelivery: thread?.isDelivery ?? false });
    },
  };
}
