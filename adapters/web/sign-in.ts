import type { Hono, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Person } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Log } from '../../src/log.ts';
import { limits } from './limits.ts';
import { pageHtml, type Reader } from './page.ts';
import { cookie, form, refuse, webWords, zoneOf, type RoomEnv } from './request.ts';

/** How people become known to the room, which has no accounts of its own. */
export interface SignIns {
  /** Takes a token that was made for somebody and works once; undefined when it does not any more. */
  signIn(token: string): Promise<{ readonly session: string; readonly personId: string } | undefined>;
  /** Whose session it is; undefined when it is over. */
  personOf(session: string): Promise<Pick<Person, 'id' | 'name' | 'groups'> | undefined>;
  signOut(session: string): Promise<void>;
}

/** A room in which nobody can sign in. */
export const noSignIns: SignIns = {
  signIn: async () => undefined,
  personOf: async () => undefined,
  signOut: async () => undefined,
};

const cookieName = 'signin';

/** Tells who asks, where that is somebody who has signed in. Who cannot be looked up is a visitor, and gets answers. */
export function recogniseReader(signIns: SignIns, log: Log): MiddlewareHandler<RoomEnv> {
  return async (c, next) => {
    const session = getCookie(c, cookieName);
    if (session === undefined || session === '' || c.req.path.startsWith('/assets/')) return next();
    try {
      const person = await signIns.personOf(session);
      if (person !== undefined) {
        c.set('person', { ...person, ...zoneOf(c) });
        c.set('reader', { ...c.var.reader, signedInAs: person.name ?? person.id });
      }
    } catch (error) {
      log.error({ room: 'web', err: error }, 'who has signed in could not be looked up');
    }
    return next();
  };
}

/** The routes by which people sign in and out. */
export function addSignIn(app: Hono<RoomEnv>, signIns: SignIns): void {
  // Looking at the link does not use it up: mail programs and chats look at links before people do.
  app.get('/sign-in', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.html(signInHtml(c.var.reader, c.req.query('token')));
  });

  app.post('/sign-in', async (c) => {
    const token = (await form(c)).get('token') ?? '';
    const signedIn = token === '' ? undefined : await signIns.signIn(token);
    if (signedIn === undefined) {
      const web = webWords(c);
      return refuse(c, 403, { title: web.signInFailedTitle, text: web.signInFailed });
    }
    setCookie(c, cookieName, signedIn.session, { ...cookie(c), sameSite: 'Strict', maxAge: limits.signInSeconds });
    return c.redirect('/announcements', 303);
  });

  app.post('/sign-out', async (c) => {
    const session = getCookie(c, cookieName);
    if (session !== undefined) await signIns.signOut(session);
    deleteCookie(c, cookieName, { path: '/' });
    return c.redirect('/', 303);
  });
}

function signInHtml(reader: Reader, token: string | undefined) {
  const { web } = messagesIn(reader.language);
  return pageHtml({
    reader,
    title: web.signInTitle,
    path: '/',
    main: html`<main id="main" class="column refusal">
      <h1>${web.signInTitle}</h1>
      ${
        token === undefined || token === ''
          ? html`<p>${web.signInWithout}</p>`
          : html`<p>${web.signInText}</p>
              <form method="post" action="/sign-in">
                <input type="hidden" name="token" value="${token}" />
                <button class="button primary">${web.signIn}</button>
              </form>`
      }
    </main>`,
  });
}
