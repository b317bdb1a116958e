import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SignIns } from '../../../adapters/web/sign-in.ts';
import { toPayload } from '../../../adapters/web/payload.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { eventPost, samplePosts } from '../../contract/sample-posts.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { createBoards } from './board.ts';
import { chromiumPath, expectNoFaults, hasChromium, launchChromium, visit, type Visit } from './chromium.ts';
import { createDeskCore } from './desk-core.ts';
import { createWeb } from './web-harness.ts';

const screenshots = fileURLToPath(new URL('../../output/', import.meta.url));
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const { web } = messagesIn('en');

/** Everybody who has any token comes in as Ana. */
const signIns: SignIns = {
  signIn: async () => ({ session: 's', personId: 'web:ana' }),
  personOf: async () => ({ id: 'web:ana', name: 'Ana' }),
  signOut: async () => undefined,
};

if (!hasChromium) test.skip(`the desk in a browser, as there is no ${chromiumPath}`);

describe.skipIf(!hasChromium)('the desk in a browser', () => {
  const desk = createDeskCore();
  const boards = createBoards();
  const { adapter } = createWeb({ signIns, board: boards.board });
  const visits: Visit[] = [];
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    boards.put('a1', 'web:news', toPayload(samplePosts.es));
    boards.put('a2', 'web:news', toPayload(eventPost));
    await adapter.start(desk.core);
    browser = await launchChromium();
  });
  afterEach(async () => {
    desk.heard.length = 0;
    const ended = visits.splice(0);
    await Promise.all(ended.map((opened) => opened.close()));
    expect(ended.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await adapter.stop();
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await visit(browser, adapter.status().detail, options);
    visits.push(opened);
    return opened.page;
  }

  async function signIn(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open(options);
    await page.goto('/sign-in?token=valid');
    await page.locator('main button').click();
    await page.waitForURL('**/announcements');
    return page;
  }

  test.each([true, false])(
    'an announcement is written, corrected, seen and confirmed, JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await signIn({ javaScriptEnabled });
      await page.getByRole('link', { name: web.newAnnouncement }).click();
      await page.getByLabel('Text in Spanish').fill('Uno\n\ndos');
      await page.getByLabel('Audience').selectOption('members-es');
      await page.getByLabel('A day before').check();
      await page.getByRole('button', { name: 'Show the preview' }).click();
      const problem = page.getByRole('alert');
      await problem.waitFor();
      expect(await problem.textContent()).toContain('Three things are wrong.');
      expect(await page.locator('[role=alert]:focus').count()).toBe(javaScriptEnabled ? 1 : 0);
      await problem.getByRole('link', { name: 'Title in English' }).click();
      expect(await page.locator('input:focus').getAttribute('name')).toBe('title.en');
      await page.keyboard.type('Welcome');
      await page.keyboard.press('Enter');
      await page.getByText(web.previewsTitle).waitFor();
      expect(desk.heard.at(-1)?.options).toEqual({
        'title.en': 'Welcome',
        'body.es': 'Uno\n\ndos',
        audience: 'members-es',
        reminders: '1d',
        pings: 'false',
      });
      await page.getByRole('button', { name: 'Post it now' }).click();
      await page.waitForURL('**/announcements/a1?said=*');
      expect(await page.getByRole('status').textContent()).toContain('Confirmed.');
      expect(await page.locator('noscript a').count()).toBe(javaScriptEnabled ? 0 : 1);
    },
  );

  test('a report brings itself up to date, keeps the focus, and says when it cannot', async () => {
    desk.report = 'Sent to 1 of 2 channels.';
    const page = await signIn();
    await page.goto('/announcements/a1');
    await page.getByRole('button', { name: 'Try again' }).focus();
    desk.report = 'Sent to 2 of 2 channels.';
    await page.getByText(desk.report).waitFor();
    expect(await page.locator('button:focus').textContent()).toBe('Try again');
    expect(await page.locator('#report').getAttribute('aria-live')).toBe('polite');
    await page.context().setOffline(true);
    await page.getByText(web.outOfDate).waitFor();
    await page.context().setOffline(false);
    await page.getByText(web.outOfDate).waitFor({ state: 'hidden' });
    // That the network was away is what the browser itself complains of.
    const [opened] = visits.splice(0);
    expect(opened?.complaints.every((complaint) => complaint.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
    await opened?.close();
  });

  test('a file is taken in place of the form, and one that is far too large is refused with the reason', async () => {
    const page = await signIn();
    await page.goto('/announcements/new');
    const choose = (buffer: Buffer) =>
      page.getByLabel(web.fileLabel).setInputFiles({ name: 'news.md', mimeType: 'text/markdown', buffer });
    await choose(Buffer.from('# en: Title'));
    await page.getByRole('button', { name: web.fileSend }).click();
    await page.getByText('Read 11 characters.').waitFor();
    await page.goto('/announcements/new');
    await choose(Buffer.alloc(5 * 1024 * 1024, 'x'));
    await page.getByRole('button', { name: web.fileSend }).click();
    await page.getByText(web.fileTooLarge).waitFor();
    const [opened] = visits.splice(0);
    await waitUntil('the report of the status', () => (opened?.complaints.length ?? 0) > 0);
    expect(opened?.complaints).toEqual([expect.stringContaining('413')]);
    await opened?.close();
  });

  test('a verdict on an answer is given where the answer stands, by keyboard, with a word on why', async () => {
    const page = await open();
    await page.locator('#question').fill('Where?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: web.helpedNo }).press('Enter');
    await page.getByLabel(web.comment).fill('Too short');
    await page.getByRole('button', { name: web.commentSend }).click();
    await waitUntil('the comment', () => desk.heard.length === 2);
    expect(desk.heard.map(({ options }) => options)).toEqual([
      { question: 'q1', verdict: 'notHelpful' },
      { question: 'q1', verdict: 'notHelpful', comment: 'Too short' },
    ]);
    await page.getByLabel(web.comment).waitFor({ state: 'detached' });
    expect(await page.locator('.turn .feedback').textContent()).toContain('Thank you.');
    expect(await page.locator('.turn').count()).toBe(1);
  });

  test.each(['light', 'dark'] as const)(
    'axe finds no fault with any page, and none is wider than a phone, in %s',
    async (colorScheme) => {
      const page = await signIn({ ...phone, colorScheme });
      const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      for (const [path, name] of [
        ['/announcements', 'list'],
        ['/announcements/a1', 'report'],
        ['/announcements/new', 'form'],
        ['/news', 'news'],
        ['/sign-in?token=x', 'sign-in'],
      ] as const) {
        await page.goto(path);
        await check(name);
      }
      await page.goto('/announcements/new');
      await page.getByRole('button', { name: 'Show the preview' }).click();
      await page.getByRole('alert').waitFor();
      await check('problems');
      await page.getByLabel('Title in English').fill('Welcome');
      await page.getByRole('button', { name: 'Show the preview' }).click();
      await page.getByText(web.previewsTitle).waitFor();
      await check('preview');
      await page.goto('/');
      await page.locator('#question').fill('Where?');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: web.helpedNo }).click();
      await page.getByLabel(web.comment).waitFor();
      await check('feedback');

      async function check(name: string): Promise<void> {
        await expectNoFaults(page);
        expect([name, await page.evaluate(wide)]).toEqual([name, 0]);
        await page.screenshot({ path: `${screenshots}desk-phone-${colorScheme}-${name}.png`, fullPage: true });
      }
    },
  );

  test('the pages look right on a wide screen', async () => {
    const page = await signIn();
    for (const [path, name] of [
      ['/announcements/new', 'form'],
      ['/announcements/a1', 'report'],
      ['/news', 'news'],
      ['/', 'welcome'],
    ] as const) {
      await page.goto(path);
      await expectNoFaults(page);
      await page.screenshot({ path: `${screenshots}desk-wide-${name}.png`, fullPage: true });
    }
  });
});
