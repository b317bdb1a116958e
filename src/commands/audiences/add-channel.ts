import { platformOf } from '../../chat/destination.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Command } from '../../chat/incoming.ts';
import type { ChannelCheck, Outlet } from '../../chat/outlet.ts';
import type { Language } from '../../language.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { audienceForm } from './audience-form.ts';
import { showReply } from './audience-views.ts';
import { audienceFields, parseAudienceChannel } from './parse-audience-channel.ts';

/**
 * Adds a channel to an audience, or changes its language and topics there; without options, or with wrong ones, gives
 * the form. A channel in which nothing can be posted yet is added all the same, with a warning.
 */
export async function addChannel(context: CommandContext, options: Command['options']): Promise<CommandResult> {
  const { language, store, outlets, person, clock } = context;
  const reader = { language, platforms: [...outlets.keys()] };
  const parsed = parseAudienceChannel(options, reader);
  if (!parsed.ok) {
    const isOpening = audienceFields.every((field) => field === 'name' || options[field] === undefined);
    const written = isOpening && context.channel !== undefined ? { ...options, channel: context.channel } : options;
    const problems = isOpening ? new Map<never, never>() : parsed.problems;
    return { reply: audienceForm(written, problems, reader) };
  }
  const { name, channel } = parsed;
  const before = await store.audiences.get(name);
  const wasThere = before?.channels.some((other) => other.channel === channel.channel) === true;
  const check = await checkChannel(context, channel.channel, channel.language);
  await store.transaction(async (inner) => {
    await inner.audiences.putChannel(name, channel);
    await inner.channels.put(channel.channel, {
      ...(check?.name === undefined ? {} : { name: check.name }),
      ...(check?.ok === true ? { refusedBecause: null } : {}),
    });
    const details = { channel: channel.channel, language: channel.language, topics: channel.topics.join(', ') };
    await inner.audit.append({ at: clock(), personId: person.id, action: 'audience.add', subject: name, details });
  });
  const messages = messagesIn(language).audience;
  const called = check?.name ?? channel.channel;
  const said = (wasThere ? messages.changed : messages.added)(called, name, channel.language);
  const takes = outlets.get(platformOf(channel.channel))?.takes;
  return await showAudience(context, name, [said, ...warningsOf(check, takes, language)]);
}

/** The audience as it stands now, under what was just done to it. */
export async function showAudience(
  { language, store }: CommandContext,
  name: string,
  said: readonly string[] = [],
): Promise<CommandResult> {
  const audience = (await store.audiences.get(name)) ?? { name, channels: [], crosspost: false };
  const records = await store.channels.many(audience.channels.map(({ channel }) => channel));
  return { reply: showReply(audience, records, language, said) };
}

/** Undefined when the platform cannot be asked at the moment. */
async function checkChannel(
  { outlets }: CommandContext,
  channel: string,
  language: Language,
): Promise<ChannelCheck | undefined> {
  try {
    return await outlets.get(platformOf(channel))?.check(channel, false, language);
  } catch {
    // Whatever the reason, the person is told that it could not be checked.
    return undefined;
  }
}

function warningsOf(check: ChannelCheck | undefined, takes: Outlet['takes'], language: Language): string[] {
  const { warning } = messagesIn(language).audience;
  if (check === undefined) return [warning.unchecked];
  if (check.ok) return [];
  if (takes === 'events' && check.reason === 'noPermission') return [warning.noEvents];
  switch (check.reason) {
    case 'notInChannel':
    case 'noSuchChannel':
    case 'archived':
    case 'noPermission':
      return [warning[check.reason]];
    default:
      return [warning.other];
  }
}
