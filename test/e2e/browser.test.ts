import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { messagesIn } from '../../src/chat/messages.ts';
import { chromiumPath, hasChromium, launchChromium, visit } from '../adapters/web/chromium.ts';
import { startProgram } from './program.ts';

const screenshots = fileURLToPath(new URL('../output/', import.meta.url));
const rooms = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};
const questions = [
  { locale: 'en', question: 'Who is the treasurer?', heading: 'Treasurer of Metropolis in the annual report 2023' },
  { locale: 'es', question: '¿Quién es el tesorero?', heading: 'Tesorero de Metropolis en el informe anual 2023' },
  { locale: 'fr', question: 'Qui est le trésorier ?', heading: 'Trésorier de Metropolis dans le rapport annuel 2023' },
] as const;

if (!hasChromium) test.skip(`the program in a browser, as there is no ${chromiumPath}`);

describe.skipIf(!hasChromium)('the program in a browser', () => {
  test('a member asks in three languages and lands on the section that was quoted', { timeout: 120_000 }, async () => {
    mkdirSync(screenshots, { recursive: true });
    const { address } = await startProgram();
    const browser = await launchChromium();
    onTestFinished(async () => await browser.close());
    for (const [room, options] of Object.entries(rooms)) {
      for (const { locale, question, heading } of questions) {
        const opened = await visit(browser, address, { ...options, locale });
        const { page } = opened;
        const shot = async (name: string) =>
          await page.screenshot({ path: `${screenshots}real-${room}-${locale}-${name}.png` });
        await shot('welcome');
        await ask(page, question);
        const answer = page.locator('.turn .answer').last();
        expect(await answer.getAttribute('lang')).toBe(locale);
        expect(await answer.textContent()).toContain('Jean-Luc Vanraes');
        await ask(page, messagesIn(locale).sampleQuestions[1] ?? '');
        await shot('answer');
        expect(await widerThanScreen(page)).toBe(0);

        await page.locator('.turn').first().locator('.sources a.section').first().click();
        await page.waitForURL(`**/k/board-2023?lang=${locale}#treasurer`);
        const target = page.locator(':target');
        expect(await target.textContent()).toBe(heading);
        const place = await target.boundingBox();
        const bar = await page.locator('.bar').boundingBox();
        expect(place?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
        expect(place?.y).toBeLessThan(options.viewport.height);
        expect(await widerThanScreen(page)).toBe(0);
        await shot('section');

        await page.goBack();
        await ask(page, 'What does a giraffe weigh?');
        await shot('unknown');
        await opened.close();
        expect(opened.complaints).toEqual([]);
      }
    }
  });
});

async function ask(page: Page, question: string): Promise<void> {
  const turns = await page.locator('.turn').count();
  await page.locator('#question').fill(question);
  await page.locator('.send').click();
  await page.locator('.turn .answer').nth(turns).waitFor();
}

async function widerThanScreen(page: Page): Promise<number> {
  return await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
