import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Handle } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { markdown, sampleCore, sampleHandle } from '../../contract/sample-core.ts';
import { waitUntil } from '../../contract/wait-until.ts';
import { chromiumPath, expectNoFaults, hasChromium, launchChromium, visit, type Visit } from './chromium.ts';
import { createWeb } from './web-harness.ts';

const screenshots = fileURLToPath(new URL('../../output/', import.meta.url));
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

if (!hasChromium) test.skip(`the web room in a browser, as there is no ${chromiumPath}`);

describe.skipIf(!hasChromium)('the web room in a browser', () => {
  const heard: Extract<Incoming, { kind: 'message' }>[] = [];
  let hold: Promise<unknown> = Promise.resolve();
  const handle: Handle = async (incoming) => {
    if (incoming.kind !== 'message') return sampleHandle(incoming);
    heard.push(incoming);
    await hold;
    if (incoming.text !== 'wide') return sampleHandle(incoming);
    const cells = Array.from({ length: 12 }, (_, index) => `Unbreakable${index}`).join(' | ');
    const source = `| ${cells} |\n|${'---|'.repeat(12)}\n| ${cells} |\n\n${'long'.repeat(60)} \`${'code'.repeat(60)}\``;
    return { language: 'en', body: markdown(source) };
  };
  const { adapter } = createWeb();
  const visits: Visit[] = [];
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    await adapter.start(sampleCore(handle));
    browser = await launchChromium();
  });
  afterEach(async () => {
    heard.length = 0;
    hold = Promise.resolve();
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

  test('a person with a keyboard alone asks, reads the answer and follows its source to the section', async () => {
    const page = await open();
    await page.locator('.brand').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Where was the');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('assembly?');
    await page.keyboard.press('Enter');
    const answer = page.locator('.turn .answer');
    await answer.waitFor();
    expect(heard.map(({ text }) => text)).toEqual(['Where was the\nassembly?']);
    expect(await answer.textContent()).toContain('Port Example');
    const source = page.locator('.sources a').first();
    await source.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/k/sample-page?lang=en#assembly');
    expect(await page.locator('h2:target').textContent()).toBe('General assembly');
    const place = await page.locator('h2:target').boundingBox();
    const bar = await page.locator('.bar').boundingBox();
    expect(place?.y).toBeGreaterThan(bar?.height ?? 0);
    await page.goBack();
    expect(await answer.count()).toBe(1);
  });

  test('suggestions and actions ask by a click, and a new conversation begins empty', async () => {
    const page = await open();
    await page.locator('.welcome .actions button').first().click();
    await page.locator('.turn .answer').waitFor();
    await page.locator('.turn .actions button').click();
    await page.locator('.turn .answer').nth(1).waitFor();
    expect(heard.map(({ text }) => text)).toEqual([
      messagesIn('en').sampleQuestions[0],
      'Who are the members of the association?',
    ]);
    await page.locator('#new-conversation button').click();
    await page.waitForURL('/');
    expect(await page.locator('.turn').count()).toBe(0);
    expect(await page.locator('#new-conversation').isVisible()).toBe(false);
  });

  test('the page says that it is looking, and sends nothing twice, while an answer is under way', async () => {
    const ready = Promise.withResolvers<void>();
    hold = ready.promise;
    const page = await open();
    await page.locator('#question').fill('Slow?');
    await page.keyboard.press('Enter');
    await page.getByText(messagesIn('en').web.searching).waitFor();
    expect(await page.locator('#log').getAttribute('aria-busy')).toBe('true');
    await page.locator('#question').fill('Again?');
    await page.keyboard.press('Enter');
    ready.resolve();
    await page.locator('.turn .answer').waitFor();
    expect(await page.locator('#log').getAttribute('aria-busy')).toBe('false');
    expect(heard.map(({ text }) => text)).toEqual(['Slow?']);
    expect(await page.locator('#question').inputValue()).toBe('Again?');
  });

  test('choosing a language changes the page, the locale of questions, and keeps what was typed', async () => {
    const page = await open();
    await page.locator('#question').fill('A draft');
    await page.getByRole('button', { name: 'Français' }).click();
    await page.waitForFunction("document.documentElement.lang === 'fr'");
    expect(await page.locator('h1').textContent()).toBe(messagesIn('fr').web.welcome);
    expect(await page.locator('#question').inputValue()).toBe('A draft');
    await ask(page, 'Qui ?');
    expect(heard.at(-1)?.locale).toBe('fr');
    expect(await page.locator('.answer').getAttribute('lang')).toBe('fr');
  });

  test('the question stays in the field and the page says why when the assistant cannot be reached', async () => {
    const opened = await visit(browser, adapter.status().detail, { locale: 'es' });
    await opened.page.context().setOffline(true);
    await opened.page.locator('#question').fill('¿Quién?');
    await opened.page.keyboard.press('Enter');
    const problem = opened.page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.textContent()).toBe(messagesIn('es').web.unreachable);
    expect(await opened.page.locator('#question').inputValue()).toBe('¿Quién?');
    expect(await opened.page.locator('.turn').count()).toBe(0);
    await snap(opened.page, 'unreachable');
    await opened.page.context().setOffline(false);
    await opened.page.keyboard.press('Enter');
    await opened.page.locator('.turn .answer').waitFor();
    expect(await problem.isVisible()).toBe(false);
    await opened.close();
  });

  test('everything works when JavaScript is off', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.locator('#question').fill('First question');
    await page.locator('.send').click();
    await page.locator('.turn .actions button').click();
    await page.locator('.turn').nth(1).waitFor();
    expect(await page.locator('.bubble').allTextContents()).toEqual([
      'First question',
      'Who are the members of the association?',
    ]);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: messagesIn('es').web.welcome }).waitFor();
    expect(await page.locator('.turn').count()).toBe(2);
    await page.locator('.sources a').first().click();
    await page.waitForURL('**/k/sample-page?lang=en#assembly');
  });

  test.each(['light', 'dark'] as const)('nothing is wider than a phone, in %s', async (colorScheme) => {
    const page = await open({ ...phone, colorScheme, locale: 'fr' });
    await snap(page, `phone-${colorScheme}-welcome`);
    await ask(page, 'Where was the assembly?');
    await snap(page, `phone-${colorScheme}-answer`);
    await ask(page, 'wide');
    await ask(page, 'unbroken'.repeat(30));
    await snap(page, `phone-${colorScheme}-wide`);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    await page.goto('/k/sample-page');
    await snap(page, `phone-${colorScheme}-reader`);
    expect(await page.evaluate(overflow)).toBe(0);
  });

  test.each(['light', 'dark'] as const)('axe finds no fault with any page, in %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    const shade = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(Number(/\d+/.exec(shade)?.[0]) > 128).toBe(colorScheme === 'light');
    await expectNoFaults(page);
    await snap(page, `desktop-${colorScheme}-welcome`);
    await ask(page, 'Where was the general assembly held, and how many people came?');
    await ask(page, 'wide');
    await expectNoFaults(page);
    await page.locator('.turn').first().scrollIntoViewIfNeeded();
    await snap(page, `desktop-${colorScheme}-answer`);
    await page.goto('/k/sample-page#assembly');
    await expectNoFaults(page);
    await snap(page, `desktop-${colorScheme}-reader`);
  });

  test('axe finds no fault with the page of an address that does not exist', async () => {
    const opened = await visit(browser, adapter.status().detail, { locale: 'es' });
    await opened.page.goto('/nothing');
    await expectNoFaults(opened.page);
    await opened.close();
    // The browser itself reports the status; the page has nothing else to say.
    await waitUntil('the report of the status', () => opened.complaints.length > 0);
    expect(opened.complaints).toEqual([expect.stringContaining('404')]);
  });
});

async function ask(page: Page, question: string): Promise<void> {
  const turns = await page.locator('.turn').count();
  await page.locator('#question').fill(question);
  await page.locator('.send').click();
  await page.locator('.turn .answer').nth(turns).waitFor();
}

function snap(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: `${screenshots}${name}.png` });
}
