import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Args } from './methods.ts';
import { botId, botUser, type Workspace } from './workspace.ts';

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  /** Whose it is. */
  readonly user: string;
  readonly length: number;
  bytes?: Buffer;
  title?: string;
  state: 'announced' | 'uploaded' | 'shared' | 'deleted';
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const refuse = (error: string): Answer => ({ ok: false, error });

/** The methods about files; `closed` says why nothing can be posted in a channel. */
export function fileMethods(closed: (workspace: Workspace, channel: string) => string | undefined) {
  return {
    'files.getUploadURLExternal': (workspace: Workspace, args: Args): Answer => {
      const length = Number(args['length']);
      const name = text(args['filename']);
      if (name === '' || !Number.isInteger(length) || length <= 0) return refuse('invalid_arguments');
      const { id } = workspace.addFile({ name, user: botUser, length, state: 'announced' });
      return { ok: true, upload_url: `${workspace.origin()}/upload/${id}`, file_id: id };
    },
    'files.completeUploadExternal': (workspace: Workspace, args: Args): Answer => {
      const { files: asked } = args;
      const files = Array.isArray(asked)
        ? asked.map(({ id, title }) => ({ file: workspace.files.get(id), title }))
        : [];
      if (files.length === 0) return refuse('invalid_arguments');
      if (files.some(({ file }) => file?.state !== 'uploaded')) return refuse('file_not_found');
      const channel = text(args['channel_id']);
      const refused = closed(workspace, channel);
      if (refused !== undefined) return refuse(refused);
      const threadTs = text(args['thread_ts']);
      const parent = workspace.find(channel, threadTs);
      // The name of a reply instead of its parent’s is refused as no thread.
      if (threadTs !== '' && (parent === undefined || parent.threadTs !== undefined)) return refuse('thread_not_found');
      for (const { file, title } of files) {
        if (file === undefined) continue;
        file.state = 'shared';
        file.title = text(title);
      }
      workspace.messages.push({
        channel,
        ts: workspace.nextTs(),
        user: botUser,
        botId,
        text: '',
        blocks: [],
        files: files.flatMap(({ file }) => (file === undefined ? [] : [file.id])),
        ...(threadTs === '' ? {} : { threadTs }),
      });
      return { ok: true, files: files.map(({ file }) => ({ id: file?.id, title: file?.title })) };
    },
    'files.delete': (workspace: Workspace, args: Args): Answer => {
      const file = workspace.files.get(text(args['file']));
      if (file === undefined) return refuse('file_not_found');
      if (file.state === 'deleted') return refuse('file_deleted');
      if (file.user !== botUser) return refuse('cant_delete_file');
      file.state = 'deleted';
      return { ok: true };
    },
    'files.info': (workspace: Workspace, args: Args): Answer => {
      const file = workspace.files.get(text(args['file']));
      if (file === undefined) return refuse('file_not_found');
      return file.state === 'deleted' ? refuse('file_deleted') : { ok: true, file: fileObject(workspace, file) };
    },
  };
}

/** A file as Slack tells of it; of a deleted one little is left. */
export function fileObject(workspace: Workspace, { id, name, user, length, state }: FakeFile) {
  if (state === 'deleted') return { id, mode: 'tombstone' };
  const url = `${workspace.origin()}/files/${id}`;
  const filetype = name.split('.').at(-1);
  return { id, name, user, filetype, size: length, url_private: url, url_private_download: url };
}

/** Takes the bytes of a file that was announced: as many as were said, once. */
export function takeUpload(workspace: Workspace, id: string, body: Buffer, response: ServerResponse): void {
  const file = workspace.files.get(id);
  if (file?.state !== 'announced' || body.byteLength !== file.length) return void response.writeHead(400).end();
  file.bytes = body;
  file.state = 'uploaded';
  response.end(`OK - ${body.byteLength}`);
}

/** Gives a file to whoever may read it, and sends everybody else to the page on which people sign in. */
export function giveFile(
  workspace: Workspace,
  id: string,
  { headers }: IncomingMessage,
  { token, mayRead }: { readonly token: string; readonly mayRead: boolean },
  response: ServerResponse,
): void {
  const file = workspace.files.get(id);
  if (file === undefined || file.state === 'deleted') return void response.writeHead(404).end();
  if (headers.authorization !== `Bearer ${token}` || !mayRead) {
    return void response.writeHead(302, { location: `${workspace.origin()}/signin` }).end();
  }
  response.end(file.bytes);
}
