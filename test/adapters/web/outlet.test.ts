import { describe, expect, test } from 'vitest';
import { createWebOutlet } from '../../../adapters/web/outlet.ts';
import { readPayload, toPayload } from '../../../adapters/web/payload.ts';
import { describeOutletContract } from '../../contract/outlet-contract.ts';
import { sampleCore } from '../../contract/sample-core.ts';
import { eventPost, hostilePost, samplePosts } from '../../contract/sample-posts.ts';
import { createBoards } from './board.ts';
import { createBrowser, createWeb, readText } from './web-harness.ts';

describeOutletContract({
  platform: 'web',
  troubles: [],
  limitsLength: false,
  async open() {
    const boards = createBoards();
    const { adapter } = createWeb({ board: boards.board, standing: boards.standing });
    await adapter.start(sampleCore());
    if (adapter.outlet === undefined) throw new Error('the web room has an outlet');
    const browser = createBrowser(adapter.status().detail);
    return {
      outlet: boards.settle(adapter.outlet),
      channel: 'web:news',
      otherChannel: 'web:members-es',
      missingChannel: 'web:No such board',
      async visible(channel) {
        const page = await (await browser.fetch(`/news/${channel.slice('web:'.length)}`)).text();
        return [...page.matchAll(/<article[^>]*>([^]*?)<\/article>/g)].map(([, article = '']) => readText(article));
      },
      close: () => adapter.stop(),
    };
  },
});

function outlet(address = '') {
  return createWebOutlet({ standing: async () => undefined, address: () => address });
}

describe('createWebOutlet()', () => {
  test.each([
    ['web:news', 'https://assistant.example.org', 'https://assistant.example.org/news#a1'],
    ['web:members-es', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/news/members-es#a1'],
    ['web:news', '', '/news#a1'],
  ])('links to a post in %s at %j', async (channel, address, url) => {
    expect(await outlet(address).send(channel, toPayload(samplePosts.en), 'a1')).toEqual({ messageId: 'a1', url });
  });

  test.each(['web:', 'web:News', 'web:news/thread', 'web:a b', 'web:../x', 'other:news'])(
    'says that there is no board %j',
    async (channel) => {
      expect(await outlet().check(channel, false, 'en')).toEqual({ ok: false, reason: 'noSuchChannel' });
    },
  );

  test.each([
    [
      { url: 'https://a.example/events/e1.ics?lang=en' },
      '[Add to your calendar](https://b.example/events/e1.ics?lang=en)',
    ],
    [{ file: 'BEGIN:VCALENDAR', path: '/events/e1.ics?lang=en' }, '(https://b.example/events/e1.ics?lang=en)'],
  ])('shows in the preview where the event’s file will be: %j', (calendar, expected) => {
    const { preview, payload } = outlet('https://b.example').render({ ...eventPost, calendar });
    expect(preview).toContain(expected);
    expect(readPayload(payload)?.calendarPath).toBe('/events/e1.ics?lang=en');
  });

  test.each(['', '{', '[]', '{"language":"en"}', '{"language":"xx","title":"T","body":{"type":"root","children":[]}}'])(
    'refuses the payload %j, which is none of its own',
    async (payload) => {
      await expect(outlet().send('web:news', payload, 'a1')).rejects.toMatchObject({ code: 'malformed' });
    },
  );

  test('render() shows the post as markdown for rooms that cannot show it as a page', () => {
    const { preview } = outlet().render(eventPost);
    expect(preview).toContain('**The assembly opens in Riverton**');
    expect(preview).toContain('* Read [the programme](https://example.org/day)');
    expect(preview).toContain('Harbour Hall');
  });

  test.each([samplePosts.en, eventPost, hostilePost])(
    'readPayload() gives what toPayload() was given, $title',
    (post) => {
      expect(readPayload(toPayload(post))).toEqual(JSON.parse(toPayload(post)));
      expect(toPayload(post)).not.toContain('"position"');
    },
  );
});
