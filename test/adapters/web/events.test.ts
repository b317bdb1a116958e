import { afterEach, describe, expect, test } from 'vitest';
import { toPayload } from '../../../adapters/web/payload.ts';
import { renderBody } from '../../../adapters/web/render.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import type { Person } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import type { CalendarEvent } from '../../../src/events/event.ts';
import { eventsReply } from '../../../src/events/events-reply.ts';
import { within } from '../../../src/events/upcoming.ts';
import { languages } from '../../../src/language.ts';
import { openBot } from '../../bot/open-bot.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { eventPost, samplePosts } from '../../contract/sample-posts.ts';
import { sampleEvent, yearlyDay } from '../../events/sample-events.ts';
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
    eventFile: async ({ id, language }) =>
      id === 'assembly'
        ? { bytes: new TextEncoder().encode(calendarOf(language, id)), digest: `${language}-${id}` }
        : undefined,
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

  test('is linked from a board with events, once', async () => {
    const { boards, browser } = await open();
    boards.put('a1', 'web:news', toPayload(eventPost));
    boards.put('a2', 'web:news', toPayload(eventPost));
    boards.put('b1', 'web:letters', toPayload(samplePosts.en));
    expect((await (await browser().fetch('/news')).text()).split('href="/calendar.ics?lang=en"')).toHaveLength(2);
    expect(await (await browser().fetch('/news/letters')).text()).not.toContain('/calendar.ics');
  });
});

describe('the file of one event', () => {
  const path = '/events/announcement-a1.ics?lang=en';

  test.each([
    ['', 'en'],
    ['?lang=fr', 'fr'],
    ['?lang=xx', 'en'],
  ])('has a name, may be kept, and is in the language of its address: %j', async (query, language) => {
    const { browser } = await open();
    const response = await browser('es').fetch(`/events/assembly.ics${query}`);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="assembly.ics"');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await response.text()).toBe(calendarOf(language, 'assembly'));
    const again = await browser().fetch(`/events/assembly.ics${query}`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test.each(['/events/other.ics', '/events/assembly', '/events/a/b.ics', '/events/%22.ics'])(
    'is a page that says that there is nothing at %s',
    async (address) => {
      const { browser } = await open();
      const response = await browser().fetch(address);
      expect(response.status).toBe(404);
      expect(readText(await response.text())).toContain(messagesIn('en').web.notFound);
    },
  );

  test.each([
    ['an address', { url: `https://assistant.example.org${path}` }],
    ['a file', { file: 'BEGIN:VCALENDAR', path }],
  ])('is linked from a post that brings %s, within the room', async (_what, calendar) => {
    const { boards, browser } = await open();
    const payload = toPayload({ ...eventPost, calendar });
    expect(payload).not.toContain('VCALENDAR');
    boards.put('a1', 'web:news', payload);
    const { addToCalendar } = messagesIn('en').events;
    expect(await (await browser().fetch('/news')).text()).toContain(`<a href="${path}">${addToCalendar}</a>`);
  });

  test.each([
    ['of an event that is cancelled', { calendar: { url: `https://example.org${path}` }, cancelled: true }],
    ['that leads elsewhere', { calendar: { url: 'https://example.org/other.ics' } }],
    ['of which no address is known', { calendar: { file: 'BEGIN:VCALENDAR' } }],
  ] as const)('is not linked from a post %s', async (_what, { calendar, ...cancelled }) => {
    const { boards, browser } = await open();
    const { event } = eventPost;
    if (event === undefined) throw new Error('the sample has an event');
    boards.put('a1', 'web:news', toPayload({ ...eventPost, calendar, event: { ...event, ...cancelled } }));
    const page = await (await browser().fetch('/news')).text();
    expect(page).toContain('class="event');
    expect(page).not.toContain('other.ics');
    expect(page).not.toContain(messagesIn('en').events.addToCalendar);
  });
});

describe('events on pages', () => {
  const talk = sampleEvent({
    id: 'talk',
    time: { kind: 'clock', start: '2027-05-03T10:00', zone: 'Asia/Seoul' },
    texts: { en: { title: 'Talk' } },
  });
  const reader = { language: 'en', zone: 'Europe/Madrid', now: Date.UTC(2026, 10, 22) } as const;
  const page = async (events: readonly CalendarEvent[], now: number = reader.now) => {
    const window = { from: 0, to: Date.UTC(2030, 0), zone: reader.zone };
    const reply = eventsReply(within(events, window), {}, { ...reader, now });
    return String(renderBody(reply.body, { language: 'fr', anchors: false, topLevel: 2 }));
  };

  test('have their times for programs, and lead to their files in the language of the page', async () => {
    const html = await page([talk]);
    expect(html).toContain('<time datetime="2027-05-03T01:00:00.000Z">Monday, 3 May 2027, 03:00');
    expect(html).toContain(` · <a href="/events/talk.ics?lang=fr">${messagesIn('fr').events.addToCalendar}</a></li>`);
  });

  test('lead to no file once they are over, and whole days have no instant', async () => {
    expect(await page([talk], Date.UTC(2028, 0))).not.toContain('.ics');
    expect(await page([{ ...yearlyDay, recurrence: 'FREQ=YEARLY;COUNT=1' }])).not.toContain('<time');
  });
});

describe('the reader’s zone', () => {
  const asked: Person[] = [];
  const withZone = async (cookie: string) => {
    const core = sampleCore(async (incoming) => {
      asked.push(incoming.person);
      return { language: 'en', body: { type: 'root', children: [] } };
    });
    const spec = { name: 'events', description: { en: '', es: '', fr: '' }, options: [] };
    const { adapter } = createWeb();
    await adapter.start({ ...core, commands: [spec] });
    adapters.push(adapter);
    const response = await fetch(`${adapter.status().detail}/events`, { headers: { cookie } });
    return [response.status, asked.at(-1)?.zone];
  };

  test.each([
    ['zone=America%2FArgentina%2FBuenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['zone=Etc%2FGMT%2B3', 'Etc/GMT+3'],
    ['zone=%3Cb%3E', undefined],
    [`zone=${'a'.repeat(65)}`, undefined],
    ['', undefined],
  ])('is told to the core: %s', async (cookie, zone) => {
    expect(await withZone(cookie)).toEqual([200, zone]);
  });
});
