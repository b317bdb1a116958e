import { afterEach, describe, expect, test } from 'vitest';
import { toPayload } from '../../../adapters/web/payload.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { languages } from '../../../src/language.ts';
import { openBot } from '../../bot/open-bot.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { eventPost } from '../../contract/sample-posts.ts';
import { createBoards } from './board.ts';
import { createBrowser, createWeb, readText } from './web-harness.ts';

const adapters: Adapter[] = [];
afterEach(async () => {
  await Promise.all(adapters.splice(0).map((adapter) => adapter.stop()));
});

const calendarOf = (language: string, topic = 'all') => `BEGIN:VCALENDAR\r\nX-WR-CALNAME:${language} ${topic}\r\n`;

async function open() {
  const boards = createBoards();
  const { adapter } = createWeb({
    board: boards.board,
    calendar: async ({ language, topic }) =>
      topic === 'football'
        ? undefined
        : { bytes: new TextEncoder().encode(calendarOf(language, topic)), digest: `${language}-${topic ?? 'all'}` },
  });
  await adapter.start(await openBot());
  adapters.push(adapter);
  return { boards, browser: (language?: string) => createBrowser(adapter.status().detail, language) };
}

describe('the page of events', () => {
  test.each(languages)('is in the header and says in %s what comes next', async (language) => {
    const { browser } = await open();
    const { events } = messagesIn(language);
    expect(await (await browser(language).fetch('/')).text()).toContain(`<a href="/events" >${events.name}</a>`);
    const response = await browser(language).fetch('/events');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(readText(page)).toContain(events.none);
    expect(page).toContain(`<h1>${events.title}</h1>`);
    expect(page).toContain(`<a href="/calendar.ics?lang=${language}">${events.calendar}</a>`);
  });

  test('asks for the month and the topic of the address, and says what is wrong with them', async () => {
    const { browser } = await open();
    const month = await (await browser().fetch('/events?month=october+2027')).text();
    expect(month).toContain('<h1>Events in October 2027</h1>');
    expect(month).toContain('value="october 2027"');
    const wrong = await browser().fetch('/events?month=%3Cb%3E');
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    expect(readText(page)).toContain('is neither a month nor a topic that I know');
    expect(page).not.toContain('<b>');
  });

  test('keeps the language that is chosen on it', async () => {
    const { browser } = await open();
    const response = await browser().post('/language', { lang: 'fr', to: '/events' });
    expect(response.headers.get('location')).toBe('/events');
  });

  test('is not there where the assistant knows of none', async () => {
    const { adapter } = createWeb();
    await adapter.start(sampleCore());
    adapters.push(adapter);
    const browser = createBrowser(adapter.status().detail);
    expect((await browser.fetch('/events')).status).toBe(404);
    expect((await browser.fetch('/calendar.ics')).status).toBe(404);
    expect(await (await browser.fetch('/')).text()).not.toContain('href="/events"');
  });
});

describe('/calendar.ics', () => {
  test.each([
    ['', 'en', undefined],
    ['?lang=es', 'es', undefined],
    ['?lang=xx&topic=', 'en', undefined],
    ['?lang=fr&topic=care', 'fr', 'care'],
  ])('%s is the calendar in %s on the topic %s', async (query, language, topic) => {
    const { browser } = await open();
    const response = await browser('es').fetch(`/calendar.ics${query}`);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await response.text()).toBe(calendarOf(language, topic));
  });

  test.each(['"en-all"', 'W/"en-all"', '"other", "en-all"', '*'])(
    'is not sent again to who has it: %s',
    async (kept) => {
      const { browser } = await open();
      const response = await browser().fetch('/calendar.ics', { headers: { 'if-none-match': kept } });
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe('"en-all"');
      expect(await response.text()).toBe('');
    },
  );

  test('is sent to who has an older one, and its head alone to who asks for that', async () => {
    const { browser } = await open();
    const newer = await browser().fetch('/calendar.ics', { headers: { 'if-none-match': '"older"' } });
    expect([newer.status, newer.headers.get('etag')]).toEqual([200, '"en-all"']);
    const head = await browser().fetch('/calendar.ics', { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, '"en-all"', '']);
  });

  test('is not there for a topic that no event has', async () => {
    const { browser } = await open();
    expect((await browser().fetch('/calendar.ics?topic=football')).status).toBe(404);
  });

  test('is linked from the events of the board', async () => {
    const { boards, browser } = await open();
    boards.put('a1', 'web:news', toPayload(eventPost));
    expect(await (await browser().fetch('/news')).text()).toContain('href="/calendar.ics?lang=en"');
  });
});
