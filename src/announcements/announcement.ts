import type { PostEvent } from '../chat/post.ts';
import type { Language } from '../language.ts';

/** How long before an event people are reminded. */
export const reminderOffsets = ['7d', '1d', '1h'] as const;

export type ReminderOffset = (typeof reminderOffsets)[number];

export interface AnnouncementText {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

export type AnnouncementTexts = Readonly<Partial<Record<Language, AnnouncementText>>>;

/** What an author writes; every revision of an announcement holds one of these. */
export interface AnnouncementContent {
  readonly texts: AnnouncementTexts;
  readonly event?: PostEvent;
  /** Name of the group of channels. */
  readonly audience: string;
  /** What it is about; channels that want to hear of certain topics alone get it when one of theirs is among these. */
  readonly topics?: readonly string[];
  /** When to post, in milliseconds since 1970; absent: as soon as it is confirmed. */
  readonly publishAt?: number;
  /** IANA name of the author's time zone, in which times were written and are shown to the author. */
  readonly zone: string;
  readonly reminders: readonly ReminderOffset[];
  /** Whether everybody in the channels is to be notified. */
  readonly pings: boolean;
  /**
   * What becomes of channels whose language has no text: `hold` posts nothing there, a language posts that text with a
   * notice; absent as long as the author has not chosen.
   */
  readonly missing?: 'hold' | Language;
}

/**
 * draft: written, nobody has confirmed; awaiting: confirmed by the author, needs a second person; confirmed: its
 * deliveries are in the outbox, now or later; cancelled: nothing was posted and nothing will be; retracted: taken back.
 */
export type AnnouncementStatus = 'draft' | 'awaiting' | 'confirmed' | 'cancelled' | 'retracted';

export interface Announcement {
  readonly id: string;
  readonly status: AnnouncementStatus;
  /** The newest revision, from 1; `content` is that one's. */
  readonly revision: number;
  /** The newest revision whose deliveries are in the outbox; 0 as long as there is none. */
  readonly confirmedRevision: number;
  readonly content: AnnouncementContent;
  /** Who wrote it: a person's id. */
  readonly author: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A channel of an audience. */
export interface AudienceChannel {
  readonly channel: string;
  readonly language: Language;
  /** What the channel wants to hear of; empty: everything. */
  readonly topics: readonly string[];
}

export interface Audience {
  readonly name: string;
  readonly channels: readonly AudienceChannel[];
  /** Whether posts in announcement channels are passed on to the servers that follow them. */
  readonly crosspost: boolean;
}
