import type { BaseInteraction, GuildMember, Message as DiscordMessage } from 'discord.js';
import type { Message, Person } from '../../src/chat/incoming.ts';
import { isLanguage, type Language } from '../../src/language.ts';
import { platform } from './platform.ts';

/** Who did something, where, and in which language Discord speaks to them. */
export type Surroundings = Pick<Message, 'conversationId' | 'person' | 'channel' | 'locale' | 'replyTo'>;

/** One of our languages for one of Discord's locales (`en-US`, `es-419`, `fr` …); undefined for the others. */
export function languageOf(locale: string | null | undefined): Language | undefined {
  const tag = locale?.split('-')[0];
  return isLanguage(tag) ? tag : undefined;
}

/** Only communities choose a language; all other servers say English. */
function guildLanguage(
  guild: { readonly preferredLocale: string; readonly features: readonly string[] } | null,
): Language | undefined {
  return guild?.features.includes('COMMUNITY') === true ? languageOf(guild.preferredLocale) : undefined;
}

function personOf(id: string, name: string, groups: readonly string[]): Person {
  return { id: `${platform}:${id}`, name, groups: groups.map((group) => `${platform}:${group}`) };
}

function rolesOf(member: BaseInteraction['member'] | GuildMember): readonly string[] | undefined {
  if (member === null) return undefined;
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

/**
 * The surroundings of a command, a button or a form. In a channel, everybody talks to the assistant for themselves; in a
 * thread and in a direct conversation, everybody there together. `elsewhere` are the person's roles in the servers, for
 * direct conversations, in which Discord does not tell them.
 */
export function surroundingsOf(interaction: BaseInteraction, elsewhere: readonly string[]): Surroundings {
  const { user, member, channelId, guildId, channel } = interaction;
  const locale = languageOf(interaction.locale) ?? guildLanguage(interaction.guild);
  const place = `${platform}:${channelId ?? user.id}`;
  const isShared = guildId === null || channel?.isThread() === true;
  return {
    conversationId: isShared ? place : `${place}:${user.id}`,
    person: personOf(user.id, user.displayName, rolesOf(member) ?? elsewhere),
    replyTo: `${platform}:@${user.id}`,
    ...(guildId === null ? {} : { channel: place }),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** A message to the assistant. `target` is the channel or thread in which it is answered. */
export function toMessage(
  message: DiscordMessage,
  botId: string,
  target: string,
  known: { readonly locale: Language | undefined },
): Message {
  const locale = known.locale ?? guildLanguage(message.guild);
  const place = `${platform}:${target}`;
  return {
    kind: 'message',
    conversationId: place,
    person: personOf(
      message.author.id,
      message.author.displayName,
      message.member === null ? [] : (rolesOf(message.member) ?? []),
    ),
    replyTo: message.guildId === null ? place : `${platform}:@${message.author.id}`,
    ...(message.guildId === null ? {} : { channel: `${platform}:${message.channelId}` }),
    ...(locale === undefined ? {} : { locale }),
    text: withoutMention(message.content, botId),
  };
}

/** What was said, without the assistant's own name at its beginning or end. */
export function withoutMention(text: string, botId: string): string {
  const name = `<@!?${botId}>`;
  return text.replace(new RegExp(`^\\s*(?:${name}\\s*)+|(?:\\s*${name})+\\s*$`, 'g'), '');
}

/** What the assistant can do something with: said to it by a person, and not by a server or another bot. */
export function isForAssistant(message: DiscordMessage, botId: string): boolean {
  if (message.author.bot || message.system || message.webhookId !== null) return false;
  return message.guildId === null || message.mentions.users.has(botId);
}
