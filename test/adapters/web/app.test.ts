import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Handle } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { languages } from '../../../src/language.ts';
import { sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { createBrowser, createWeb, rawRequest, readText } from './web-harness.ts';

const heard: Incoming[] = [];
const handle: Handle = (incoming) => {
  heard.push(incoming);
  return sampleHandle(incoming);
};
const { adapter } = createWeb();
let address = '';

beforeAll(async () => {
  await adapter.start(sampleCore(handle));
  address = adapter.status().detail;
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(() => adapter.stop());

describe('the conversation without JavaScript', () => {
  test('keeps the transcript when a question follows another', async () => {
    const browser = createBrowser(address);
    await browser.fetch('/');
    const first = await browser.post('/ask', { question: 'First question' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toMatch(/^\/#t-/);
    await browser.post('/ask', { question: 'Second question' });
    const page = await (await browser.fetch('/')).text();
    expect(page.indexOf('First question')).toBeGreaterThan(0);
    expect(page.indexOf('Second question')).toBeGreaterThan(page.indexOf('First question'));
    expect(page).toContain(`id="${first.headers.get('location')?.slice(2)}"`);
  });

  test('shows the answer at once when the browser keeps no cookies', async () => {
    const response = await createBrowser(address).post('/ask', { question: 'First question' });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toMatch(/^<!doctype html>/);
    expect(readText(page)).toContain('General assembly');
  });

  test('forgets the transcript when a new conversation begins', async () => {
    const browser = createBrowser(address);
    await browser.fetch('/');
    await browser.post('/ask', { question: 'First question' });
    expect((await browser.post('/new', {})).headers.get('location')).toBe('/');
    expect(await (await browser.fetch('/')).text()).not.toContain('First question');
  });

  test('reaches the core with the line feeds that were typed', async () => {
    await createBrowser(address).post('/ask', { question: 'one\r\ntwo' });
    expect(heard.find(({ kind }) => kind === 'message')).toMatchObject({ text: 'one\ntwo' });
  });

  test('gives the cookie to nobody else, and never to the core', async () => {
    const response = await createBrowser(address).fetch('/');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^session=[\da-f-]{36}; Path=\/; HttpOnly; SameSite=Strict$/);
    const secret = cookie.slice('session='.length).split(';')[0] ?? '';
    await fetch(`${address}/ask`, {
      method: 'POST',
      body: new URLSearchParams({ question: 'Who?' }),
      headers: { origin: address, cookie: `session=${secret}` },
      redirect: 'manual',
    });
    expect(heard.map(({ conversationId }) => conversationId)).not.toContain(secret);
  });

  test('marks its cookies for TLS alone when a proxy in front speaks TLS', async () => {
    const page = await createBrowser(address).fetch('/', { headers: { 'x-forwarded-proto': 'https' } });
    expect(page.headers.get('set-cookie')).toContain('Secure');
  });

  test('leaves the cookie be when a link elsewhere leads here, as it comes without it', async () => {
    const { status, headers } = await rawRequest(address, '/', { 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('set-cookie');
  });
});

describe('languages', () => {
  test.each(languages)('the page speaks the language of the browser when that is %s', async (language) => {
    const page = await (await createBrowser(address, `pt;q=0.9, ${language}-XX;q=0.8, en;q=0.1`).fetch('/')).text();
    expect(page).toContain(`<html lang="${language}">`);
    expect(readText(page)).toContain(messagesIn(language).web.welcome);
  });

  test('the page speaks the language that was chosen, on the page where it was chosen', async () => {
    const browser = createBrowser(address);
    const chosen = await browser.post('/language', { lang: 'fr', to: '/k/sample-page' });
    expect(chosen.headers.get('location')).toBe('/k/sample-page');
    expect(await (await browser.fetch('/k/sample-page')).text()).toContain('<html lang="fr">');
    await browser.say('Who?');
    expect(heard.at(-1)).toMatchObject({ kind: 'message', locale: 'fr' });
  });

  test.each(['https://evil.example/', '//evil.example', '/k/../x', '/\\evil.example', ''])(
    'choosing a language leads nowhere else when the form says %j',
    async (to) => {
      const chosen = await createBrowser(address).post('/language', { lang: 'es', to });
      expect(chosen.headers.get('location')).toBe('/');
    },
  );
});

describe('the reader view', () => {
  test('shows a document in the language of the link, with headings that can be linked to', async () => {
    const response = await createBrowser(address).fetch('/k/sample-page?lang=es');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(heard).toMatchObject([
      { kind: 'command', name: 'read', options: { section: 'sample-page', language: 'es' }, locale: 'es' },
    ]);
    expect(page).toContain('<html lang="es">');
    expect(page).toContain(
      '<h2 id="members"><a class="anchor" href="#members">Members of the sample association</a></h2>',
    );
    expect(page).toContain('<a href="/k/sample-page?lang=es#members">the members</a>');
    expect(page).toContain('<a href="mailto:desk@example.org">the secretariat</a>');
  });

  test.each([
    '/k/none',
    '/k/',
    '/k/a%2Fb',
    '/k/%00',
    '/nothing',
    '/assets/',
    '/assets/../adapter.ts',
    '/assets/%2e%2e/app.ts',
  ])('says in the language of the person that there is no page %s', async (path) => {
    const { status, body } = await rawRequest(address, path, { 'accept-language': 'fr' });
    expect(status).toBe(404);
    expect(readText(body)).toContain(messagesIn('fr').web.notFoundTitle);
  });
});

describe('methods', () => {
  test.each([
    ['PUT', '/', 'GET, HEAD'],
    ['GET', '/ask', 'POST'],
    ['DELETE', '/k/sample-page', 'GET, HEAD'],
  ])('%s %s is answered with what the address allows', async (method, path, allow) => {
    const response = await createBrowser(address, 'es').fetch(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(readText(await response.text())).toContain(messagesIn('es').web.method);
  });

  test('GET /healthz says that the room is open', async () => {
    expect(await (await createBrowser(address).fetch('/healthz')).json()).toEqual({ status: 'ok' });
  });

  test('an asset is not sent again when the browser has it', async () => {
    const browser = createBrowser(address);
    const first = await browser.fetch('/assets/style.css');
    expect(first.headers.get('content-type')).toContain('text/css');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await browser.fetch('/assets/style.css', { headers })).status).toBe(304);
  });
});
