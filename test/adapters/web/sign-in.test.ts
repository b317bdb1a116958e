import { afterEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { createDeskCore, createSampleSignIns } from './desk-core.ts';
import { createBrowser, createWeb, readText } from './web-harness.ts';

const { web } = messagesIn('en');
const adapters: Adapter[] = [];

afterEach(async () => {
  await Promise.all(adapters.splice(0).map((adapter) => adapter.stop()));
});

async function open() {
  const desk = createDeskCore();
  const { adapter, logged } = createWeb({ signIns: createSampleSignIns() });
  await adapter.start(desk.core);
  adapters.push(adapter);
  return { desk, logged, address: adapter.status().detail };
}

describe('signing in', () => {
  test('needs a button, so that a program that looks at the link does not use it up', async () => {
    const { address } = await open();
    const ana = createBrowser(address);
    const page = await ana.fetch('/sign-in?token=valid');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('<input type="hidden" name="token" value="valid"');
    await ana.fetch('/sign-in?token=valid');
    const signedIn = await ana.post('/sign-in', { token: 'valid' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/announcements']);
    expect((await ana.fetch('/announcements')).status).toBe(200);
    expect(readText(await (await ana.fetch('/')).text())).toContain(web.signedInAs('Ana'));
  });

  test('gives a cookie that no script and no other site gets, and over TLS nobody on the way', async () => {
    const { address } = await open();
    const signedIn = await createBrowser(address).post(
      '/sign-in',
      { token: 'valid' },
      { 'x-forwarded-proto': 'https' },
    );
    expect(signedIn.headers.get('set-cookie')).toMatch(
      /^signin=session-of-ana; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test.each(['valid', 'false', ''])(
    'is refused with what to do when the token is %j and was used or never made',
    async (token) => {
      const { address } = await open();
      await createBrowser(address).post('/sign-in', { token: 'valid' });
      const response = await createBrowser(address).post('/sign-in', { token });
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(readText(await response.text())).toContain(web.signInFailed);
    },
  );

  test('is refused when another site sends the form', async () => {
    const { address } = await open();
    const headers = { origin: 'https://evil.example' };
    expect((await createBrowser(address).post('/sign-in', { token: 'valid' }, headers)).status).toBe(403);
    expect((await createBrowser(address).post('/sign-in', { token: 'valid' })).status).toBe(303);
  });

  test('is explained to who comes without a link', async () => {
    const { address } = await open();
    const page = await (await createBrowser(address).fetch('/sign-in')).text();
    expect(readText(page)).toContain(web.signInWithout);
    expect(page).not.toContain('name="token"');
  });

  test('ends when the person signs out, also for whoever has copied the cookie', async () => {
    const { address } = await open();
    const ana = createBrowser(address);
    await ana.post('/sign-in', { token: 'valid' });
    const signedOut = await ana.post('/sign-out', {});
    expect(signedOut.headers.get('set-cookie')).toMatch(/^signin=; Max-Age=0/);
    const copied = await fetch(`${address}/announcements`, { headers: { cookie: 'signin=session-of-ana' } });
    expect(copied.status).toBe(403);
  });

  test('makes the questions of the person theirs', async () => {
    const { address, desk } = await open();
    const ana = createBrowser(address);
    await ana.post('/sign-in', { token: 'valid' });
    await ana.post('/do/feedback', { question: 'q1', verdict: 'helpful' });
    expect(desk.heard.map(({ person }) => person)).toEqual([
      { id: 'web:ana', name: 'Ana', groups: ['web:secretariat'] },
    ]);
  });

  test('keeps nobody from asking when it cannot be looked up, and the operator learns of it', async () => {
    const { address, logged } = await open();
    const page = await fetch(address, { headers: { cookie: 'signin=broken' } });
    expect(page.status).toBe(200);
    expect(logged()).toContain('who has signed in could not be looked up');
    expect(logged()).not.toContain('signin=broken');
  });
});
