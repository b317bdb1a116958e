import { afterEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { messagesIn } from '../../../src/chat/messages.ts';
import { toPayload } from '../../../adapters/web/payload.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { eventPost, samplePosts } from '../../contract/sample-posts.ts';
import { createBoards } from './board.ts';
import { createBrowser, createWeb, readText } from './web-harness.ts';

const adapters: Adapter[] = [];
afterEach(async () => {
  await Promise.all(adapters.splice(0).map((adapter) => adapter.stop()));
});

async function open() {
  const boards = createBoards();
  const { adapter, logged } = createWeb({ board: boards.board, zone: 'Europe/Madrid' });
  await adapter.start(sampleCore());
  adapters.push(adapter);
  return { boards, logged, browser: (language?: string) => createBrowser(adapter.status().detail, language) };
}

describe('the board of news', () => {
  test('shows what stands, the newest first, each in its own language and with an address of its own', async () => {
    const { boards, browser } = await open();
    boards.put('a1', 'web:news', toPayload(samplePosts.es));
    boards.put('a2', 'web:news', toPayload(eventPost));
    boards.put('b1', 'web:other', toPayload(samplePosts.fr));
    const page = await (await browser('fr').fetch('/news')).text();
    expect(page).toMatch(
      /<article class="post" id="a2">\s*<div lang="en">[^]*<article class="post" id="a1">\s*<div lang="es">/,
    );
    expect(page).toContain('<a class="anchor" href="#a2">The assembly opens in Riverton</a>');
    expect(readText(page)).toContain('Publié le 24 novembre 2026');
    expect(page).not.toContain('L’assemblée');
  });

  test('tells when an event is in words, with its zone, and in a form for programs', async () => {
    const { boards, browser } = await open();
    boards.put('a1', 'web:news', toPayload(eventPost));
    const page = await (await browser().fetch('/news')).text();
    expect(page).toMatch(/<time datetime="2027-10-07T08:00:00.000Z">[^<]*7 October 2027[^<]*10:00[^<]*Europe\/Madrid/);
    expect(page).toMatch(/<a href="https:\/\/example.org\/assembly" rel="noopener noreferrer"/);
    expect(readText(page)).toContain('Harbour Hall');
  });

  test('can be read in one language alone when it has several', async () => {
    const { boards, browser } = await open();
    boards.put('a1', 'web:news', toPayload(samplePosts.es));
    boards.put('a2', 'web:news', toPayload(samplePosts.en));
    const page = await (await browser().fetch('/news?only=es')).text();
    expect(page).toContain('id="a1"');
    expect(page).not.toContain('id="a2"');
    expect(page).toMatch(/href="\?only=es" lang="es" aria-current="true"/);
    boards.put('a1', 'web:news', toPayload(samplePosts.en));
    expect(await (await browser().fetch('/news')).text()).not.toContain('?only=');
  });

  test('says in the language of the reader that it is empty', async () => {
    const { browser } = await open();
    expect(readText(await (await browser('es').fetch('/news/members')).text())).toContain(messagesIn('es').web.noNews);
  });

  test('does not exist under a name that no board can have', async () => {
    const { browser } = await open();
    expect((await browser().fetch('/news/No%20such')).status).toBe(404);
  });

  test('shows the others when one post cannot be read, and the operator learns which', async () => {
    const { boards, browser, logged } = await open();
    boards.put('a1', 'web:news', toPayload(samplePosts.en));
    boards.put('a2', 'web:news', '{"title":"half"');
    expect(await (await browser().fetch('/news')).text()).toContain('id="a1"');
    expect(logged()).toContain('"delivery":"a2"');
  });

  test('is linked where there is one, and does not exist elsewhere', async () => {
    const { browser } = await open();
    expect(await (await browser().fetch('/')).text()).toContain('<a href="/news"');
    const { adapter } = createWeb();
    await adapter.start(sampleCore());
    adapters.push(adapter);
    const without = createBrowser(adapter.status().detail);
    expect(await (await without.fetch('/')).text()).not.toContain('/news');
    expect((await without.fetch('/news')).status).toBe(404);
  });
});
