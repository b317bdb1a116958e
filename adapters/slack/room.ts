import type { Core } from '../../src/chat/adapter.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Log } from '../../src/log.ts';
import type { WebClient } from '@slack/web-api';
import type { Files } from './files.ts';
import type { MessagePlace } from './message-id.ts';
import type { People } from './people.ts';
import type { Replies } from './replies.ts';
import type { Shared } from './share.ts';
import type { Threads } from './threads.ts';
import type { Turns } from './turns.ts';

/** What the parts of an open room work with. */
export interface Room {
  readonly core: Core;
  readonly client: WebClient;
  readonly botUser: string;
  readonly people: People;
  readonly replies: Replies;
  readonly files: Files;
  readonly threads: Threads;
  readonly turns: Turns;
  /** Answers that one person alone saw and may show to a channel. */
  readonly shared: Shared;
  readonly log: Log;
  /** The channel in whose threads the secretariat answers what members passed on, `slack:C…`. */
  readonly secretariatChannel?: string;
}

/** Has a report kept up to date from now on. */
export async function watchReport(room: Room, reply: Reply, place: MessagePlace, reader: Incoming): Promise<void> {
  if (reply.reportsOn === undefined) return;
  await room.core.keepUpToDate(reply.reportsOn, { messageId: `${place.channel}:${place.ts}` }, reader);
}
