import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Command } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { toAppError } from './errors.ts';
import { envelope } from './incoming.ts';
import { richText, textElements } from './dialect.ts';
import { limits } from './limits.ts';
import { replyBlocks } from './render.ts';
import type { Room } from './room.ts';
import { shortened } from './text.ts';

export const homeEvent = z.object({
  type: z.literal('app_home_opened'),
  user: z.string(),
  channel: z.string().optional(),
  tab: z.string(),
});

/** How many blocks of the 100 of a home each of its parts may have. */
const mostHelp = 30;
const mostEvents = 20;

/** Somebody came to the assistant's own place: its home, or the conversation with it. */
export async function onHome(room: Room, event: z.infer<typeof homeEvent>): Promise<void> {
  try {
    if (event.tab === 'home') await publishHome(room, event.user);
    else if (event.channel !== undefined) await suggestPrompts(room, event.user, event.channel);
  } catch (error) {
    room.log.warn({ room: 'slack', problem: toAppError(error, 'Showing the home').message }, 'a home was not shown');
  }
}

/** What the assistant knows and how to ask; coming events; for those who announce, what they have to look after. */
async function publishHome(room: Room, user: string): Promise<void> {
  const someone = await room.people(user);
  const language = someone.locale ?? 'en';
  const give = async (name: string) => {
    const command: Command = { ...envelope({}, someone), kind: 'command', name, options: {} };
    return await room.core.handle(command);
  };
  const announcements = room.core.commands.find(({ name }) => name === 'announcements');
  const announces = announcements !== undefined && room.core.roleOf?.(someone.person) !== undefined;
  const mayAnnounce = announces && room.core.roleOf?.(someone.person) !== 'member';
  const { homeTitle, homeHow } = messagesIn(language).room;
  const help = replyBlocks(await give('help'), mostHelp);
  const events = room.core.commands.some(({ name }) => name === 'events')
    ? replyBlocks(await give('events'), mostEvents)
    : [];
  const own = mayAnnounce
    ? replyBlocks(await give('announcements'), limits.viewBlocks - mostHelp - mostEvents - 5)
    : [];
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: homeTitle, emoji: false } },
    ...help,
    richText([{ type: 'rich_text_section', elements: textElements(homeHow, { italic: true }) }]),
    ...[events, own].flatMap((part): KnownBlock[] => (part.length === 0 ? [] : [{ type: 'divider' }, ...part])),
  ];
  await room.client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

/** Questions to begin with, in the conversation. */
async function suggestPrompts(room: Room, user: string, channel: string): Promise<void> {
  const someone = await room.people(user);
  const { actions = [], language } = await room.core.handle({
    ...envelope({ channel }, someone),
    kind: 'command',
    name: 'help',
    options: {},
  });
  const prompts = actions.flatMap((action) =>
    action.kind === 'ask'
      ? [{ title: shortened(inertText(action.label), limits.buttonLabel), message: action.question }]
      : [],
  );
  if (prompts.length === 0) return;
  await room.client.apiCall('assistant.threads.setSuggestedPrompts', {
    channel_id: channel,
    title: messagesIn(language).room.promptsTitle,
    prompts: prompts.slice(0, limits.prompts),
  });
}
