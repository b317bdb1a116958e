import { existsSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

export const chromiumPath = '/usr/bin/chromium';

/** Whether the tests that need a browser can run. Where CI runs, they have to. */
export const hasChromium = existsSync(chromiumPath) || process.env['CI'] !== undefined;

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Visit {
  readonly page: Page;
  /** What went wrong in the page: errors on its console, and requests to other hosts than this machine. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A person's own window, on the front page; motion is reduced, so that nothing moves while it is looked at. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', baseURL: address, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => {
    if (new URL(request.url()).hostname !== new URL(address).hostname) complaints.push(request.url());
  });
  await page.goto('/');
  return { page, complaints, close: () => context.close() };
}

/** Fails when axe finds something on the page that somebody could not use. */
export async function expectNoFaults(page: Page): Promise<void> {
  // Evaluated rather than added as a tag, which the page's own policy forbids.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual([]);
}
