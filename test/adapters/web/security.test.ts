import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Handle } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { createBrowser, createWeb, rawRequest, readText } from './web-harness.ts';

const heard: Incoming[] = [];
const handle: Handle = (incoming) => {
  heard.push(incoming);
  if (incoming.kind === 'message' && incoming.text === 'break') throw new Error('a secret of the core');
  return sampleHandle(incoming);
};
const { adapter, logged } = createWeb({ publicHosts: ['assistant.example.org'] });
let address = '';

beforeAll(async () => {
  await adapter.start(sampleCore(handle));
  address = adapter.status().detail;
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(() => adapter.stop());

describe('security', () => {
  test('every response forbids what the room does not need', async () => {
    for (const path of ['/', '/k/sample-page', '/nothing', '/healthz', '/assets/style.css']) {
      const { headers } = await createBrowser(address).fetch(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
          "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  test.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '', 'sec-fetch-site': 'cross-site' }])(
    'a form is refused when it comes with %o',
    async (headers) => {
      const response = await createBrowser(address, 'es').post('/ask', { question: 'Who?' }, headers);
      expect(response.status).toBe(403);
      expect(readText(await response.text())).toContain(messagesIn('es').web.forbidden);
      expect(heard).toEqual([]);
    },
  );

  test('a form is taken when the browser says that it comes from here without saying whence', async () => {
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await createBrowser(address).post('/ask', { question: 'Who?' }, headers)).status).toBe(200);
  });

  test.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.4'])(
    'a request is refused when it was meant for %s',
    async (host) => {
      const { status, body } = await rawRequest(address, '/', { host });
      expect(status).toBe(421);
      expect(readText(body)).toContain(messagesIn('en').web.misdirected);
      expect(heard).toEqual([]);
    },
  );

  test.each(['localhost', 'localhost:9000', '127.0.0.1:80', '[::1]:8080', 'Assistant.example.org'])(
    'a request is answered when it was meant for %s',
    async (host) => {
      expect((await rawRequest(address, '/healthz', { host })).status).toBe(200);
    },
  );

  test('a message that is too large gets a clear page, and one sentence when the script asks', async () => {
    const browser = createBrowser(address, 'fr');
    const question = 'x'.repeat(70_000);
    const page = await browser.post('/ask', { question });
    expect(page.status).toBe(413);
    expect(readText(await page.text())).toContain(messagesIn('fr').web.tooLarge);
    const sentence = await browser.post('/ask', { question }, { 'x-fragment': 'turn' });
    expect(await sentence.text()).toBe(messagesIn('fr').web.tooLarge);
    expect(heard).toEqual([]);
  });

  test('a failure shows nothing of what happened inside, and is logged without what was asked', async () => {
    const response = await createBrowser(address).post('/ask', { question: 'break' });
    expect(response.status).toBe(500);
    const page = await response.text();
    expect(readText(page)).toContain(messagesIn('en').web.failed);
    expect(page).not.toMatch(/secret|Error|at .*\.ts/);
    expect(logged()).toContain('a page could not be shown');
    expect(logged()).not.toContain('break');
  });

  test('what is not a form, or not even a request, does no harm', async () => {
    const headers = { 'content-type': 'application/json', origin: address };
    const body = '{"question":';
    const response = await fetch(`${address}/ask`, { method: 'POST', body, headers, redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(heard.find(({ kind }) => kind === 'message')).toMatchObject({ text: '' });
    expect((await rawRequest(address, '/', { host: 'a b' })).status).toBe(400);
    expect((await rawRequest(address, '/healthz', {})).status).toBe(200);
  });
});
