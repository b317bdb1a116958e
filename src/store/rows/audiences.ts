import type { Selectable } from 'kysely';
import type { Audience, AudienceChannel } from '../../announcements/announcement.ts';
import type { Db, Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { AudienceStore } from '../store.ts';

export function createAudienceStore({ query, atomically }: Session): AudienceStore {
  return {
    list: () => atomically((db) => audiences(db)),
    get: (name) => atomically(async (db) => (await audiences(db, name))[0]),
    putChannel: (name, { channel, language, topics }) =>
      atomically(async (db) => {
        const row = { language, topics: JSON.stringify(topics) };
        await db
          .insertInto('audiences')
          .values({ name, crosspost: 0 })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
        await db
          .insertInto('audience_channels')
          .values({ audience: name, channel, ...row })
          .onConflict((conflict) => conflict.columns(['audience', 'channel']).doUpdateSet(row))
          .execute();
      }),
    removeChannel: (name, channel) =>
      query(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom('audience_channels')
          .where('audience', '=', name)
          .where('channel', '=', channel)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    remove: (name) =>
      query(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('audiences').where('name', '=', name).executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    setCrosspost: (name, crosspost) =>
      query(async (db) => {
        const row = { crosspost: Number(crosspost) };
        await db
          .insertInto('audiences')
          .values({ name, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
          .execute();
      }),
  };
}

/** All, or those of one name, by name; channels in the order in which they were added. */
async function audiences(db: Db, name?: string): Promise<Audience[]> {
  const named = await db
    .selectFrom('audiences')
    .selectAll()
    .$if(name !== undefined, (select) => select.where('name', '=', name ?? ''))
    .orderBy('name')
    .execute();
  const channels = await db
    .selectFrom('audience_channels')
    .selectAll()
    .$if(name !== undefined, (select) => select.where('audience', '=', name ?? ''))
    .orderBy('seq')
    .execute();
  const byAudience = Map.groupBy(channels, ({ audience }) => audience);
  return named.map((audience) => ({
    name: audience.name,
    channels: (byAudience.get(audience.name) ?? []).map(toChannel),
    crosspost: audience.crosspost === 1,
  }));
}

function toChannel({ channel, language, topics }: Selectable<Schema['audience_channels']>): AudienceChannel {
  const parsed: readonly string[] = JSON.parse(topics);
  return { channel, language, topics: parsed };
}
