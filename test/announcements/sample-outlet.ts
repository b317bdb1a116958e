import type { Outlet } from '../../src/chat/outlet.ts';
import { plainText } from '../../src/chat/plain-text.ts';

/** The pure side of an outlet whose platform bears texts of `limit` characters. */
export function sampleOutlet(limit = 100_000): Pick<Outlet, 'render'> {
  return {
    render: (post) => {
      const text = plainText(post.body);
      const { title, notice, pings, event, calendar, crosspost } = post;
      return {
        payload: JSON.stringify({ title, text, notice, pings, event, calendar, crosspost }),
        plainPayload: JSON.stringify({ text: `${title}\n\n${text}` }),
        preview: `**${title}**\n\n${text}`,
        problems: text.length > limit ? [{ part: 'body', limit, length: text.length }] : [],
      };
    },
  };
}
