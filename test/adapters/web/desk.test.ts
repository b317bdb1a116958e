import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src/chat/messages.ts';
import { languages } from '../../../src/language.ts';
import { createDeskCore, createSampleSignIns } from './desk-core.ts';
import { createBrowser, createWeb, rawRequest, readText, type Browser } from './web-harness.ts';

const desk = createDeskCore();
const { adapter } = createWeb({ signIns: createSampleSignIns() });
let address = '';
let ana: Browser;

beforeAll(async () => {
  await adapter.start(desk.core);
  address = adapter.status().detail;
  ana = createBrowser(address);
  await ana.post('/sign-in', { token: 'valid' });
});
beforeEach(() => {
  desk.heard.length = 0;
});
afterAll(() => adapter.stop());

const { web } = messagesIn('en');

describe('pages of the secretariat', () => {
  test.each([
    ['/announcements', 'announcements', {}],
    ['/announcements/new', 'announce', {}],
    ['/announcements/a1', 'announcements', { id: 'a1' }],
    ['/announcements/a1/edit', 'announce', { id: 'a1' }],
    ['/announcements/a1/preview', 'announcement', { action: 'preview', id: 'a1' }],
    ['/audiences', 'audience', { action: 'list' }],
  ])('%s gives the command %s as the person who has signed in, and is kept by nobody', async (path, name, options) => {
    const response = await ana.fetch(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(desk.heard).toMatchObject([{ name, options, locale: 'en', person: { id: 'web:ana', name: 'Ana' } }]);
  });

  test.each(languages)('tell a visitor politely what to do, in %s, without asking the core', async (language) => {
    for (const path of ['/announcements', '/announcements/new', '/announcements/a1', '/audiences']) {
      const response = await createBrowser(address, language).fetch(path);
      expect(response.status).toBe(403);
      expect(readText(await response.text())).toContain(messagesIn(language).web.membersOnly);
    }
    expect(desk.heard).toEqual([]);
  });

  test('offer a link that brings the cookie along to who comes from another site', async () => {
    const { status, body } = await rawRequest(address, '/announcements/a1', { 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(403);
    expect(body).toContain('href="/announcements/a1"');
  });

  test('are linked for who has signed in alone', async () => {
    expect(await (await ana.fetch('/')).text()).toContain('href="/announcements"');
    expect(await (await createBrowser(address).fetch('/')).text()).not.toContain('/announcements');
  });

  test('lead back to themselves when the language changes', async () => {
    for (const path of ['/announcements/a1/edit', '/announcements', '/audiences', '/news/members-es']) {
      const chosen = await createBrowser(address).post('/language', { lang: 'es', to: path });
      expect(chosen.headers.get('location')).toBe(path);
    }
  });

  test('show links for what only shows, and buttons for what does something', async () => {
    expect(await (await ana.fetch('/announcements')).text()).toContain(
      'href="/announcements/a1">The assembly opens</a>',
    );
    const report = await (await ana.fetch('/announcements/a1')).text();
    expect(report).toMatch(/action="\/do\/announcement">[^]*name="action" value="retry"[^]*>Try again<\/button>/);
    expect(report).toContain('class="button danger"');
    expect(report).toContain('<a href="/news#a1">news</a>');
  });
});

describe('forms', () => {
  test('show every kind of field with its label and its hint', async () => {
    const page = await (await ana.fetch('/announcements/new')).text();
    expect(page).toContain('<label for="f-title.en">Title in English <span class="required">(required)</span></label>');
    expect(page).toMatch(/id="f-title.en-hint">\s*Up to 150 characters\.</);
    expect(page).toMatch(/<textarea[^>]*id="f-body.es"[^>]*lang="es"[^>]*aria-describedby="f-body.es-hint"/);
    expect(page).toMatch(/<select[^>]*id="f-audience"/);
    expect(page).toMatch(/<fieldset[^]*<legend>\s*Reminders/);
    expect(page).toMatch(/type="checkbox"[^>]*id="f-pings"/);
  });

  test('give the command all fields, also those that a browser leaves out', async () => {
    const sent = await ana.post('/do/announce', {
      'title.en': 'Welcome',
      'body.es': 'Uno\r\ndos',
      audience: 'all',
      _choices: 'reminders',
      _switch: 'pings',
      _once: 'first',
    });
    expect(sent.status).toBe(200);
    expect(desk.heard.map(({ options }) => options)).toEqual([
      { 'title.en': 'Welcome', 'body.es': 'Uno\ndos', audience: 'all', reminders: '', pings: 'false' },
    ]);
  });

  test('give several choices parted by commas, and a switch that is on as true', async () => {
    const body = new URLSearchParams({ _choices: 'reminders', _switch: 'pings', pings: 'true', 'title.en': 'T' });
    body.append('reminders', '7d');
    body.append('reminders', '1d');
    await ana.fetch('/do/announce', { method: 'POST', body, headers: { origin: address } });
    expect(desk.heard[0]?.options).toEqual({ reminders: '7d,1d', pings: 'true', 'title.en': 'T' });
  });

  test('come back with everything that was typed, and with what is wrong at its field and above all', async () => {
    const text = '\nA "quoted" <b>text</b> & more</textarea>';
    const fields = { 'title.en': '', 'body.es': text, audience: 'nobody', reminders: '3d', pings: 'true', id: 'a1' };
    const page = await (await ana.post('/do/announce', { ...fields, _choices: 'reminders', _switch: 'pings' })).text();
    expect(page).toMatch(
      /role="alert"[^]*Three things are wrong\.[^]*<a href="#f-title.en">Title in English<\/a>[^]*<form/,
    );
    expect(page).toMatch(
      /id="f-title.en"[^>]*aria-describedby="f-title.en-problem f-title.en-hint"[^>]*aria-invalid="true"/,
    );
    expect(page).toContain('>\n\nA &quot;quoted&quot; &lt;b&gt;text&lt;/b&gt; &amp; more&lt;/textarea&gt;</textarea');
    expect(page).toMatch(/<option value="nobody" selected>/);
    expect(page).toMatch(/value="3d"\s+checked/);
    expect(page).toMatch(/id="f-pings"[^>]*checked/);
    expect(page).toContain('<input type="hidden" name="id" value="a1"');
  });

  test('are taken once when they are sent twice, and again when they were changed', async () => {
    const fields = { 'title.en': 'Welcome', _once: 'the same' };
    const [one, other] = await Promise.all([ana.post('/do/announce', fields), ana.post('/do/announce', fields)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(readText(await other.text())).toContain('This will be posted to 3 channels.');
    expect(desk.heard).toHaveLength(1);
    await ana.post('/do/announce', { ...fields, 'title.en': 'Welcome!' });
    expect(desk.heard).toHaveLength(2);
  });

  test('are refused when another site sends them', async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await ana.post('/do/announcement', { action: 'confirm', id: 'a1' }, headers)).status).toBe(403);
    expect(desk.heard).toEqual([]);
  });
});

describe('replies', () => {
  test('that show what will be posted show this room’s own as it will stand, and others in words', async () => {
    const page = await (await ana.post('/do/announce', { 'title.en': 'Welcome' })).text();
    const text = readText(page).replace(/\s+/g, ' ');
    expect(text).toContain(`${web.thisSite} · English · /news`);
    expect(text).toContain('Sample · Spanish · #channel-0, #channel-1');
    expect(text).toContain(`#channel-11 ${web.moreChannels(2)}`);
    expect(page).toContain('<strong>La asamblea</strong> alert(1)</p>');
    expect(page).toContain('<time datetime="2027-10-07T08:00:00.000Z">');
    expect(text).toContain('Harbour Hall');
    expect(text).not.toContain('not shown');
  });

  test('on an announcement lead to its page, where a reload does nothing again, with what was said', async () => {
    const done = await ana.post('/do/announcement', { action: 'confirm', id: 'a1' });
    expect(done.status).toBe(303);
    const location = done.headers.get('location') ?? '';
    expect(location).toMatch(/^\/announcements\/a1\?said=[\da-f-]{36}$/);
    const page = await (await ana.fetch(location)).text();
    expect(readText(page)).toContain('Confirmed.');
    expect(page).toContain('data-source="/announcements/a1"');
    expect(page).toContain(`>${web.refresh}</a>`);
    expect(desk.heard.map(({ name }) => name)).toEqual(['announcement', 'announcements']);
  });

  test('on an announcement are given as they are to the script that asks for what is new', async () => {
    const headers = { 'x-fragment': 'report' };
    const fragment = await (await ana.fetch('/announcements/a1', { headers })).text();
    expect(fragment).toContain('Sent to 1 of 2 channels.');
    expect(fragment).not.toContain('<html');
    expect(await (await ana.fetch('/announcements/a1', { headers })).text()).toBe(fragment);
    const refused = await createBrowser(address).fetch('/announcements/a1', { headers });
    expect([refused.status, await refused.text()]).toEqual([403, web.membersOnly]);
  });
});

const verdict = (value: string) => ({ question: 'q1', verdict: value });

describe('feedback', () => {
  test('is asked for below an answer that can be judged', async () => {
    const visitor = createBrowser(address);
    const turn = await visitor.say('Where?');
    expect(readText(turn)).toContain(web.helped);
    expect(turn).toMatch(
      /action="\/do\/feedback"[^]*name="question" value="q1"[^]*value="helpful"[^]*value="notHelpful"/,
    );
  });

  test('reaches the core from a visitor, and leaves room for a word on why when it did not help', async () => {
    const visitor = createBrowser(address);
    const page = await (await visitor.post('/do/feedback', verdict('notHelpful'))).text();
    expect(readText(page)).toContain('Thank you.');
    expect(page).toMatch(/<textarea name="comment"/);
    const last = await visitor.post('/do/feedback', { ...verdict('notHelpful'), comment: 'Too short' });
    expect(await last.text()).not.toContain('name="comment"');
    expect(desk.heard.map(({ options, person }) => [options, person.id])).toEqual([
      [verdict('notHelpful'), 'web:visitor'],
      [{ ...verdict('notHelpful'), comment: 'Too short' }, 'web:visitor'],
    ]);
  });

  test('needs no comment when the answer helped, and comes as a part of the page for the script', async () => {
    const answer = await ana.post('/do/feedback', verdict('helpful'), { 'x-fragment': 'feedback' });
    const fragment = await answer.text();
    expect(fragment).toContain('Thank you.');
    expect(fragment).not.toMatch(/<html|comment/);
  });
});
