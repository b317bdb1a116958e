import type { Selectable } from 'kysely';
import { inChunks } from '../in-list.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { ChannelRecord, ChannelStore } from '../store.ts';

export function createChannelStore({ query }: Session): ChannelStore {
  return {
    get: (channel) =>
      query(async (db) => {
        const row = await db.selectFrom('channels').selectAll().where('channel', '=', channel).executeTakeFirst();
        return row === undefined ? undefined : toChannel(row);
      }),
    many: (channels) =>
      query(async (db) => {
        const found = new Map<string, ChannelRecord>();
        for (const chunk of inChunks(channels)) {
          const rows = await db.selectFrom('channels').selectAll().where('channel', 'in', chunk).execute();
          for (const row of rows) found.set(row.channel, toChannel(row));
        }
        return found;
      }),
    put: (channel, { name, language, refusedBecause }) =>
      query(async (db) => {
        const change = {
          ...(name === undefined ? {} : { name }),
          ...(language === undefined ? {} : { language }),
          ...(refusedBecause === undefined ? {} : { refused_because: refusedBecause }),
        };
        if (Object.keys(change).length === 0) return;
        await db
          .insertInto('channels')
          .values({ channel, ...change })
          .onConflict((conflict) => conflict.column('channel').doUpdateSet(change))
          .execute();
      }),
  };
}

function toChannel(row: Selectable<Schema['channels']>): ChannelRecord {
  return {
    channel: row.channel,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.refused_because === null ? {} : { refusedBecause: row.refused_because }),
  };
}
