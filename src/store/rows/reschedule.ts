import { sql } from 'kysely';
import type { Delivery } from '../../announcements/delivery.ts';
import { forwardPrefix } from '../forward.ts';
import { inChunks, isOneOf } from '../in-list.ts';
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

export async function retryFailed(db: Db, subject: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({
      status: sql`case when reason = 'unverified' or must_reconcile = 1 then 'unknown' else 'pending' end`,
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
            .whereRef('later.slot', '=', 'deliveries.slot')
            .whereRef('later.seq', '>', 'deliveries.seq')
            .where((or) => or.or([or('later.status', '<>', 'withdrawn'), or('later.kind', '=', 'remove')])),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function holdMissed(db: Db, before: number): Promise<readonly string[]> {
  const rows = await db
    .updateTable('deliveries')
    .set({ status: 'held', reason: 'missed' })
    .where('status', '=', 'pending')
    .where('attempts', '=', 0)
    .where('fence', '=', 0)
    .where('scheduled_at', '<', before)
    .where('subject', 'not like', `${forwardPrefix}%`)
    .returning('subject')
    .execute();
  return [...new Set(rows.map(({ subject }) => subject))];
}

export async function doubtDue(db: Db, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ status: 'unknown', must_reconcile: 1, due_at: now })
    .where('status', 'in', ['pending', 'claimed', 'unknown'])
    .where('scheduled_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function releaseMissed(db: Db, subject: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ status: 'pending', reason: null, scheduled_at: now, due_at: now })
    .where('subject', '=', subject)
    .where('status', '=', 'held')
    .where('reason', '=', 'missed')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
