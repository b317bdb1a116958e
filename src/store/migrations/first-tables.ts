import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Database } from '../database.ts';

type Kind = Database['kind'];

/** A key that rises by itself, also past rows that were deleted. */
function withSeq<T extends string>(table: CreateTableBuilder<T>, kind: Kind): CreateTableBuilder<T | 'seq'> {
  return kind === 'sqlite'
    ? table.addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    : table.addColumn('seq', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity());
}

/** The first tables. */
export function firstMigration(kind: Kind): Migration {
  return {
    up: async (db) => {
      await conversations(db);
      await audiences(db, kind);
      await announcements(db);
      await deliveries(db, kind);
      await audit(db, kind);
      await small(db);
    },
  };
}

async function conversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('event_id', 'text', (column) => column.primaryKey())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('finished', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('events_begun_at').on('events').column('begun_at').execute();
  await db.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('section_ids', 'text', (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('text', 'text')
    .execute();
  await db.schema.createIndex('questions_at').on('questions').column('at').execute();
  await db.schema
    .createTable('feedback')
    .addColumn('question_id', 'text', (column) => column.notNull().references('questions.id').onDelete('cascade'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['question_id', 'person_id'])
    .execute();
}

async function audiences(db: Kysely<unknown>, kind: Kind): Promise<void> {
  await db.schema
    .createTable('audiences')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('crosspost', 'integer', (column) => column.notNull())
    .execute();
  await withSeq(db.schema.createTable('audience_channels'), kind)
    .addColumn('audience', 'text', (column) => column.notNull().references('audiences.name').onDelete('cascade'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('topics', 'text', (column) => column.notNull())
    .addUniqueConstraint('audience_channels_key', ['audience', 'channel'])
    .execute();
  await db.schema
    .createTable('channels')
    .addColumn('channel', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('language', 'text')
    .addColumn('refused_because', 'text')
    .execute();
}

async function announcements(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcements')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('confirmed_revision', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('announcements_updated_at').on('announcements').column('updated_at').execute();
  await db.schema
    .createTable('revisions')
    .addColumn('announcement_id', 'text', (column) => column.notNull().references('announcements.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('revisions_key', ['announcement_id', 'revision'])
    .execute();
}

async function deliveries(db: Kysely<unknown>, kind: Kind): Promise<void> {
  await withSeq(db.schema.createTable('deliveries'), kind)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('plain_payload', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('scheduled_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('degraded', 'integer', (column) => column.notNull())
    .addColumn('must_reconcile', 'integer', (column) => column.notNull())
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint')
    .addColumn('message_id', 'text')
    .addColumn('message_url', 'text')
    .addColumn('sent_at', 'bigint')
    .addUniqueConstraint('deliveries_key', ['subject', 'channel', 'revision', 'kind', 'slot'])
    .execute();
  // The indexes of the work in hand hold the unsettled rows alone, and stay small however much was ever delivered.
  const unsettled = sql`where status in ('pending', 'claimed', 'unknown')`;
  await sql`create index deliveries_due on deliveries (platform, due_at, seq) ${unsettled}`.execute(db);
  await sql`create index deliveries_order on deliveries (channel, scheduled_at, seq) ${unsettled}`.execute(db);
  const tried = sql`where claimed_at is not null`;
  await sql`create index deliveries_platform_claims on deliveries (platform, claimed_at) ${tried}`.execute(db);
  await sql`create index deliveries_channel_claims on deliveries (channel, claimed_at) ${tried}`.execute(db);
  await sql`create index deliveries_standing on deliveries (channel, sent_at, seq)
    where status = 'sent' and message_id is not null`.execute(db);
  await db.schema.createIndex('deliveries_status').on('deliveries').columns(['subject', 'status']).execute();
}

async function audit(db: Kysely<unknown>, kind: Kind): Promise<void> {
  await withSeq(db.schema.createTable('audit'), kind)
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_subject').on('audit').columns(['subject', 'seq']).execute();
  if (kind === 'sqlite') {
    await sql`create trigger audit_no_update before update on audit
      begin select raise(abort, 'rows of audit are never changed'); end`.execute(db);
    await sql`create trigger audit_no_delete before delete on audit
      begin select raise(abort, 'rows of audit are never deleted'); end`.execute(db);
    return;
  }
  await sql`create function audit_is_kept() returns trigger language plpgsql as
    $$ begin raise exception 'rows of audit are never changed or deleted'; end $$`.execute(db);
  await sql`create trigger audit_no_change before update or delete or truncate on audit
    for each statement execute function audit_is_kept()`.execute(db);
}

async function small(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watches')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('message_url', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('watches_key', ['platform', 'message_id'])
    .execute();
  await db.schema
    .createTable('sign_ins')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sign_ins_expires_at').on('sign_ins').column('expires_at').execute();
  await db.schema
    .createTable('heartbeats')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}
