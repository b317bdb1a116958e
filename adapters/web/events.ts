import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { Core } from '../../src/chat/adapter.ts';
import type { Command } from '../../src/chat/incoming.ts';
import { eventsPageHtml } from './events-page.ts';
import type { RoomEnv } from './request.ts';

export interface EventsDeps {
  readonly core: Pick<Core, 'handle' | 'commands'>;
  readonly hasCalendar: boolean;
}

const command = 'events';
/** As much of a month or a topic is passed on. */
const valueLimit = 100;

/** `/events`: what takes place next, or in the month and on the topic that the address names. */
export function addEvents(app: Hono<RoomEnv>, { core, hasCalendar }: EventsDeps): void {
  const spec = core.commands.find(({ name }) => name === command);
  if (spec === undefined) return;
  app.get('/events', async (c) => {
    const { reader, person } = c.var;
    const options = Object.fromEntries(
      spec.options.flatMap(({ name }) => {
        const value = c.req.query(name)?.trim().slice(0, valueLimit) ?? '';
        return value === '' ? [] : [[name, value]];
      }),
    );
    const asked: Command = {
      kind: 'command',
      name: command,
      conversationId: randomUUID(),
      person,
      locale: reader.language,
      options,
    };
    const reply = await core.handle(asked);
    c.header('Cache-Control', 'no-store');
    return c.html(eventsPageHtml({ reader, spec, reply, options, hasCalendar }), reply.failed === true ? 400 : 200);
  });
}
