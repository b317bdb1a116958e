import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { decodeText, maxFileBytes } from '../../src/chat/decode-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Language } from '../../src/language.ts';
import type { Log } from '../../src/log.ts';
import { toAppError } from './errors.ts';
import { limits } from './limits.ts';

/** A file that somebody gave us, as Slack tells of it. */
export const slackFile = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().optional(),
  url_private_download: z.string().optional(),
});

export type SlackFile = z.infer<typeof slackFile>;

const fileInfo = z.object({ file: slackFile });

/** Where Slack keeps what people upload. */
const fileHost = 'https://files.slack.com';

export type ReadFile =
  | { readonly ok: true; readonly text: string }
  /** What to tell the person, in their language. */
  | { readonly ok: false; readonly problem: string };

/** A file that is known by its id alone, or with all that Slack tells of it. */
export type GivenFile = SlackFile | Pick<SlackFile, 'id' | 'name'>;

export type ReadOptions =
  | { readonly ok: true; readonly options: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly option: string; readonly problem: string };

export type Files = ReturnType<typeof createFiles>;

export interface FilesDependencies {
  readonly client: WebClient;
  readonly token: string;
  /** Another address of the Web API than Slack's own; its files are on the same host then. */
  readonly apiUrl?: string;
  readonly log: Log;
}

/** Reads what people give as files. The token goes to Slack's own host for files and nowhere else. */
export function createFiles({ client, token, apiUrl, log }: FilesDependencies) {
  const origin = apiUrl === undefined ? fileHost : new URL(apiUrl).origin;

  async function download(url: string): Promise<Uint8Array | 'tooLarge'> {
    if (!URL.canParse(url) || new URL(url).origin !== origin) throw new Error('The file is not on Slack’s own host.');
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      // Who may not read it is sent to where people sign in.
      redirect: 'error',
      signal: AbortSignal.timeout(limits.requestMs),
    });
    if (!answer.ok || answer.body === null) throw new Error(`Slack answered ${answer.status}.`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.byteLength;
      if (size > maxFileBytes) return 'tooLarge';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  const files = {
    /** What a file says, of at most 1 MB and in UTF-8. Never rejects. */
    async read(file: GivenFile, language: Language): Promise<ReadFile> {
      const { fileTooLarge, fileUnreadable, fileNotText } = messagesIn(language).room;
      try {
        const known = 'url_private_download' in file ? file : undefined;
        const {
          name,
          size = 0,
          url_private_download: url = '',
        } = known ?? fileInfo.parse(await client.files.info({ file: file.id })).file;
        if (size > maxFileBytes) return { ok: false, problem: fileTooLarge(name, size, maxFileBytes) };
        const bytes = await download(url);
        if (bytes === 'tooLarge') {
          return { ok: false, problem: fileTooLarge(name, Math.max(size, maxFileBytes + 1), maxFileBytes) };
        }
        const decoded = decodeText(bytes);
        return decoded.ok ? decoded : { ok: false, problem: fileNotText(name) };
      } catch (error) {
        const { code, message } = toAppError(error, 'Reading a file');
        const why = error instanceof Error ? error.message : '';
        log.warn({ room: 'slack', code, problem: message, why }, 'a file could not be read');
        return { ok: false, problem: fileUnreadable(file.name) };
      }
    },

    /** What the files of a command say, by its options; the first that cannot be read, with the reason. Never rejects. */
    async readAll(given: ReadonlyMap<string, GivenFile>, language: Language): Promise<ReadOptions> {
      const options: Record<string, string> = {};
      for (const [name, file] of given) {
        const read = await files.read(file, language);
        if (!read.ok) return { ...read, option: name };
        options[name] = read.text;
      }
      return { ok: true, options };
    },
  };
  return files;
}
