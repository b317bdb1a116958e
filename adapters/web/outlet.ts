import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { link } from '../../src/chat/blocks.ts';
import { eventLines } from '../../src/chat/event-text.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import type { Destination, Outlet } from '../../src/chat/outlet.ts';
import type { Post } from '../../src/chat/post.ts';
import { AppError } from '../../src/errors.ts';
import { boardOf, boardPath } from './links.ts';
import { calendarPathOf, readPayload, toPayload } from './payload.ts';

export interface WebOutletOptions {
  /** The channel in which the post with this key stands; undefined when there is none. */
  readonly standing: (key: string) => Promise<Destination | undefined>;
  /** The address of the room's pages, without a slash at the end; empty where links are to stay within the room. */
  readonly address: () => string;
}

/**
 * The way to the boards of news, `web:news` and any other name. It keeps nothing: a post stands on its board as soon as
 * its delivery counts as sent, with the text of that delivery or of its newest edit.
 */
export function createWebOutlet({ standing, address }: WebOutletOptions): Outlet {
  return {
    platform: 'web',
    // Nothing is sent anywhere.
    postsPerSecond: 1000,
    render(post) {
      const payload = toPayload(post);
      return { payload, plainPayload: payload, preview: previewOf(post, address()), problems: [] };
    },
    async send(to, payload, key) {
      const board = boardOf(to);
      if (board === undefined) {
        throw new AppError('refused', 'Posting on the web page: there can be no board of this name.', {
          reason: 'noSuchChannel',
          hint: 'A board is web: and a name of small letters, digits and hyphens, such as web:news.',
        });
      }
      refuseUnreadable(payload);
      return { messageId: key, url: `${address()}${boardPath(board)}#${key}` };
    },
    async edit({ messageId }, payload) {
      refuseUnreadable(payload);
      if ((await standing(messageId)) !== undefined) return;
      throw new AppError('refused', 'Changing a post on the web page: it stands there no more.', { reason: 'gone' });
    },
    // That it is gone is what the deliveries say.
    remove: async () => undefined,
    async find(to, key) {
      const board = boardOf(to);
      if (board === undefined || (await standing(key)) !== to) return undefined;
      return { messageId: key, url: `${address()}${boardPath(board)}#${key}` };
    },
    async check(to) {
      const board = boardOf(to);
      return board === undefined ? { ok: false, reason: 'noSuchChannel' } : { ok: true, name: boardPath(board) };
    },
  };
}

function refuseUnreadable(payload: string): void {
  if (readPayload(payload) !== undefined) return;
  throw new AppError('malformed', 'Posting on the web page: the payload is none of its own.', { reason: 'malformed' });
}

function previewOf({ title, notice, body, event, calendar, language }: Post, address: string): string {
  const lines = event === undefined ? [] : eventLines(event, language);
  const path = calendarPathOf(calendar, event);
  const root: Root = {
    type: 'root',
    children: [
      paragraph({ type: 'strong', children: [{ type: 'text', value: title }] }),
      ...(notice === undefined ? [] : [paragraph({ type: 'emphasis', children: [{ type: 'text', value: notice }] })]),
      ...body.children,
      ...lines.map((value) => paragraph({ type: 'text', value })),
      ...(path === undefined ? [] : [paragraph(link(messagesIn(language).events.addToCalendar, `${address}${path}`))]),
    ],
  };
  return toMarkdown(root, { extensions: [gfmToMarkdown()] }).trim();
}

function paragraph(child: PhrasingContent): Paragraph {
  return { type: 'paragraph', children: [child] };
}
