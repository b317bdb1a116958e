import type { Generated, Kysely } from 'kysely';
import type { AnnouncementStatus } from '../announcements/announcement.ts';
import type { DeliveryKind, DeliveryStatus } from '../announcements/delivery.ts';
import type { DeliveryReason } from '../errors.ts';
import type { Language } from '../language.ts';
import type { AskedQuestion, Feedback } from './store.ts';

// The tables as the newest migration leaves them. Instants are milliseconds since 1970, lists and records are JSON,
// booleans are 0 and 1, and `seq` rises in the order in which rows were added.

interface EventTable {
  event_id: string;
  begun_at: number;
  lease_until: number;
  finished: number;
}

interface QuestionTable {
  id: string;
  at: number;
  platform: string;
  language: Language;
  outcome: AskedQuestion['outcome'];
  section_ids: string;
  confidence: number;
  text: string | null;
}

interface FeedbackTable {
  question_id: string;
  person_id: string;
  verdict: Feedback['verdict'];
  comment: string | null;
  at: number;
}

interface AudienceTable {
  name: string;
  crosspost: number;
}

interface AudienceChannelTable {
  seq: Generated<number>;
  audience: string;
  channel: string;
  language: Language;
  topics: string;
}

interface ChannelTable {
  channel: string;
  name: string | null;
  language: Language | null;
  refused_because: DeliveryReason | null;
}

interface AnnouncementTable {
  id: string;
  status: AnnouncementStatus;
  revision: number;
  confirmed_revision: number;
  author: string;
  created_at: number;
  updated_at: number;
}

interface RevisionTable {
  announcement_id: string;
  revision: number;
  content: string;
  author: string;
  created_at: number;
}

export interface DeliveryTable {
  seq: Generated<number>;
  id: string;
  subject: string;
  revision: number;
  kind: DeliveryKind;
  slot: string;
  channel: string;
  /** What stands before the first colon of `channel`. */
  platform: string;
  language: Language;
  payload: string;
  plain_payload: string;
  status: DeliveryStatus;
  reason: DeliveryReason | null;
  scheduled_at: number;
  /** Of a claimed row: when its claim lapses, which is when it may be tried again. */
  due_at: number;
  attempts: number;
  degraded: number;
  /** Whether the newest claim found it in doubt, and why: one of `inDoubt`. */
  must_reconcile: number;
  fence: number;
  /** When it was last claimed. */
  claimed_at: number | null;
  message_id: string | null;
  message_url: string | null;
  sent_at: number | null;
}

interface AuditTable {
  seq: Generated<number>;
  at: number;
  person_id: string;
  action: string;
  subject: string;
  details: string;
}

interface WatchTable {
  platform: string;
  message_id: string;
  message_url: string | null;
  subject: string;
  reader: string;
  digest: string;
}

interface SignInTable {
  hash: string;
  person_id: string;
  expires_at: number;
}

interface HeartbeatTable {
  name: string;
  at: number;
}

interface ForwardTable {
  id: string;
  at: number;
  person_id: string;
  question: string;
  language: Language;
  reply_to: string;
}

interface ImportTable {
  uid: string;
  occurrence: string;
  standalone: number;
  subject: string;
  sequence: number;
  modified_at: number;
  fields: string;
  at: number;
}

export interface Schema {
  events: EventTable;
  questions: QuestionTable;
  feedback: FeedbackTable;
  audiences: AudienceTable;
  audience_channels: AudienceChannelTable;
  channels: ChannelTable;
  announcements: AnnouncementTable;
  revisions: RevisionTable;
  deliveries: DeliveryTable;
  audit: AuditTable;
  watches: WatchTable;
  sign_ins: SignInTable;
  heartbeats: HeartbeatTable;
  forwards: ForwardTable;
  imports: ImportTable;
}

export type Db = Kysely<Schema>;
