import type {
  Announcement,
  AnnouncementContent,
  AnnouncementStatus,
  Audience,
  AudienceChannel,
} from '../announcements/announcement.ts';
import type { Incoming } from '../chat/incoming.ts';
import type { Posted } from '../chat/outlet.ts';
import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { ForwardStore } from './forward.ts';
import type { ImportStore } from './import.ts';

// Instants are milliseconds since 1970 everywhere. Every function may reject with AppError `store`.

export type EventState = 'new' | 'again' | 'finished' | 'inHand';

/** What people did that has been taken up, so that nothing is handled twice; kept for 24 hours. */
export interface EventStore {
  /**
   * 'new' for what nobody has taken up, 'again' when whoever took it up has not finished in `leaseMs`; otherwise it is
   * finished, or in somebody's hands.
   */
  begin(eventId: string, now: number, leaseMs: number): Promise<EventState>;
  finish(eventId: string): Promise<void>;
  /** Forgets what was taken up before an instant; gives how many. */
  forgetBefore(instant: number): Promise<number>;
}

export interface AskedQuestion {
  readonly id: string;
  readonly at: number;
  readonly platform: string;
  readonly language: Language;
  readonly outcome: 'answered' | 'suggested' | 'abstained';
  /** The sections that were cited, or that came nearest. */
  readonly sectionIds: readonly string[];
  readonly confidence: number;
  /** The question's words; only where the operator has them kept. */
  readonly text?: string;
}

export interface Feedback {
  readonly questionId: string;
  readonly personId: string;
  readonly verdict: 'helpful' | 'notHelpful';
  readonly comment?: string;
  readonly at: number;
}

export interface QuestionStore {
  record(question: AskedQuestion): Promise<void>;
  get(id: string): Promise<AskedQuestion | undefined>;
  /** Newest first: what was asked and not answered, or answered and found not helpful. */
  unanswered(limit: number): Promise<readonly (AskedQuestion & { readonly feedback: readonly Feedback[] })[]>;
  /**
   * Each person's newest word on a question replaces the earlier one; a comment is kept unless there is a new one.
   * Rejects when no such question was recorded.
   */
  recordFeedback(feedback: Feedback): Promise<void>;
  feedbackOn(questionId: string): Promise<readonly Feedback[]>;
}

export interface AudienceStore {
  list(): Promise<readonly Audience[]>;
  get(name: string): Promise<Audience | undefined>;
  /** Adds a channel, or changes its language and topics; the audience is made when it does not exist. */
  putChannel(name: string, channel: AudienceChannel): Promise<void>;
  /** False when it was not in there. An audience without channels remains. */
  removeChannel(name: string, channel: string): Promise<boolean>;
  /** False when there is no such audience. */
  remove(name: string): Promise<boolean>;
  /** Makes the audience when it does not exist. */
  setCrosspost(name: string, crosspost: boolean): Promise<void>;
}

/** What is known of a channel, besides what audiences say. */
export interface ChannelRecord {
  readonly channel: string;
  readonly name?: string;
  /** The language in which the assistant speaks there where a person's own cannot be told. */
  readonly language?: Language;
  /** Set when a platform refused a post for good. */
  readonly refusedBecause?: DeliveryReason;
}

export interface ChannelStore {
  get(channel: string): Promise<ChannelRecord | undefined>;
  many(channels: readonly string[]): Promise<ReadonlyMap<string, ChannelRecord>>;
  /** Changes what is given; null takes a value away. */
  put(
    channel: string,
    change: {
      readonly name?: string;
      readonly language?: Language | null;
      readonly refusedBecause?: DeliveryReason | null;
    },
  ): Promise<void>;
}

export interface AnnouncementStore {
  /** Stores a draft with revision 1; rejects when the id is taken. */
  create(draft: {
    readonly id: string;
    readonly content: AnnouncementContent;
    readonly author: string;
    readonly now: number;
  }): Promise<Announcement>;
  get(id: string): Promise<Announcement | undefined>;
  /** Newest change first. */
  list(filter: {
    readonly statuses?: readonly AnnouncementStatus[];
    readonly limit: number;
  }): Promise<readonly Announcement[]>;
  /** Adds a revision, if `after` is still the newest one; undefined when somebody else was faster. */
  revise(
    id: string,
    after: number,
    content: AnnouncementContent,
    author: string,
    now: number,
  ): Promise<Announcement | undefined>;
  /** Changes the status, if it is still one of `from`; false when it is not. `confirmedRevision` as given. */
  move(
    id: string,
    from: readonly AnnouncementStatus[],
    to: AnnouncementStatus,
    now: number,
    confirmedRevision?: number,
  ): Promise<boolean>;
  content(id: string, revision: number): Promise<AnnouncementContent | undefined>;
  /** Who wrote a revision. */
  writerOf(id: string, revision: number): Promise<string | undefined>;
}

export interface AuditRow {
  readonly at: number;
  readonly personId: string;
  /** Such as `announcement.confirm`; a refusal ends in `.refused`. */
  readonly action: string;
  /** On what: the id of an announcement, the name of an audience. */
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** Rows are added and read, never changed. */
export interface AuditStore {
  append(row: AuditRow): Promise<void>;
  /** Newest first. */
  list(filter: { readonly subject?: string; readonly limit: number }): Promise<readonly AuditRow[]>;
}

/** A report that is kept up to date in a room. */
export interface Watch {
  readonly platform: string;
  readonly subject: string;
  readonly message: Posted;
  /** For whom it is written. */
  readonly reader: Pick<Incoming, 'person' | 'conversationId' | 'locale'>;
  /** What the report said when it was last brought up to date. */
  readonly digest: string;
}

export interface WatchStore {
  /** One report a message. */
  put(watch: Watch): Promise<void>;
  list(platforms: readonly string[]): Promise<readonly Watch[]>;
  remove(platform: string, messageId: string): Promise<void>;
}

/** Ways in without a platform's own accounts: what is stored is a hash of what the person holds. */
export interface SignInStore {
  put(hash: string, personId: string, expiresAt: number): Promise<void>;
  get(hash: string, now: number): Promise<string | undefined>;
  /** Takes it out; undefined when it was not there or has expired. */
  take(hash: string, now: number): Promise<string | undefined>;
}

/** Signs of life of the programs that deliver. */
export interface HeartbeatStore {
  beat(name: string, now: number): Promise<void>;
  /** The newest of all. */
  last(): Promise<number | undefined>;
}

export interface Store {
  readonly events: EventStore;
  readonly questions: QuestionStore;
  readonly audiences: AudienceStore;
  readonly channels: ChannelStore;
  readonly announcements: AnnouncementStore;
  readonly deliveries: DeliveryStore;
  readonly audit: AuditStore;
  readonly watches: WatchStore;
  readonly signIns: SignInStore;
  readonly heartbeats: HeartbeatStore;
  readonly forwards: ForwardStore;
  readonly imports: ImportStore;
  /**
   * Everything in `work` happens, or nothing of it; what `work` throws is passed on. There is one transaction at a time
   * in all programs on the database, and nobody claims or settles meanwhile: `work` waits for nothing but the store.
   * Whatever it calls on the store itself takes part.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Lets what is under way finish; a second call does nothing. */
  close(): Promise<void>;
}

/** What the store keeps, inside a transaction or outside. */
export type Records = Omit<Store, 'transaction' | 'close'>;
