import type { Hono } from 'hono';
import type { Destination } from '../../src/chat/outlet.ts';
import { isLanguage } from '../../src/language.ts';
import type { Log } from '../../src/log.ts';
import { boardOf } from './links.ts';
import { newsPageHtml } from './news-page.ts';
import { readPayload } from './payload.ts';
import { refuse, webWords, type RoomContext, type RoomEnv } from './request.ts';

/** The posts that stand in a channel: the key of each, and the newest payload that was sent for it. */
export type Board = (
  channel: Destination,
) => Promise<readonly { readonly id: string; readonly payload: string; readonly sentAt: number }[]>;

export interface NewsDeps {
  readonly board: Board;
  readonly hasCalendar: boolean;
  readonly zone: string;
  readonly log: Log;
}

/** The public boards: `/news`, and `/news/…` for any other name. */
export function addNews(app: Hono<RoomEnv>, { board, hasCalendar, zone, log }: NewsDeps): void {
  app.get('/news', (c) => newsPage(c, 'news'));
  app.get('/news/:board', (c) => newsPage(c, c.req.param('board')));

  async function newsPage(c: RoomContext, name: string): Promise<Response> {
    const channel = `web:${name}`;
    if (boardOf(channel) === undefined) {
      const web = webWords(c);
      return refuse(c, 404, { title: web.notFoundTitle, text: web.notFound });
    }
    const posts = (await board(channel)).flatMap(({ id, payload, sentAt }) => {
      const post = readPayload(payload);
      if (post !== undefined && /^\w+$/.test(id)) return [{ id, post, sentAt }];
      log.error({ room: 'web', channel, delivery: id }, 'a post of the board cannot be read');
      return [];
    });
    const only = c.req.query('only');
    c.header('Cache-Control', 'no-store');
    return c.html(
      newsPageHtml({
        reader: c.var.reader,
        board: name,
        posts,
        hasCalendar,
        zone,
        ...(isLanguage(only) ? { only } : {}),
      }),
    );
  }
}
