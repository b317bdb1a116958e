import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { toAppError } from './errors.ts';
import { deliveryEvent, messagesOf } from './history.ts';
import { limits } from './limits.ts';
import type { MessagePlace } from './message-id.ts';
import type { CalendarFile } from './payload.ts';

const upload = z.object({ upload_url: z.url(), file_id: z.string() });

/** In large audiences Slack has files wait, which it takes more slowly than posts. */
const mostTries = 5;
const longestWaitMs = 60_000;

/** What Slack says when there is nothing to take away, or nothing to look into. */
const absent = new Set(['file_not_found', 'file_deleted', 'message_not_found', 'thread_not_found']);

interface Attached {
  readonly id: string;
  readonly name: string;
  /** The message in the thread that shows it. */
  readonly ts: string;
}

interface Standing {
  /** The message on which the thread hangs. */
  readonly root: string;
  /** The delivery that the post belongs to; undefined when it is not there, or not one of ours. */
  readonly key: string | undefined;
  readonly files: readonly Attached[];
}

export interface CalendarFilesDependencies {
  readonly client: WebClient;
  readonly log: Log;
  /** The id of the assistant's own user. */
  readonly self: () => Promise<string | undefined>;
}

export type CalendarFiles = ReturnType<typeof createCalendarFiles>;

/**
 * The calendar file of a post, in the thread below it. The file's name holds the delivery and a digest of what the file
 * says, so that it is known again. The post is what counts: that its file is missing is logged, and mended when the post
 * is found or changed the next time. One that says what is not so any more is not left to that.
 */
export function createCalendarFiles({ client, log, self }: CalendarFilesDependencies) {
  async function standing(place: MessagePlace): Promise<Standing> {
    const { channel, ts } = place;
    const user = await self();
    let root = ts;
    let key: string | undefined;
    const read = async (): Promise<Attached[]> => {
      const files: Attached[] = [];
      for await (const messages of messagesOf(client, { channel, threadTs: root }, 0)) {
        for (const message of messages) {
          if (message.ts === ts) {
            key = message.metadata?.event_type === deliveryEvent ? keyOf(message.metadata.event_payload) : undefined;
            root = message.thread_ts ?? ts;
          }
          const own = message.user === user ? message.files : [];
          files.push(...own.map(({ id, name }) => ({ id, name, ts: message.ts })));
        }
      }
      return files;
    };
    const below = await read();
    // A post in a thread: what hangs on it hangs on the thread.
    const files = root === ts ? below : await read();
    return { root, key, files: files.filter(({ name }) => key !== undefined && isNameOf(name, key)) };
  }

  /** Gives the bytes to Slack; nobody sees them yet, so that it may be done twice. */
  async function giveBytes(filename: string, text: string): Promise<string> {
    const bytes = new TextEncoder().encode(text);
    const { upload_url: url, file_id: id } = upload.parse(
      await client.files.getUploadURLExternal({ filename, length: bytes.byteLength }),
    );
    const answer = await fetch(url, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
      redirect: 'error',
      signal: AbortSignal.timeout(limits.requestMs),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new AppError('unavailable', `Uploading a calendar file: Slack answered ${answer.status}.`);
    return id;
  }

  async function attach(channel: string, root: string, key: string, { text, title }: CalendarFile): Promise<void> {
    const name = nameOf(key, text);
    const id = await giveBytes(name, text).catch(async (error: unknown) => {
      const { code } = toAppError(error, 'Uploading a calendar file');
      if (code !== 'unknown' && code !== 'unavailable') throw error;
      return await giveBytes(name, text);
    });
    await client.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel, thread_ts: root });
  }

  async function takeAway(channel: string, { id, ts }: Attached): Promise<void> {
    await unlessAbsent(client.files.delete({ file: id }));
    // Without it Slack would go on saying that a file was deleted.
    await unlessAbsent(client.chat.delete({ channel, ts }));
  }

  function warn(channel: string, error: unknown, words: string): void {
    const { code, message } = toAppError(error, 'A calendar file');
    log.warn({ room: 'slack', channel, code, problem: message }, words);
  }

  async function tolerant(doing: string, channel: string, work: () => Promise<void>): Promise<void> {
    await patient(doing, work).catch((error: unknown) => warn(channel, error, 'a post is without its calendar file'));
  }

  return {
    /** Hangs its file on a post that was made just now; `root` is the message that begins its thread. Never rejects. */
    async add(channel: string, root: string, key: string, file: CalendarFile): Promise<void> {
      await tolerant('Attaching a calendar file', channel, async () => await attach(channel, root, key, file));
    },

    /** Hangs its file on a post that was found, unless it has one already. Never rejects. */
    async complete({ channel, ts }: MessagePlace, key: string, file: CalendarFile): Promise<void> {
      await tolerant('Attaching a calendar file', channel, async () => {
        const { root, files } = await standing({ channel, ts });
        if (files.length === 0) await attach(channel, root, key, file);
      });
    },

    /**
     * Has the thread of a post that was changed hold this file alone, or none.
     * @throws AppError when that failed and may be tried again: a file of before says what is not so any more
     */
    async replace({ channel, ts }: MessagePlace, file: CalendarFile | undefined): Promise<void> {
      const work = async () => {
        const { root, key, files } = await standing({ channel, ts });
        if (key === undefined) return;
        const wanted = file === undefined ? undefined : nameOf(key, file.text);
        const kept = files.find(({ name }) => name === wanted);
        for (const old of files.filter((each) => each !== kept)) await takeAway(channel, old);
        if (file !== undefined && kept === undefined) await attach(channel, root, key, file);
      };
      try {
        await patient('Replacing a calendar file', work);
      } catch (error) {
        if (isPassing(error)) throw error;
        warn(channel, error, 'the calendar file of a post is not as it should be');
      }
    },

    /** Takes away the files of a post. @throws AppError when that failed and may be tried again */
    async remove({ channel, ts }: MessagePlace): Promise<void> {
      try {
        const { files } = await standing({ channel, ts });
        for (const file of files) await takeAway(channel, file);
      } catch (error) {
        if (isAbsent(error)) return;
        const problem = toAppError(error, 'Taking a calendar file away');
        if (isPassing(problem)) throw problem;
        warn(channel, problem, 'a calendar file stays');
      }
    },
  };
}

/** Does it when Slack lets us. @throws AppError when it failed */
async function patient(doing: string, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const problem = toAppError(error, doing);
      const { retryAfterMs = Infinity } = problem;
      if (retryAfterMs > longestWaitMs || tries === mostTries) throw problem;
      // Nothing was done. Should the program end meanwhile, the post is looked for, and its file with it.
      await setTimeout(retryAfterMs, undefined, { ref: false });
    }
  }
}

function keyOf(payload: Readonly<Record<string, unknown>>): string | undefined {
  const { delivery_id: key } = payload;
  return typeof key === 'string' ? key : undefined;
}

function nameOf(key: string, text: string): string {
  return `event-${key}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.ics`;
}

function isNameOf(name: string, key: string): boolean {
  const start = `event-${key}-`;
  return name.startsWith(start) && /^[0-9a-f]{8}\.ics$/.test(name.slice(start.length));
}

/** Whether it may go well another time. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError && ['throttled', 'unavailable', 'unknown'].includes(error.code);
}

function isAbsent(error: unknown): boolean {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
  return absent.has(z.object({ error: z.string() }).safeParse(data).data?.error ?? '');
}

async function unlessAbsent(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
