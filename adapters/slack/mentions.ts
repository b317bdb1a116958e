import { z } from 'zod';
import { toAppError } from './errors.ts';
import type { Room } from './room.ts';

/** A person, a channel or a user group, as Slack writes them where somebody chose one: by its id, seldom with a name. */
const mention = /<(@|#|!subteam\^)([A-Z0-9]+)(?:\|([^<>]*))?>/g;

/** As many different ones are looked up in one text. */
const mostMentions = 20;

const channelName = z.object({ channel: z.object({ name: z.string().optional() }) });
const groupHandles = z.object({ usergroups: z.array(z.object({ id: z.string(), handle: z.string().optional() })) });

type Asking = Pick<Room, 'client' | 'people' | 'botUser' | 'log'>;

/** The text with a name beside every id that Slack can put a name to; where it cannot, the id stays. */
export async function withNames(room: Asking, text: string): Promise<string> {
  const names = new Map<string, string>();
  for (const [all, kind = '', id = '', given = ''] of text.matchAll(mention)) {
    if (given !== '' || id === room.botUser || names.has(all) || names.size >= mostMentions) continue;
    const name = await nameOf(room, kind, id);
    names.set(all, name === undefined ? all : `<${kind}${id}|${name.replace(/[<>|]/g, ' ')}>`);
  }
  return text.replace(mention, (all) => names.get(all) ?? all);
}

async function nameOf({ client, people, log }: Asking, kind: string, id: string): Promise<string | undefined> {
  try {
    if (kind === '@') return (await people(id)).person.name;
    if (kind === '#') return channelName.parse(await client.conversations.info({ channel: id })).channel.name;
    const { usergroups } = groupHandles.parse(await client.usergroups.list());
    const handle = usergroups.find((group) => group.id === id)?.handle;
    return handle === undefined ? undefined : `@${handle}`;
  } catch (error) {
    const { message } = toAppError(error, 'Asking for the name in a mention');
    log.warn({ room: 'slack', problem: message }, 'a mention is passed on by its id');
    return undefined;
  }
}
