import { z } from 'zod';
import type { CommandSpec } from '../../src/chat/command-spec.ts';
import type { Command, Message } from '../../src/chat/incoming.ts';
import { slackFile } from './files.ts';
import { toDestination } from './message-id.ts';
import type { Someone } from './people.ts';

/** A message that somebody wrote, in a channel, a thread or a direct conversation. */
export const messageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  ts: z.string(),
  user: z.string().optional(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  channel_type: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  edited: z.unknown().optional(),
  /** What of it is not a file that can be read is left out. */
  files: z
    .array(z.unknown())
    .default([])
    .transform((files) => files.flatMap((file) => slackFile.safeParse(file).data ?? [])),
});

export type MessageEvent = z.infer<typeof messageEvent>;

/** The kinds of message events that are somebody writing; all others tell of something that happened to a message. */
const written = new Set([undefined, 'thread_broadcast', 'file_share']);

/** Whether a person wrote it, now, for the first time. */
export function isWritten({ subtype, bot_id: bot, user, edited }: MessageEvent): boolean {
  return written.has(subtype) && bot === undefined && user !== undefined && edited === undefined;
}

export function isDirect({ channel, channel_type: type }: Pick<MessageEvent, 'channel' | 'channel_type'>): boolean {
  return type === 'im' || (type === undefined && channel.startsWith('D'));
}

/** The thread in which a message is answered: its own, or the one that it begins; a direct conversation needs none. */
export function threadOf(event: MessageEvent): string | undefined {
  return event.thread_ts ?? (isDirect(event) ? undefined : event.ts);
}

export function toMessage(event: MessageEvent, someone: Someone, botUser: string): Message {
  return {
    kind: 'message',
    ...envelope({ ...event, threadTs: threadOf(event) }, someone),
    text: readText(event.text, botUser),
  };
}

/** Where something is said, and by whom. */
export function envelope(
  where: { readonly channel?: string | undefined; readonly threadTs?: string | undefined },
  { person, locale }: Someone,
): Omit<Message, 'kind' | 'text' | 'answerIn'> {
  const { channel, threadTs } = where;
  if (channel === undefined) return { conversationId: person.id, person, ...(locale === undefined ? {} : { locale }) };
  return {
    conversationId: toDestination(channel, threadTs),
    person,
    replyTo: toDestination(channel, threadTs),
    ...(channel.startsWith('D') ? {} : { channel: toDestination(channel) }),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** What a person typed, without Slack's markup: mentions of the assistant go, everything else is put into words. */
export function readText(text: string, botUser: string): string {
  const words = text.replaceAll(`<@${botUser}>`, '').replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_all, target, shown) => {
    const mark = String(target);
    const name = typeof shown === 'string' && shown !== '' ? shown : undefined;
    if (mark.startsWith('@')) return name === undefined ? mark : `@${name.replace(/^@/, '')}`;
    if (mark.startsWith('#')) return name === undefined ? mark : `#${name}`;
    if (mark.startsWith('!')) return name ?? `@${mark.slice(1).split('^')[0]}`;
    return name ?? mark;
  });
  return unescape(words).trim();
}

/** What was typed as an option: people and channels by the ids under which the core knows them. */
function readOption(text: string): string {
  const ids = text.replace(/<[@#]([A-Z0-9]+)(?:\|[^<>]*)?>/g, 'slack:$1');
  return readText(ids, '');
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * What was typed after a command: a question where the command asks one, otherwise its options in their order, of which
 * the last takes all that is left.
 */
export function toTyped(
  spec: CommandSpec,
  text: string,
): Pick<Command, 'kind' | 'name' | 'options'> | Pick<Message, 'kind' | 'text'> {
  if (spec.name === 'ask') return { kind: 'message', text: readText(text, '') };
  const options: Record<string, string> = {};
  let rest = text.trim();
  // Slack has no files in commands: who has written one pastes it, and nothing else begins like one.
  if (/^(?:---|BEGIN:VCALENDAR)/.test(rest) && spec.options.some(({ name }) => name === 'file')) {
    return { kind: 'command', name: spec.name, options: { file: readText(rest, '') } };
  }
  const typed = spec.options.filter(({ name }) => name !== 'file');
  for (const [index, option] of typed.entries()) {
    const cut = index === typed.length - 1 ? -1 : rest.search(/\s/);
    const value = readOption(cut === -1 ? rest : rest.slice(0, cut));
    rest = cut === -1 ? '' : rest.slice(cut).trim();
    if (value !== '') options[option.name] = value;
  }
  return { kind: 'command', name: spec.name, options };
}
