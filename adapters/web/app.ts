import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Core } from '../../src/chat/adapter.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { isLanguage } from '../../src/language.ts';
import type { Log } from '../../src/log.ts';
import { chatPageHtml } from './chat-page.ts';
import { addCalendar, addEventFiles, type Calendar, type EventFile } from './calendar.ts';
import { addDesk } from './desk.ts';
import { addEvents } from './events.ts';
import { toHelp, toMessage, toRead, visitor } from './incoming.ts';
import { limits } from './limits.ts';
import { addNews, type Board } from './news.ts';
import { readerPageHtml } from './reader-page.ts';
import {
  cookie,
  form,
  fragmentOf,
  languageOf,
  openSession,
  refuse,
  sessionOf,
  webWords,
  zoneOf,
  type RoomContext,
  type RoomEnv,
} from './request.ts';
import { isMeantForUs, sameSiteForms, securityHeaders } from './security.ts';
import type { Sessions } from './sessions.ts';
import { addSignIn, recogniseReader, type SignIns } from './sign-in.ts';
import { turnHtml } from './turn.ts';

export interface AppDeps {
  readonly core: Pick<Core, 'handle' | 'commands'>;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  /** Absent where there is no news to show. */
  readonly board?: Board;
  /** Absent where there is no calendar to subscribe to. */
  readonly calendar?: Calendar;
  /** Absent where single events cannot be had as files. */
  readonly eventFile?: EventFile;
  /** IANA name of the zone in which the days of the news begin. */
  readonly zone: string;
  /** The address that the room listens at. */
  readonly host: string;
  /** Names, besides this machine's own, under which a proxy offers a room that listens on this machine alone. */
  readonly publicHosts: readonly string[];
  readonly log: Log;
}

const assets = fileURLToPath(new URL('assets', import.meta.url));
const yearSeconds = 365 * 24 * 60 * 60;
/** The pages on which the language can be changed. */
const ownPath = /^\/(?:k\/[\w-]+|events|news(?:\/[a-z\d-]+)?|announcements(?:\/[\w-]+){0,2}|audiences)$/;

