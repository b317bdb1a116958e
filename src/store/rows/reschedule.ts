import { sql, type SqlBool } from 'kysely';
import type { Delivery } from '../../announcements/delivery.ts';
import { updateSlotPrefix } from '../../announcements/slots.ts';
import { forwardPrefix } from '../forward.ts';
import { inChunks, isOneOf } from '../in-list.ts';
import { inDoubt } from './delivery-row.ts';
import type { Db } from '../schema.ts';

// What becomes of deliveries that nobody is at, as `DeliveryStore` promises it.

interface Selection {
  readonly channels?: readonly string[];
  readonly kinds?: readonly Delivery['kind'][];
}

export async function withdraw(db: Db, subject: string, { channels, kinds }: Selection): Promise<number> {
  let withdrawn = 0;
  for (const chunk of channels === undefined ? [undefined] : inChunks(channels)) {
    const { numUpdatedRows } = await db
      .updateTable('deliveries')
      .set({ status: 'withdrawn' })
      .where('subject', '=', subject)
      .where((eb) =>
        eb.or([
          eb('status', 'in', ['held', 'pending']),
          eb.and([eb('status', '=', 'failed'), sql<boolean>`coalesce(reason, '') <> 'unverified'`]),
        ]),
      )
      .$if(chunk !== undefined, (update) => update.where(isOneOf('channel', chunk ?? [])))
      .$if(kinds !== undefined, (update) => update.where(isOneOf('kind', kinds ?? [])))
      .executeTakeFirstOrThrow();
    withdrawn += Number(numUpdatedRows);
  }
  return withdrawn;
}

/** Somebody has decided: that its time was missed keeps it no longer. */
const stillInDoubt = sql<number>`case
  when must_reconcile = ${sql.lit(inDoubt.no)} then ${sql.lit(inDoubt.no)}
  else ${sql.lit(inDoubt.tried)}
end`;

/** What was said of a change is old news once something was said of a later one. */
const bothUpdate = sql<SqlBool>`later.slot like ${sql.lit(`${updateSlotPrefix}%`)} and deliveries.slot like ${sql.lit(`${updateSlotPrefix}%`)}`;

export async function retryFailed(db: Db, subject: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({
      status: sql`case when reason = 'unverified' or must_reconcile > 0 then 'unknown' else 'pending' end`,
      must_reconcile: stillInDoubt,
      reason: null,
      attempts: 0,
      scheduled_at: now,
      due_at: now,
    })
    .where('subject', '=', subject)
    .where('status', '=', 'failed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as later')
            .select('later.seq')
            .where('later.subject', '=', subject)
            .whereRef('later.channel', '=', 'deliveries.channel')
            .where((either) => either.or([either('later.slot', '=', either.ref('deliveries.slot')), bothUpdate]))
            .whereRef('later.seq', '>', 'deliveries.seq')
            .where((or) => or.or([or('later.status', '<>', 'withdrawn'), or('later.kind', '=', 'remove')])),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  await reviveEdits(db, subject, now);
  return Number(numUpdatedRows);
}

/** Edits that had found no message follow the post that is made after all: its text was replaced meanwhile. */
async function reviveEdits(db: Db, subject: string, now: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ status: 'pending', reason: null, attempts: 0, scheduled_at: now, due_at: now })
    .where('subject', '=', subject)
    .where('kind', '=', 'edit')
    .where('status', '=', 'withdrawn')
    .where('reason', '=', 'gone')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('deliveries as post')
          .select('post.seq')
          .where('post.subject', '=', subject)
          .whereRef('post.channel', '=', 'deliveries.channel')
          .whereRef('post.slot', '=', 'deliveries.slot')
          .whereRef('post.seq', '<', 'deliveries.seq')
          .where('post.kind', 'in', ['post', 'reminder'])
          .where('post.status', 'in', ['pending', 'unknown'])
          .where('post.scheduled_at', '=', now),
      ),
    )
    .execute();
}

export async function holdMissed(db: Db, before: number): Promise<readonly string[]> {
  const missed = db
    .updateTable('deliveries')
    .where('kind', 'in', ['post', 'reminder'])
    .where('scheduled_at', '<', before)
    .where('subject', 'not like', `${forwardPrefix}%`);
  await missed.set({ must_reconcile: inDoubt.overdue }).where('status', 'in', ['claimed', 'unknown']).execute();
  const rows = await missed
    .set({ status: 'held', reason: 'missed' })
    .where('status', '=', 'pending')
    .returning('subject')
    .execute();
  return [...new Set(rows.map(({ subject }) => subject))];
}

export async function doubtDue(db: Db, now: number): Promise<number> {
  // What waits for a person's word may have been given it, and sent.
  await db
    .updateTable('deliveries')
    .set({ must_reconcile: inDoubt.tried })
    .where('status', 'in', ['held', 'failed'])
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ status: 'unknown', must_reconcile: inDoubt.tried, due_at: now })
    .where('status', 'in', ['pending', 'claimed', 'unknown'])
    .where('scheduled_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function releaseMissed(db: Db, subject: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({
      status: sql`case when must_reconcile > 0 then 'unknown' else 'pending' end`,
      must_reconcile: stillInDoubt,
      reason: null,
      scheduled_at: now,
      due_at: now,
    })
    .where('subject', '=', subject)
    .where('status', '=', 'held')
    .where('reason', '=', 'missed')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
