import { bodyOf, paragraph } from '../chat/blocks.ts';
import { readableSpan } from '../chat/event-text.ts';
import { messagesIn } from '../chat/messages.ts';
import { inertText } from '../chat/plain-text.ts';
import type { Post } from '../chat/post.ts';
import type { Language } from '../language.ts';
import type { AnnouncementContent } from './announcement.ts';
import type { EventChange } from './event-change.ts';
import { chooseText, envelope, fittingTitle } from './to-post.ts';

/**
 * The short message for those who read an earlier announcement of the event: what it was, and, as its event, what it is
 * now; of a cancelled one, what it was. It notifies nobody. Undefined when there is no event, or where `toPost` gives
 * nothing.
 */
export function toUpdate(
  content: AnnouncementContent,
  channelLanguage: Language,
  change: EventChange,
): Post | undefined {
  const chosen = chooseText(content, channelLanguage);
  if (chosen === undefined || content.event === undefined) return undefined;
  const { language, text } = chosen;
  const event = change.kind === 'cancelled' ? { ...change.before, cancelled: true as const } : content.event;
  return {
    ...envelope({ ...content, event }, language, channelLanguage),
    title: fittingTitle(text.title, messagesIn(language).delivery.posted[change.kind]),
    body: bodyOf(sentencesOf(change, language).map((sentence) => paragraph(sentence))),
  };
}

function sentencesOf({ kind, time, place, before }: EventChange, language: Language): string[] {
  const { update } = messagesIn(language).delivery.posted;
  return [
    ...(kind === 'changed' ? [] : [update[kind]]),
    ...(time ? [update.time(readableSpan(before, language))] : []),
    ...(place ? [before.place === undefined ? update.placeKnown : update.place(inertText(before.place))] : []),
  ];
}
