import { sql, type SqlBool } from 'kysely';
import type { ClaimedDelivery } from '../../announcements/delivery.ts';
import type { Posted } from '../../chat/outlet.ts';
import { inChunks } from '../in-list.ts';
import type { Db } from '../schema.ts';
import type { Session } from '../session.ts';
import type { DeliveryStore } from '../delivery-store.ts';
import { inDoubt, toDelivery, toPosted } from './delivery-row.ts';
import { isStillThere } from './is-still-there.ts';

/** How long a channel rests after something was claimed in it, and over how long a platform's posts are counted. */
export const pauseMs = 1_000;

/** Has to read as in the indexes' definitions, or they are not used. */
export const isUnsettled = (table: string) =>
  sql<SqlBool>`${sql.ref(`${table}.status`)} in ('pending', 'claimed', 'unknown')`;

/** What was overdue, and not settled since, is still that. */
const doubtWhenClaimed = sql<number>`case
  when status = 'pending' then ${sql.lit(inDoubt.no)}
  when must_reconcile = ${sql.lit(inDoubt.overdue)} then must_reconcile
  else ${sql.lit(inDoubt.tried)}
end`;

/**
 * Claiming is done by one program at a time, so that the bounds hold for all of them together, and not while a
 * transaction is under way. A claimed row is due again when its claim lapses.
 */
export function claimWith({ atomically, takeTurn, skipsLocked }: Session): DeliveryStore['claim'] {
  return ({ now, leaseMs, limit, perSecond }) =>
    atomically(async (db) => {
      await takeTurn(db, 'alone');
      const candidates: (readonly string[])[] = [];
      for (const [platform, bound] of Object.entries(perSecond)) {
        const room = Math.min(limit, bound - (await claimedSince(db, platform, now - pauseMs)));
        if (room <= 0) continue;
        const rows = await dueOf(db, platform, now)
          .limit(room)
          .$if(skipsLocked, (select) => select.forUpdate('d').skipLocked())
          .execute();
        candidates.push(rows.map(({ id }) => id));
      }
      const claimed: ClaimedDelivery[] = [];
      for (const ids of inChunks(inTurn(candidates).slice(0, limit)))
        claimed.push(...(await take(db, ids, now, leaseMs)));
      return claimed;
    });
}

/** The first of each list, then the second of each: no platform waits for another. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

async function claimedSince(db: Db, platform: string, instant: number): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('platform', '=', platform)
    .where('claimed_at', '>', instant)
    .executeTakeFirstOrThrow();
  return count;
}

/** Unsettled deliveries that no earlier one of their channel has to precede. */
export function firstOfChannels(db: Db, platform: string) {
  return db
    .selectFrom('deliveries as d')
    .where('d.platform', '=', platform)
    .where(isUnsettled('d'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as e')
            .select('e.seq')
            .whereRef('e.channel', '=', 'd.channel')
            .where(isUnsettled('e'))
            .where(sql<SqlBool>`(e.scheduled_at, e.seq) < (d.scheduled_at, d.seq)`),
        ),
      ),
    )
    .orderBy('d.due_at')
    .orderBy('d.seq');
}

/** Of these, what is due in channels that have had their pause; what was due first comes first. */
export function dueOf(db: Db, platform: string, now: number) {
  return firstOfChannels(db, platform)
    .select('d.id')
    .where('d.due_at', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as r')
            .select('r.seq')
            .whereRef('r.channel', '=', 'd.channel')
            .where('r.claimed_at', '>', now - pauseMs),
        ),
      ),
    );
}

async function take(db: Db, ids: readonly string[], now: number, leaseMs: number): Promise<readonly ClaimedDelivery[]> {
  const rows = await db
    .updateTable('deliveries')
    .set(({ eb }) => ({
      status: 'claimed',
      must_reconcile: doubtWhenClaimed,
      fence: eb('fence', '+', 1),
      claimed_at: now,
      due_at: now + leaseMs,
    }))
    .where('id', 'in', ids)
    .returningAll()
    .execute();
  const changing = rows.filter(({ kind }) => kind === 'edit' || kind === 'remove').map(({ id }) => id);
  const targets = await targetsOf(db, changing);
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows
    .toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
    .map((row) => {
      const target = targets.get(row.id);
      return {
        ...toDelivery(row),
        fence: row.fence,
        mustReconcile: row.must_reconcile !== inDoubt.no,
        ...(row.must_reconcile === inDoubt.overdue ? { overdue: true } : {}),
        ...(target === undefined ? {} : { target }),
      };
    });
}

/**
 * The newest message of the same subject, channel and slot that was not taken away before: of a post, or of the reminder
 * of that slot.
 */
async function targetsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Posted>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('deliveries as c')
    .innerJoin('deliveries as s', (join) =>
      join
        .onRef('s.subject', '=', 'c.subject')
        .onRef('s.channel', '=', 'c.channel')
        .onRef('s.slot', '=', 'c.slot')
        .on('s.kind', 'in', ['post', 'reminder'])
        .on('s.status', '=', 'sent'),
    )
    .select(['c.id', 's.message_id', 's.message_url'])
    .where('c.id', 'in', ids)
    .where(isStillThere('s', 'c'))
    .orderBy('s.seq')
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const message = toPosted(row);
      return message === undefined ? [] : [[row.id, message] as const];
    }),
  );
}