/** The room's routes; what is asked goes to the core, and every page can be used without JavaScript. */
export function createApp({
  core,
  sessions,
  signIns,
  board,
  calendar,
  eventFile,
  zone,
  host,
  publicHosts,
  log,
}: AppDeps): Hono<RoomEnv> {
  const { handle } = core;
  const has = { hasNews: board !== undefined, hasEvents: core.commands.some(({ name }) => name === 'events') };
  const hasCalendar = calendar !== undefined;
  const app = new Hono<RoomEnv>();

  app.use(async (c, next) => {
    c.set('person', { ...visitor, ...zoneOf(c) });
    c.set('reader', { language: languageOf(c), ...has });
    return next();
  });
  app.use(securityHeaders);
  app.use(async (c, next) => {
    if (isMeantForUs(c, host, publicHosts)) return next();
    const web = webWords(c);
    return refuse(c, 421, { title: web.notFoundTitle, text: web.misdirected });
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c: RoomContext, methods) => {
        const web = webWords(c);
        c.header('Allow', methods.join(', '));
        return refuse(c, 405, { title: web.methodTitle, text: web.method });
      },
    }),
  );
  app.use(sameSiteForms);
  app.use(recogniseReader(signIns, log));
  app.use(boundedBody());

  app.get('/', async (c) => {
    const sessionId = sessionOf(c);
    // A visit from another site comes without the cookie, which it must not replace.
    if (sessionId === undefined && c.req.header('sec-fetch-site') !== 'cross-site') openSession(c);
    return chatPage(c, sessionId === undefined ? [] : sessions.turns(sessionId));
  });

  app.post('/ask', async (c) => {
    const { language } = c.var.reader;
    const known = sessionOf(c);
    const sessionId = known ?? openSession(c);
    const conversationId = sessions.conversationId(sessionId);
    const message = toMessage(await form(c), { conversationId, person: c.var.person, locale: language });
    const reply = await handle(message);
    const id = `t-${randomUUID()}`;
    const turn = String(await turnHtml({ id, question: message.text, reply, language }));
    sessions.record(sessionId, turn);
    c.header('Cache-Control', 'no-store');
    if (fragmentOf(c) === 'turn') return c.html(turn);
    // Who keeps no cookies would find no transcript after a redirect.
    return known === undefined ? chatPage(c, sessions.turns(sessionId)) : c.redirect(`/#${id}`, 303);
  });

  app.post('/new', (c) => {
    const sessionId = sessionOf(c);
    if (sessionId !== undefined) sessions.forget(sessionId);
    deleteCookie(c, 'session', { path: '/' });
    return c.redirect('/', 303);
  });

  app.post('/language', async (c) => {
    const fields = await form(c);
    const language = fields.get('lang');
    if (isLanguage(language)) setCookie(c, 'lang', language, { ...cookie(c), sameSite: 'Lax', maxAge: yearSeconds });
    const to = fields.get('to') ?? '';
    return c.redirect(ownPath.test(to) ? to : '/', 303);
  });

  app.get('/k/:documentId{[\\w-]+}', async (c) => {
    const asked = c.req.query('lang');
    const reader = { ...c.var.reader, ...(isLanguage(asked) ? { language: asked } : {}) };
    const documentId = c.req.param('documentId');
    const reply = await handle(toRead(documentId, randomUUID(), reader.language));
    if (reply.title === undefined) return notFound(c, reader);
    c.header('Cache-Control', 'no-store');
    return c.html(readerPageHtml({ reader, documentId, title: reply.title, reply }));
  });

  addSignIn(app, signIns);
  addDesk(app, core);
  addEvents(app, { core, hasCalendar });
  if (calendar !== undefined) addCalendar(app, calendar);
  if (eventFile !== undefined) addEventFiles(app, eventFile);
  if (board !== undefined) addNews(app, { board, hasCalendar, zone, log });

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.use('/assets/*', etag());
  app.get(
    '/assets/*',
    serveStatic({
      root: assets,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
    }),
  );

  app.notFound((c) => notFound(c));

  app.onError((error, c) => {
    const web = webWords(c);
    if (error instanceof HTTPException && error.status === 403) {
      return refuse(c, 403, { title: web.forbiddenTitle, text: web.forbidden });
    }
    log.error({ room: 'web', err: error }, 'a page could not be shown');
    return refuse(c, 500, { title: web.failedTitle, text: web.failed });
  });

  async function chatPage(c: RoomContext, turns: readonly string[]): Promise<Response> {
    const { reader } = c.var;
    const greeting = await handle(toHelp(randomUUID(), reader.language));
    c.header('Cache-Control', 'no-store');
    return c.html(chatPageHtml({ reader, greeting, turns }));
  }

  return app;
}

function notFound(c: RoomContext, reader = c.var.reader) {
  const { notFoundTitle: title, notFound: text } = messagesIn(reader.language).web;
  return refuse(c, 404, { title, text }, reader);
}

/** A question is short; who has signed in may also send a file. */
function boundedBody(): MiddlewareHandler<RoomEnv> {
  const ofVisitors = bodyLimit({
    maxSize: limits.bodyBytes,
    onError: (c: RoomContext) => {
      const web = webWords(c);
      return refuse(c, 413, { title: web.forbiddenTitle, text: web.tooLarge });
    },
  });
  const ofDesk = bodyLimit({
    maxSize: limits.deskBodyBytes,
    onError: (c: RoomContext) => {
      const web = webWords(c);
      return refuse(c, 413, { title: web.forbiddenTitle, text: web.fileTooLarge });
    },
  });
  return async (c, next) => {
    const isDesk = c.var.reader.signedInAs !== undefined && c.req.path.startsWith('/do/');
    return (isDesk ? ofDesk : ofVisitors)(c, next);
  };
}
