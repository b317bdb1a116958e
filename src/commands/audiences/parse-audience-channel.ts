import { topicsIn } from '../../announcements/announcement-fields.ts';
import type { AudienceChannel } from '../../announcements/announcement.ts';
import type { Command } from '../../chat/incoming.ts';
import { messagesIn } from '../../chat/messages.ts';
import { isLanguage, type Language } from '../../language.ts';

export const audienceFields = ['name', 'channel', 'language', 'topics'] as const;

export type AudienceField = (typeof audienceFields)[number];

/** What is wrong with each field, in the reader's language. */
export type AudienceProblems = ReadonlyMap<AudienceField, string>;

export type ParsedAudienceChannel =
  | { readonly ok: true; readonly name: string; readonly channel: AudienceChannel }
  | { readonly ok: false; readonly problems: AudienceProblems };

export interface AudienceReader {
  readonly language: Language;
  /** The platforms that are connected. */
  readonly platforms: readonly string[];
}

/** As much of a wrong value is repeated to the person who typed it. */
const quotedLength = 60;

/** Reads the options of `audience add`: every problem at once. */
export function parseAudienceChannel(options: Command['options'], reader: AudienceReader): ParsedAudienceChannel {
  const name = (options['name'] ?? '').trim();
  const channel = (options['channel'] ?? '').trim();
  const language = (options['language'] ?? '').trim().toLowerCase();
  const topics = topicsIn(options['topics'] ?? '');
  const problems = new Map<AudienceField, string>();
  const note = (field: AudienceField, problem: string | undefined) => {
    if (problem !== undefined) problems.set(field, problem);
  };
  note('name', name === '' ? messagesIn(reader.language).audience.nameEmpty : audienceNameProblem(name, reader));
  note('channel', channelProblem(channel, reader));
  note('language', languageProblem(language, reader));
  note('topics', topicsProblem(topics, reader));
  if (problems.size > 0 || !isLanguage(language)) return { ok: false, problems };
  return { ok: true, name, channel: { channel, language, topics } };
}

export function audienceNameProblem(name: string, { language }: AudienceReader): string | undefined {
  if (/^[a-z0-9-]{1,40}$/.test(name)) return undefined;
  return messagesIn(language).audience.nameWrong(name.slice(0, quotedLength));
}

export function channelProblem(value: string, { language, platforms }: AudienceReader): string | undefined {
  const messages = messagesIn(language).audience;
  if (value === '') return messages.channelMissing;
  const platform = /^([a-z]+(?:-[a-z]+)*):\S{1,200}$/.exec(value)?.[1];
  if (platform === undefined) return messages.channelWrong(value.slice(0, quotedLength), platforms.join(', '));
  return platforms.includes(platform) ? undefined : messages.platformUnknown(platform, platforms.join(', '));
}

function languageProblem(value: string, { language }: AudienceReader): string | undefined {
  if (value === '') return messagesIn(language).audience.languageMissing;
  return isLanguage(value) ? undefined : messagesIn(language).unknownLanguage(value.slice(0, quotedLength));
}

function topicsProblem(topics: readonly string[], { language }: AudienceReader): string | undefined {
  const wrong = topics.find((topic) => topic.length > 40);
  return wrong === undefined ? undefined : messagesIn(language).audience.topicsWrong(wrong.slice(0, quotedLength));
}
