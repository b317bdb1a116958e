import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Person } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Language } from '../../src/language.ts';
import { preferredLanguage } from './incoming.ts';
import { refusalHtml, type Reader, type Refusal } from './page.ts';

export interface RoomEnv {
  readonly Variables: { readonly person: Person; readonly reader: Reader };
}

export type RoomContext = Context<RoomEnv>;

export function languageOf(c: Context): Language {
  return preferredLanguage(getCookie(c, 'lang'), c.req.header('accept-language'));
}

/** The time zone that the script found the browser to be in; whether there is such a one is not looked at here. */
export function zoneOf(c: Context): Pick<Person, 'zone'> {
  const zone = getCookie(c, 'zone');
  return zone !== undefined && /^[\w+/-]{1,64}$/.test(zone) ? { zone } : {};
}

export function webWords(c: RoomContext) {
  return messagesIn(c.var.reader.language).web;
}

/** What a browser is told when it cannot have what it asked for: a page, or one sentence for the script. */
export function refuse(c: RoomContext, status: ContentfulStatusCode, refusal: Refusal, reader = c.var.reader) {
  c.header('Cache-Control', 'no-store');
  return fragmentOf(c) === undefined ? c.html(refusalHtml(reader, refusal), status) : c.text(refusal.text, status);
}

/** The part of a page that the script asks for; undefined when a browser wants the whole page. */
export function fragmentOf(c: Context): string | undefined {
  return c.req.header('x-fragment');
}

/** The fields of a form, also of one with files; none when the body is no form. */
export async function formFields(c: Context): Promise<readonly (readonly [string, string | File])[]> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return [...(await form(c))];
  // Read first, so that a body over the limit is refused as such and not taken for a form that is malformed.
  const body = await c.req.arrayBuffer();
  const sent = new Response(body, { headers: { 'content-type': type } });
  return [...(await sent.formData().catch(() => new FormData()))];
}

export async function form(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

export function sessionOf(c: Context): string | undefined {
  const sessionId = getCookie(c, 'session');
  return sessionId !== undefined && /^[\da-f-]{36}$/.test(sessionId) ? sessionId : undefined;
}

export function openSession(c: Context): string {
  const sessionId = randomUUID();
  setCookie(c, 'session', sessionId, { ...cookie(c), sameSite: 'Strict' });
  return sessionId;
}

export function cookie(c: Context) {
  return { path: '/', httpOnly: true, secure: c.req.header('x-forwarded-proto') === 'https' };
}
