import { sql } from 'kysely';
import type { Delivery, NewDelivery, Settlement } from '../../announcements/delivery.ts';
import { inChunks } from '../in-list.ts';
import type { Db } from '../schema.ts';
import type { Session } from '../session.ts';
import type { DeliveryStore } from '../delivery-store.ts';
import { claimWith, firstOfChannels, pauseMs } from './claim.ts';
import { isStillThere } from './is-still-there.ts';
import { progressColumns, toDelivery, toProgress, toRow } from './delivery-row.ts';
import { ahead, missed } from './subjects.ts';
import { doubtDue, holdMissed, releaseMissed, retryFailed, withdraw } from './reschedule.ts';

/** Rows a statement, of some twenty values each. */
const rowsPerInsert = 500;

/** How many candidates are looked at for the next due instant. */
const lookedAt = 50;

export function createDeliveryStore(session: Session): DeliveryStore {
  const { query, atomically, takeTurn } = session;
  return {
    add: (deliveries) => atomically((db) => add(db, deliveries)),
    claim: claimWith(session),
    settle: (id, fence, settlement) =>
      atomically(async (db) => {
        await takeTurn(db, 'together');
        const { numUpdatedRows } = await db
          .updateTable('deliveries')
          .set(changeBy(settlement))
          .$if('counts' in settlement && settlement.counts, (update) =>
            update.set(({ eb }) => ({ attempts: eb('attempts', '+', 1) })),
          )
          .where('id', '=', id)
          .where('fence', '=', fence)
          .where('status', '=', 'claimed')
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    extend: (id, fence, until) =>
      query(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('deliveries')
          .set({ due_at: until })
          .where('id', '=', id)
          .where('fence', '=', fence)
          .where('status', '=', 'claimed')
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    ofSubject: (subject) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .selectAll()
          .where('subject', '=', subject)
          .orderBy('seq')
          .execute();
        return rows.map(toDelivery);
      }),
    progressOf: (subject) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .select(progressColumns)
          .where('subject', '=', subject)
          .orderBy('seq')
          .execute();
        return rows.map(toProgress);
      }),
    counts: (subject) =>
      query(async (db) => {
        const rows = await db
          .selectFrom('deliveries')
          .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
          .where('subject', '=', subject)
          .groupBy('status')
          .execute();
        const counts: Partial<Record<Delivery['status'], number>> = {};
        for (const { status, count } of rows) counts[status] = count;
        return counts;
      }),
    get: (id) =>
      query(async (db) => {
        const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : toDelivery(row);
      }),
    ahead: (now, limit) => query(async (db) => (await ahead(db, now, limit).execute()).map(({ subject }) => subject)),
    missed: (limit) => query(async (db) => (await missed(db, limit).execute()).map(({ subject }) => subject)),
    withdraw: (subject, options = {}) => atomically((db) => withdraw(db, subject, options)),
    retryFailed: (subject, now) => atomically((db) => retryFailed(db, subject, now)),
    holdMissed: (before) => atomically((db) => holdMissed(db, before)),
    releaseMissed: (subject, now) => query((db) => releaseMissed(db, subject, now)),
    doubtDue: (now) => atomically((db) => doubtDue(db, now)),
    nextDueAt: (platforms) => query((db) => nextDueAt(db, platforms)),
    standingIn: (channel, limit) => query((db) => standingIn(db, channel, limit)),
  };
}

async function add(db: Db, deliveries: readonly NewDelivery[]): Promise<number> {
  let added = 0;
  for (const chunk of inChunks(deliveries, rowsPerInsert)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('deliveries')
      .values(chunk.map(toRow))
      .onConflict((conflict) => conflict.columns(['subject', 'channel', 'revision', 'kind', 'slot']).doNothing())
      .executeTakeFirstOrThrow();
    added += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

function changeBy(settlement: Settlement) {
  switch (settlement.status) {
    case 'sent': {
      const { status, message, at } = settlement;
      return {
        status,
        reason: null,
        sent_at: at,
        message_id: message?.messageId ?? null,
        message_url: message?.url ?? null,
      };
    }
    case 'pending':
    case 'unknown': {
      const { status, dueAt, reason, degraded } = settlement;
      return { status, reason, due_at: dueAt, ...(degraded === undefined ? {} : { degraded: Number(degraded) }) };
    }
    case 'failed':
    case 'withdrawn':
      return { status: settlement.status, reason: settlement.reason };
  }
}

async function nextDueAt(db: Db, platforms: readonly string[]): Promise<number | undefined> {
  const instants: number[] = [];
  for (const platform of platforms) {
    const rows = await firstOfChannels(db, platform)
      .select('d.due_at')
      .select((eb) =>
        eb
          .selectFrom('deliveries as r')
          .select((inner) => inner.fn.max('r.claimed_at').as('last'))
          .whereRef('r.channel', '=', 'd.channel')
          .where('r.claimed_at', 'is not', null)
          .as('last_claim'),
      )
      .limit(lookedAt)
      .execute();
    instants.push(...rows.map((row) => Math.max(row.due_at, row.last_claim === null ? 0 : row.last_claim + pauseMs)));
    // Those that were not looked at are due no earlier than the last one that was.
    if (rows.length === lookedAt) instants.push(rows.at(-1)?.due_at ?? 0);
  }
  return instants.length === 0 ? undefined : Math.min(...instants);
}

async function standingIn(db: Db, channel: string, limit: number): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries as d')
    .selectAll('d')
    .select((eb) =>
      eb
        .selectFrom('deliveries as e')
        .select('e.payload')
        .whereRef('e.subject', '=', 'd.subject')
        .whereRef('e.channel', '=', 'd.channel')
        .whereRef('e.slot', '=', 'd.slot')
        .where('e.kind', '=', 'edit')
        .where('e.status', '=', 'sent')
        .whereRef('e.seq', '>', 'd.seq')
        .orderBy('e.seq', 'desc')
        .limit(1)
        .as('edited_payload'),
    )
    .where('d.channel', '=', channel)
    .where('d.kind', 'in', ['post', 'reminder'])
    .where(sql<boolean>`d.status = 'sent' and d.message_id is not null`)
    .where(isStillThere('d'))
    .orderBy('d.sent_at', 'desc')
    .orderBy('d.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toDelivery(row), payload: row.edited_payload ?? row.payload }));
}
