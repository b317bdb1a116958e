import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Handle } from '../../src/chat/adapter.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { isLanguage, type Language } from '../../src/language.ts';
import type { Log } from '../../src/log.ts';
import { chatPageHtml } from './chat-page.ts';
import { preferredLanguage, toHelp, toMessage, toRead } from './incoming.ts';
import { limits } from './limits.ts';
import { refusalHtml, type Refusal } from './page.ts';
import { readerPageHtml } from './reader-page.ts';
import { isMeantForUs, sameSiteForms, securityHeaders } from './security.ts';
import type { Sessions } from './sessions.ts';
import { turnHtml } from './turn.ts';

export interface AppDeps {
  readonly handle: Handle;
  readonly sessions: Sessions;
  /** The address that the room listens at. */
  readonly host: string;
  /** Names, besides this machine's own, under which a proxy offers a room that listens on this machine alone. */
  readonly publicHosts: readonly string[];
  readonly log: Log;
}

const assets = fileURLToPath(new URL('assets', import.meta.url));
const yearSeconds = 365 * 24 * 60 * 60;

/** The room's routes; what is asked goes to `handle`, and every page can be used without JavaScript. */
export function createApp({ handle, sessions, host, publicHosts, log }: AppDeps): Hono {
  const app = new Hono();

  app.use(securityHeaders);
  app.use(async (c, next) => {
    if (isMeantForUs(c, host, publicHosts)) return next();
    const { web } = words(c);
    return refuse(c, 421, { title: web.notFoundTitle, text: web.misdirected });
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const { web } = words(c);
        c.header('Allow', methods.join(', '));
        return refuse(c, 405, { title: web.methodTitle, text: web.method });
      },
    }),
  );
  app.use(sameSiteForms);
  app.use(
    bodyLimit({
      maxSize: limits.bodyBytes,
      onError: (c) => {
        const { web } = words(c);
        return refuse(c, 413, { title: web.forbiddenTitle, text: web.tooLarge });
      },
    }),
  );

  app.get('/', async (c) => {
    const language = languageOf(c);
    const sessionId = sessionOf(c);
    // A visit from another site comes without the cookie, which it must not replace.
    if (sessionId === undefined && c.req.header('sec-fetch-site') !== 'cross-site') openSession(c);
    return chatPage(c, language, sessionId === undefined ? [] : sessions.turns(sessionId));
  });

  app.post('/ask', async (c) => {
    const language = languageOf(c);
    const known = sessionOf(c);
    const sessionId = known ?? openSession(c);
    const message = toMessage(await form(c), sessions.conversationId(sessionId), language);
    const reply = await handle(message);
    const id = `t-${randomUUID()}`;
    const turn = String(await turnHtml({ id, question: message.text, reply, language }));
    sessions.record(sessionId, turn);
    c.header('Cache-Control', 'no-store');
    if (wantsFragment(c)) return c.html(turn);
    // Who keeps no cookies would find no transcript after a redirect.
    return known === undefined ? chatPage(c, language, sessions.turns(sessionId)) : c.redirect(`/#${id}`, 303);
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
    return c.redirect(/^\/k\/[\w-]+$/.test(to) ? to : '/', 303);
  });

  app.get('/k/:documentId{[\\w-]+}', async (c) => {
    const asked = c.req.query('lang');
    const language = isLanguage(asked) ? asked : languageOf(c);
    const documentId = c.req.param('documentId');
    const reply = await handle(toRead(documentId, randomUUID(), language));
    const { web } = messagesIn(language);
    if (reply.title === undefined) return refuse(c, 404, { title: web.notFoundTitle, text: web.notFound }, language);
    c.header('Cache-Control', 'no-store');
    return c.html(readerPageHtml({ language, documentId, title: reply.title, reply }));
  });

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

  app.notFound((c) => {
    const { web } = words(c);
    return refuse(c, 404, { title: web.notFoundTitle, text: web.notFound });
  });

  app.onError((error, c) => {
    const { web } = words(c);
    if (error instanceof HTTPException && error.status === 403) {
      return refuse(c, 403, { title: web.forbiddenTitle, text: web.forbidden });
    }
    log.error({ room: 'web', err: error }, 'a page could not be shown');
    return refuse(c, 500, { title: web.failedTitle, text: web.failed });
  });

  async function chatPage(c: Context, language: Language, turns: readonly string[]): Promise<Response> {
    const greeting = await handle(toHelp(randomUUID(), language));
    c.header('Cache-Control', 'no-store');
    return c.html(chatPageHtml({ language, greeting, turns }));
  }

  return app;
}

function languageOf(c: Context): Language {
  return preferredLanguage(getCookie(c, 'lang'), c.req.header('accept-language'));
}

function words(c: Context) {
  return messagesIn(languageOf(c));
}

/** What a browser is told when it cannot have what it asked for: a page, or one sentence for the script. */
function refuse(c: Context, status: ContentfulStatusCode, refusal: Refusal, language = languageOf(c)) {
  c.header('Cache-Control', 'no-store');
  return wantsFragment(c) ? c.text(refusal.text, status) : c.html(refusalHtml(language, refusal), status);
}

function wantsFragment(c: Context): boolean {
  return c.req.header('x-fragment') === 'turn';
}

async function form(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

function sessionOf(c: Context): string | undefined {
  const sessionId = getCookie(c, 'session');
  return sessionId !== undefined && /^[\da-f-]{36}$/.test(sessionId) ? sessionId : undefined;
}

function openSession(c: Context): string {
  const sessionId = randomUUID();
  setCookie(c, 'session', sessionId, { ...cookie(c), sameSite: 'Strict' });
  return sessionId;
}

function cookie(c: Context) {
  return { path: '/', httpOnly: true, secure: c.req.header('x-forwarded-proto') === 'https' };
}
