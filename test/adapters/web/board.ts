import type { Outlet } from '../../../src/chat/outlet.ts';
import type { WebOptions } from '../../../adapters/web/adapter.ts';

interface Standing {
  readonly channel: string;
  readonly payload: string;
  readonly sentAt: number;
}

/** What deliveries say of boards, in memory: `settle` makes of an outlet's writes what the program's store would. */
export function createBoards() {
  const posts = new Map<string, Standing>();
  let clock = Date.UTC(2026, 10, 22);

  return {
    board: (async (channel) =>
      [...posts]
        .filter(([, post]) => post.channel === channel)
        .map(([id, { payload, sentAt }]) => ({ id, payload, sentAt }))) satisfies WebOptions['board'],
    standing: async (key: string) => posts.get(key)?.channel,
    put: (id: string, channel: string, payload: string) =>
      posts.set(id, { channel, payload, sentAt: (clock += 86_400_000) }),
    settle(outlet: Outlet): Outlet {
      return {
        ...outlet,
        async send(channel, payload, key) {
          const posted = await outlet.send(channel, payload, key);
          posts.set(key, { channel, payload, sentAt: clock });
          return posted;
        },
        async edit(message, payload) {
          await outlet.edit(message, payload);
          const post = posts.get(message.messageId);
          if (post !== undefined) posts.set(message.messageId, { ...post, payload });
        },
        async remove(message) {
          await outlet.remove(message);
          posts.delete(message.messageId);
        },
      };
    },
  };
}
