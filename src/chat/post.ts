import type { Root } from 'mdast';
import type { Language } from '../language.ts';

/** When and where something takes place. Instants are milliseconds since 1970 (UTC). */
export interface PostEvent {
  readonly startAt: number;
  readonly endAt?: number;
  /** IANA name of the zone in which the event takes place, such as `Europe/Madrid`. */
  readonly zone: string;
  readonly place?: string;
  readonly link?: string;
  /** It was made known, and does not take place after all. */
  readonly cancelled?: true;
}

/**
 * An event for the reader's own calendar: the address of a file that says how things stand, or, where no address leads to
 * the assistant, the file itself (iCalendar), and the path under which the assistant's own web page has it.
 */
export type PostCalendar = { readonly url: string } | { readonly file: string; readonly path?: string };

/** What is published in a channel without anybody having asked: an announcement, a reminder, a question passed on. */
export interface Post {
  readonly language: Language;
  readonly title: string;
  readonly body: Root;
  /** One line above the body, such as the reason for another language than the channel's. */
  readonly notice?: string;
  readonly event?: PostEvent;
  readonly calendar?: PostCalendar;
  /** Whether everybody in the channel is notified; absent: nobody can be mentioned, whatever the words say. */
  readonly pings?: 'everyone';
  /** Whether it is passed on to the channels that follow this one, where the platform has such. */
  readonly crosspost?: true;
}
