import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toPayload } from '../../../adapters/web/payload.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { createEventFiles } from '../../../src/commands/events/event-files.ts';
import { createPublicCalendar } from '../../../src/commands/events/public-calendar.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { Knowledge } from '../../../src/knowledge/section.ts';
import { createRetriever, type Retriever } from '../../../src/retrieval/retriever.ts';
import { openBot, settings } from '../../bot/open-bot.ts';
import { eventPost, samplePosts } from '../../contract/sample-posts.ts';
import { sampleEvent } from '../../events/sample-events.ts';
import { createBoards } from './board.ts';
import { chromiumPath, expectNoFaults, hasChromium, launchChromium, visit, type Visit } from './chromium.ts';
import { createWeb } from './web-harness.ts';

const screenshots = fileURLToPath(new URL('../../output/', import.meta.url));
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const { addToCalendar } = messagesIn('en').events;

/** An evening in Madrid, the next morning in Seoul. */
const talk = sampleEvent({
  id: 'talk',
  time: { kind: 'clock', start: '2027-05-03T18:00', end: '2027-05-03T19:30', zone: 'Europe/Madrid' },
  link: 'https://example.org/talk',
  languages: ['en', 'es'],
  texts: { en: { title: 'A talk about care in metropolitan areas', place: 'Barcelona and online' } },
});
const calendar = { url: 'https://assistant.example.org/events/talk.ics?lang=en' };
const event = {
  startAt: Date.UTC(2027, 4, 3, 16),
  zone: 'Europe/Madrid',
  place: 'Barcelona',
  cancelled: true,
} as const;

const clock = () => Date.UTC(2026, 10, 22);

if (!hasChromium) test.skip(`events in a browser, as there is no ${chromiumPath}`);

describe.skipIf(!hasChromium)('events in a browser', () => {
  const visits: Visit[] = [];
  const adapters: Adapter[] = [];
  let knowledge: Knowledge;
  let retriever: Retriever;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    const loaded = await loadKnowledge('knowledge', { now: 0 });
    knowledge = { ...loaded, events: [...loaded.events, talk] };
    retriever = createRetriever(knowledge);
    browser = await launchChromium();
  });
  afterEach(async () => {
    const ended = visits.splice(0);
    await Promise.all(ended.map((opened) => opened.close()));
    await Promise.all(adapters.splice(0).map((adapter) => adapter.stop()));
    expect(ended.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => await browser.close());

  const current = () => ({ knowledge, retriever });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const bot = await openBot({ current, clock, settings: { ...settings, zone: 'Europe/Madrid' } });
    const boards = createBoards();
    const of = { knowledge: () => knowledge, store: bot.store, clock };
    const { adapter } = createWeb({
      board: boards.board,
      calendar: createPublicCalendar({ ...of, platform: 'web' }),
      eventFile: createEventFiles(of),
    });
    adapters.push(adapter);
    boards.put('a1', 'web:news', toPayload({ ...eventPost, calendar }));
    boards.put('a2', 'web:news', toPayload({ ...samplePosts.en, title: 'Cancelled: A talk', calendar, event }));
    boards.put('a3', 'web:news', toPayload(samplePosts.es));
    await adapter.start(bot);
    const opened = await visit(browser, adapter.status().detail, options);
    visits.push(opened);
    return opened.page;
  }

  test('times are those of the reader’s clocks, also on the first page that somebody ever opens', async () => {
    const page = await open({ timezoneId: 'Asia/Seoul' });
    await page.context().clearCookies();
    await page.goto('/events');
    await page.getByText('Tuesday, 4 May 2027, 01:00–02:30 (Asia/Seoul, UTC+9)').waitFor();
    expect(await page.locator('main time').first().getAttribute('datetime')).toBe('2027-05-03T16:00:00.000Z');
    await page.getByText('Times are those of Asia/Seoul.').waitFor();
  });

  test('without JavaScript, times are those of the association, and say so', async () => {
    const page = await open({ timezoneId: 'Asia/Seoul', javaScriptEnabled: false });
    await page.goto('/events');
    await page.getByText('Monday, 3 May 2027, 18:00–19:30 (Europe/Madrid, UTC+2)').waitFor();
    await page.getByText('Times are those of Europe/Madrid.').waitFor();
  });

  test('where cookies are refused, the page is shown once and stays', async () => {
    const page = await open({ timezoneId: 'Asia/Seoul' });
    await page.context().clearCookies();
    await page.addInitScript("Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} })");
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.goto('/events');
    await page.getByText('(Europe/Madrid, UTC+2)').waitFor();
    await page.goto('/events?topic=association');
    expect(loads).toBe(2);
  });

  test.each(['/events', '/news'])('the link below an event on %s gives its file', async (path) => {
    const page = await open();
    await page.goto(path);
    const link = page.locator('a[href^="/events/talk.ics"]');
    expect(await link.count()).toBe(1);
    expect(await link.textContent()).toBe(addToCalendar);
    const response = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(await response.text()).toContain('DTSTART:20270503T160000Z');
  });

  test.each([
    ['phone', 'light', phone],
    ['phone', 'dark', phone],
    ['wide', 'light', {}],
    ['wide', 'dark', {}],
  ] as const)('pages have no fault and fit: %s, %s', async (name, colorScheme, options) => {
    const page = await open({ ...options, colorScheme });
    const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    for (const path of ['events', 'news']) {
      await page.goto(`/${path}`);
      await expectNoFaults(page);
      expect([path, await page.evaluate(wide)]).toEqual([path, 0]);
      await page.screenshot({ path: `${screenshots}events-${name}-${colorScheme}-${path}.png`, fullPage: true });
    }
  });
});
