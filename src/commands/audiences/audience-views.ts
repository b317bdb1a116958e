import type { PhrasingContent } from 'mdast';
import type { Audience } from '../../announcements/announcement.ts';
import { bodyOf, bullets, paragraph, strong } from '../../chat/blocks.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Reply, ReplyAction } from '../../chat/reply.ts';
import type { Language } from '../../language.ts';
import type { ChannelRecord } from '../../store/store.ts';

/** Rooms show no more buttons than this without crowding; commands do the rest. */
const buttonLimit = 10;
/** More channels than this make no readable list. */
const channelLimit = 100;

export function audienceAction(
  label: string,
  options: Readonly<Record<string, string>>,
  style?: 'primary' | 'danger',
): ReplyAction {
  return { kind: 'command', label, command: 'audience', options, ...(style === undefined ? {} : { style }) };
}

/** All audiences, each with how many channels it has in which languages. */
export function listReply(audiences: readonly Audience[], language: Language): Reply {
  const messages = messagesIn(language).audience;
  const add = audienceAction(messages.addAny, { action: 'add' }, 'primary');
  const base = { language, private: true, title: messages.listTitle } as const;
  if (audiences.length === 0) return { ...base, body: bodyOf([paragraph(messages.none)]), actions: [add] };
  const lines = audiences.map(({ name, channels }) => [
    strong(name),
    `: ${messages.line(channels.length, languagesOf(channels, language))}`,
  ]);
  const open = audiences
    .slice(0, buttonLimit)
    .map(({ name }) => audienceAction(messages.open(name), { action: 'show', name }));
  return { ...base, body: bodyOf([bullets(lines)]), actions: [...open, add] };
}

function languagesOf(channels: Audience['channels'], language: Language): string {
  const names = new Set(channels.map((channel) => messagesIn(language).audience.inLanguage(channel.language)));
  return [...names].join(', ');
}

/** One audience with its channels, under `said`: what has just been done to it. */
export function showReply(
  { name, channels, crosspost }: Audience,
  records: ReadonlyMap<string, ChannelRecord>,
  language: Language,
  said: readonly string[] = [],
): Reply {
  const messages = messagesIn(language).audience;
  const lines = channels.slice(0, channelLimit).map(({ channel, language: reads, topics }) => {
    const record = records.get(channel);
    const notes = [
      messages.inLanguage(reads),
      ...(topics.length === 0 ? [] : [messages.topics(topics.join(', '))]),
      ...(record?.refusedBecause === undefined ? [] : [messages.refused]),
    ];
    return [...named(channel, record), ` · ${notes.join(' · ')}`];
  });
  const left = channels.length - lines.length;
  const removals =
    channels.length > buttonLimit
      ? []
      : channels.map(({ channel }) =>
          audienceAction(
            messages.removeButton(records.get(channel)?.name ?? channel),
            { action: 'remove', name, channel },
            'danger',
          ),
        );
  return {
    language,
    private: true,
    title: messages.showTitle(name),
    body: bodyOf([
      ...said.map((text) => paragraph(text)),
      ...(lines.length === 0 ? [paragraph(messages.empty)] : [bullets(lines)]),
      ...(left === 0 ? [] : [paragraph(messages.more(left))]),
      paragraph(messages.crossposting(crosspost)),
    ]),
    actions: [
      audienceAction(messages.addTo(name), { action: 'add', name }, 'primary'),
      audienceAction(messages.crosspostButton(!crosspost), {
        action: 'crosspost',
        name,
        crosspost: String(!crosspost),
      }),
      ...removals,
    ],
  };
}

/** A channel as people know it, and as commands do. */
function named(channel: string, record: ChannelRecord | undefined): (string | PhrasingContent)[] {
  return record?.name === undefined ? [strong(channel)] : [strong(record.name), ` (${channel})`];
}
