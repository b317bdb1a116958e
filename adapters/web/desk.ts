import { createHash, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { Core } from '../../src/chat/adapter.ts';
import { decodeText } from '../../src/chat/decode-text.ts';
import type { Command } from '../../src/chat/incoming.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { deskPageHtml, type DeskPage, type FileTarget } from './desk-page.ts';
import { feedbackReplyHtml } from './feedback-html.ts';
import { hasFileField } from './form-html.ts';
import { toOptions, type SentForm } from './incoming.ts';
import { limits } from './limits.ts';
import { createOnce } from './once.ts';
import { replyHtml } from './reply-html.ts';
import { formFields, fragmentOf, refuse, webWords, type RoomContext, type RoomEnv } from './request.ts';

/** The pages for which people sign in, and the way in for every button and form that gives a command. */
export function addDesk(app: Hono<RoomEnv>, { handle, commands }: Pick<Core, 'handle' | 'commands'>): void {
  const once = createOnce<Reply>(limits.rememberedReplies);
  const notices = createNotices(limits.rememberedReplies);
  const id = ':id{[\\w-]{1,64}}';

  app.get('/announcements', (c) => show(c, 'announcements', {}));
  app.get('/announcements/new', (c) => show(c, 'announce', {}));
  app.get('/announcements/import', (c) => show(c, 'import', {}));
  app.get(`/announcements/${id}`, (c) => show(c, 'announcements', { id: c.req.param('id') }));
  app.get(`/announcements/${id}/preview`, (c) => show(c, 'announcement', { action: 'preview', id: c.req.param('id') }));
  app.get(`/announcements/${id}/edit`, (c) => show(c, 'announce', { id: c.req.param('id') }));
  app.get('/audiences', (c) => show(c, 'audience', { action: 'list' }));

  app.post('/do/:command{[a-z][a-z-]{0,31}}', async (c) => {
    const name = c.req.param('command');
    const { options: typed, key, files, fileFields } = toOptions(await formFields(c));
    const options = { ...typed, ...(await chosenFiles(files, typed, fileFields)) };
    // Of a form that asks for a file itself, the file is one of its fields.
    const [file] = fileFields.length === 0 ? files : [];
    const read = file === undefined ? undefined : await readFile(c, file.file);
    if (read?.problem !== undefined) {
      const reply = await handle(toCommand(c, name, options));
      return page(c, { reply, path: '/announcements', file: { command: name, options, problem: read.problem } });
    }
    const given = file === undefined || read === undefined ? options : { ...options, [file.name]: read.text };
    const command = toCommand(c, name, given);
    const reply = await (key === undefined ? handle(command) : once(fingerprint(command, key), () => handle(command)));
    const isFeedback = name === 'feedback';
    if (isFeedback && fragmentOf(c) === 'feedback') return fragment(c, String(await feedbackReplyHtml(reply, given)));
    // What can be looked at again at any time is looked at there, so that a reload does nothing a second time.
    if (reply.reportsOn !== undefined) return c.redirect(reportPath(reply.reportsOn, notices.keep(reply.notice)), 303);
    // Where nothing came of a file, it can be put right and chosen again.
    const again = file !== undefined && reply.previews === undefined ? { command: name, options } : undefined;
    return page(c, {
      reply,
      path: isFeedback ? '/' : (pages[name] ?? '/announcements'),
      ...fileFor(reply, again),
      ...(isFeedback ? { feedback: given } : {}),
    });
  });

  async function show(c: RoomContext, name: string, options: Command['options']): Promise<Response> {
    const web = webWords(c);
    const path = c.req.path;
    if (c.var.reader.signedInAs === undefined) {
      // Who follows a link from elsewhere comes without the cookie; a link from here brings it along.
      const isFromElsewhere = c.req.header('sec-fetch-site') === 'cross-site';
      const link = isFromElsewhere ? { link: { to: path, label: web.openSignedIn } } : {};
      return refuse(c, 403, { title: web.membersOnlyTitle, text: web.membersOnly, ...link });
    }
    const reply = await handle(toCommand(c, name, options));
    if (fragmentOf(c) === 'report') return fragment(c, String(await replyHtml(reply, placement)));
    const said = notices.get(c.req.query('said'));
    return page(c, {
      reply,
      path,
      ...(reply.reportsOn === undefined ? {} : { current: path }),
      ...(said === undefined ? {} : { said }),
      ...fileFor(reply),
    });
  }

  /** A file may stand in for the form of a command that takes one. */
  function fileFor({ form }: Reply, sent?: FileTarget): { readonly file?: FileTarget } {
    const target = form ?? sent;
    if (target === undefined || (form !== undefined && hasFileField(form))) return {};
    const spec = commands.find(({ name }) => name === target.command);
    const takesFile = spec?.options.some(({ name }) => name === 'file') === true;
    return takesFile ? { file: { command: target.command, options: target.options } } : {};
  }
}

/** The pages to which the replies of some commands belong. */
const pages: Readonly<Record<string, string>> = { audience: '/audiences', import: '/announcements/import' };

/** What was said of something that was done, for the page to which it leads. */
function createNotices(limit: number) {
  const notices = new Map<string, string>();
  return {
    keep(notice: string | undefined): string | undefined {
      if (notice === undefined) return undefined;
      const key = randomUUID();
      notices.set(key, notice);
      const [oldest] = notices.keys();
      if (notices.size > limit && oldest !== undefined) notices.delete(oldest);
      return key;
    },
    get: (key: string | undefined): string | undefined => (key === undefined ? undefined : notices.get(key)),
  };
}

function reportPath(id: string, said: string | undefined): string {
  const path = `/announcements/${encodeURIComponent(id)}`;
  return said === undefined ? path : `${path}?said=${said}`;
}

const placement = { prefix: 'f-', level: 2, once: '' } as const;

function page(c: RoomContext, parts: Omit<DeskPage, 'reader' | 'once'>) {
  c.header('Cache-Control', 'no-store');
  return c.html(deskPageHtml({ reader: c.var.reader, once: randomUUID(), ...parts }));
}

function fragment(c: RoomContext, text: string) {
  c.header('Cache-Control', 'no-store');
  return c.html(text);
}

function toCommand(c: RoomContext, name: string, options: Command['options']): Command {
  const { person, reader } = c.var;
  return { kind: 'command', name, conversationId: randomUUID(), person, locale: reader.language, options };
}

/** The same form sent twice by the same person; a form that was changed in between is another one. */
function fingerprint({ name, person, options }: Command, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([key, name, person.id, options]))
    .digest('hex');
}

/** What stands in the files that were chosen; what is no text comes out with replacement characters, for the core to see. */
async function chosenFiles(
  files: SentForm['files'],
  typed: SentForm['options'],
  fields: readonly string[],
): Promise<Record<string, string>> {
  const read = fields.map(async (name): Promise<[string, string]> => {
    const chosen = files.find((each) => each.name === name && each.file.size > 0);
    if (chosen === undefined) return [name, typed[name] ?? ''];
    return [name, new TextDecoder().decode(await chosen.file.bytes()).replaceAll('\r\n', '\n')];
  });
  return Object.fromEntries(await Promise.all(read));
}

async function readFile(c: RoomContext, file: File) {
  const web = webWords(c);
  // A browser sends an empty file without a name where none was chosen.
  if (file.size === 0) return { problem: web.fileMissing };
  const decoded = decodeText(await file.bytes());
  if (decoded.ok) return { text: decoded.text };
  return { problem: decoded.problem === 'tooLarge' ? web.fileTooLarge : web.fileNotText(inertText(file.name)) };
}
