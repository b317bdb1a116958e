import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

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
