import type { Message as DiscordMessage } from 'discord.js';
import { z } from 'zod';
import type { Core } from '../../src/chat/adapter.ts';
import type { Command, Message } from '../../src/chat/incoming.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { AppError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import { isForAssistant, toMessage, withoutMention } from './incoming.ts';
import { limits } from './limits.ts';
import { platform } from './platform.ts';
import type { MessagePayload } from './payload.ts';
import { labelOf } from './render.ts';
import { retrying, whenHarmless } from './retry.ts';
import { logFailure, messagesOf, postAll, sentence, type RoomParts } from './room.ts';

/** The command with which the secretariat's answer goes back. */
const relay = 'relay';

const threadShape = z.looseObject({ id: z.string() });

export interface MessageContext {
  readonly parts: RoomParts;
  readonly core: Core;
  readonly botId: string;
  /** The channel to which questions are sent that the assistant cannot answer. */
  readonly secretariatChannel: string | undefined;
  /** The language in which Discord last spoke to a person. */
  readonly localeOf: (userId: string) => Language | undefined;
  /** A person's roles in the servers, which Discord does not tell in direct conversations. */
  readonly groupsOf: (userId: string) => Promise<readonly string[]>;
}

/** Answers a message: in a direct conversation and in a thread there, in a channel in a thread of its own. */
export async function answerMessage(context: MessageContext, message: DiscordMessage): Promise<void> {
  const { core, botId, parts } = context;
  if (!isForAssistant(message, botId)) return hintAtReplies(context, message);
  const turn = await core.begin(`${platform}:${message.id}`);
  if (typeof turn === 'string') return undefined;
  const { target, isReply } = isForRelay(context, message)
    ? { target: message.channelId, isReply: true }
    : await targetOf(context, message);
  const said = toMessage(message, botId, target, { locale: context.localeOf(message.author.id) });
  const groups = message.guildId === null ? await context.groupsOf(message.author.id) : undefined;
  const incoming =
    groups === undefined
      ? said
      : { ...said, person: { ...said.person, groups: groups.map((id) => `${platform}:${id}`) } };
  const reply = await core.handle(relayed(context, message, incoming) ?? incoming);
  // Under an announcement people talk with each other; only an answer to somebody is passed on.
  if (reply.aside === true) return await turn.finish();
  const messages = messagesOf(parts, reply);
  const isPrivate = reply.private === true && message.guildId !== null;
  const place = { id: message.id, target, isReply, again: turn.again };
  try {
    if (!isPrivate) await post(parts, messages, place);
    else await postAll(parts, `${platform}:@${message.author.id}`, messages, `r${message.id}`, turn.again);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logFailure(parts.log, error, 'a reply was not accepted');
    // The secretariat has to know what became of an answer; its channel is its own.
    if (isPrivate && error.code === 'refused' && isForRelay(context, message)) await post(parts, messages, place);
    else if (error.code === 'malformed')
      await post(parts, [sentence(messagesIn(reply.language).room.stillWorking)], { ...place, mark: 'e' });
    else throw error;
  }
  await turn.finish();
}

interface Place {
  /** The number of the message that is answered. */
  readonly id: string;
  readonly target: string;
  /** In a channel without threads, the message that is answered is shown above the answer. */
  readonly isReply: boolean;
  readonly again: boolean;
  /** Keeps what is posted instead of the answer apart from it. */
  readonly mark?: string;
}

async function post(
  parts: RoomParts,
  [first, ...rest]: readonly MessagePayload[],
  { id, target, isReply, again, mark = 'r' }: Place,
): Promise<void> {
  if (first === undefined) return;
  const referring = isReply ? { message_reference: { message_id: id, fail_if_not_exists: false } } : {};
  await postAll(parts, `${platform}:${target}`, [{ ...first, ...referring }, ...rest], `${mark}${id}`, again);
}

/** Whether something answers a message of ours in the secretariat's channel: it may be meant for whoever asked there. */
function isForRelay({ core, botId, secretariatChannel }: MessageContext, message: DiscordMessage): boolean {
  const isAnswer = message.reference !== null && message.mentions.repliedUser?.id === botId;
  const isDesk = secretariatChannel === `${platform}:${message.channelId}`;
  return isAnswer && isDesk && core.commands.some(({ name }) => name === relay);
}

/** What the secretariat replies to a question that was sent to it goes back to whoever asked. */
function relayed(context: MessageContext, message: DiscordMessage, incoming: Message): Command | undefined {
  if (!isForRelay(context, message)) return undefined;
  const { kind: _, text, ...surroundings } = incoming;
  const messageId = `${message.channelId}/${message.reference?.messageId ?? ''}`;
  return { ...surroundings, kind: 'command', name: relay, options: { messageId, text, reply: message.id } };
}

/** The thread that belongs to a message in a channel, opened when there is none; otherwise where it was written. */
async function targetOf(
  { parts }: MessageContext,
  message: DiscordMessage,
): Promise<{ target: string; isReply: boolean }> {
  if (message.guildId === null || message.channel.isThread()) return { target: message.channelId, isReply: false };
  const name = labelOf(
    withoutMention(message.cleanContent, message.client.user.id).replace(/^@\S+\s*/, ''),
    limits.threadName,
  );
  const route = `/channels/${message.channelId}/messages/${message.id}/threads` as const;
  try {
    const request = () =>
      parts.api.request('post', route, threadShape, 'Opening a thread', {
        body: { name, auto_archive_duration: 1440 },
      });
    return { target: (await retrying(whenHarmless, request)).id, isReply: false };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A thread has the number of the message from which it was opened.
    if (error.code === 'refused' && error.reason === 'other') return { target: message.id, isReply: false };
    return { target: message.channelId, isReply: true };
  }
}

/** Who goes on talking in a thread of ours without a reply or a mention cannot be heard; that is said once. */
async function hintAtReplies({ core, botId, parts, localeOf }: MessageContext, message: DiscordMessage): Promise<void> {
  const { channel, author, content } = message;
  if (author.bot || message.system || message.webhookId !== null || content !== '') return;
  if (!channel.isThread() || channel.ownerId !== botId || message.attachments.size + message.stickers.size > 0) return;
  const turn = await core.begin(`${platform}:hint:${channel.id}`);
  if (typeof turn === 'string') return;
  const { followHint } = messagesIn(localeOf(author.id) ?? 'en').room;
  await postAll(parts, `${platform}:${channel.id}`, [sentence(followHint)], `h${channel.id}`, turn.again);
  await turn.finish();
}
