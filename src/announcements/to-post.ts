import type { Root } from 'mdast';
import { parseMarkdown } from '../chat/markdown.ts';
import { messagesIn } from '../chat/messages.ts';
import { shortened } from '../chat/plain-text.ts';
import type { Post } from '../chat/post.ts';
import type { Language } from '../language.ts';
import { fieldLimits } from './announcement-fields.ts';
import type { AnnouncementContent, AnnouncementText, ReminderOffset } from './announcement.ts';

/**
 * What a channel of a language gets: the text in its language, else the one that the author chose for channels without,
 * with a notice in the channel's language; undefined when the author chose to hold those, or has not chosen. The title
 * says that an event is cancelled.
 */
export function toPost(content: AnnouncementContent, channelLanguage: Language): Post | undefined {
  const chosen = chooseText(content, channelLanguage);
  if (chosen === undefined) return undefined;
  const { language, text } = chosen;
  return {
    ...envelope(content, language, channelLanguage),
    title: content.event?.cancelled === true ? fittingTitle(text.title, posted(language).cancelled) : text.title,
    body: parseMarkdown(text.body),
    ...(content.pings && { pings: 'everyone' }),
  };
}

/**
 * What reminds a channel of the event: title, first paragraph and event. It notifies nobody: the announcement did, where it
 * was meant to. Undefined when there is no event, or where `toPost` gives nothing. One that stands says it when the event
 * is cancelled.
 */
export function toReminder(
  content: AnnouncementContent,
  channelLanguage: Language,
  offset: ReminderOffset,
): Post | undefined {
  const chosen = chooseText(content, channelLanguage);
  if (chosen === undefined || content.event === undefined) return undefined;
  const { language, text } = chosen;
  const { cancelled, reminder } = posted(language);
  return {
    ...envelope(content, language, channelLanguage),
    title: fittingTitle(text.title, content.event.cancelled === true ? cancelled : reminder[offset]),
    body: opening(parseMarkdown(text.body)),
  };
}

/** The text that a channel of a language gets, as `toPost` promises it. */
export function chooseText(
  { texts, missing }: AnnouncementContent,
  channelLanguage: Language,
): { readonly language: Language; readonly text: AnnouncementText } | undefined {
  const own = texts[channelLanguage];
  if (own !== undefined) return { language: channelLanguage, text: own };
  if (missing === undefined || missing === 'hold') return undefined;
  const other = texts[missing];
  return other === undefined ? undefined : { language: missing, text: other };
}

/** What everything that is posted of an announcement has in common. */
export function envelope(
  { event }: AnnouncementContent,
  language: Language,
  channelLanguage: Language,
): Pick<Post, 'language' | 'notice' | 'event'> {
  const { languageName, delivery } = messagesIn(channelLanguage);
  return {
    language,
    ...(language !== channelLanguage && { notice: delivery.posted.onlyIn(languageName(language)) }),
    ...(event !== undefined && { event }),
  };
}

function posted(language: Language) {
  return messagesIn(language).delivery.posted;
}

/** A title that a platform bears also with the words that come before it. */
export function fittingTitle(title: string, words: (title: string) => string): string {
  return words(shortened(title, fieldLimits.title - words('').length));
}

/** The first paragraph, with the addresses to which its links may refer. */
function opening({ children }: Root): Root {
  const first = children.find(({ type }) => type === 'paragraph');
  const definitions = children.filter(({ type }) => type === 'definition');
  return { type: 'root', children: first === undefined ? [] : [first, ...definitions] };
}
