import type { Announcement, AnnouncementContent } from '../../announcements/announcement.ts';
import { isOneOf } from '../in-list.ts';
import type { Db } from '../schema.ts';
import type { Session } from '../session.ts';
import type { AnnouncementStore } from '../store.ts';

export function createAnnouncementStore({ query, atomically }: Session): AnnouncementStore {
  return {
    create: ({ id, content, author, now }) =>
      atomically(async (db) => {
        await db
          .insertInto('announcements')
          .values({ id, status: 'draft', revision: 1, confirmed_revision: 0, author, created_at: now, updated_at: now })
          .execute();
        await addRevision(db, { id, revision: 1, content, author, now });
        return one(db, id);
      }),
    get: (id) =>
      query(async (db) => {
        const row = await newest(db).where('a.id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : toAnnouncement(row);
      }),
    list: ({ statuses, limit }) =>
      query(async (db) => {
        const rows = await newest(db)
          .$if(statuses !== undefined, (select) => select.where(isOneOf('a.status', statuses ?? [])))
          .orderBy('a.updated_at', 'desc')
          .orderBy('a.id')
          .limit(limit)
          .execute();
        return rows.map(toAnnouncement);
      }),
    revise: (id, after, content, author, now) =>
      atomically(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('announcements')
          .set({ revision: after + 1, updated_at: now })
          .where('id', '=', id)
          .where('revision', '=', after)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return undefined;
        await addRevision(db, { id, revision: after + 1, content, author, now });
        return one(db, id);
      }),
    move: (id, from, to, now, confirmedRevision) =>
      query(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('announcements')
          .set({
            status: to,
            updated_at: now,
            ...(confirmedRevision === undefined ? {} : { confirmed_revision: confirmedRevision }),
          })
          .where('id', '=', id)
          .where(isOneOf('status', from))
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    content: (id, revision) =>
      query(async (db) => {
        const row = await db
          .selectFrom('revisions')
          .select('content')
          .where('announcement_id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirst();
        return row === undefined ? undefined : toContent(row.content);
      }),
    writerOf: (id, revision) =>
      query(async (db) => {
        const row = await db
          .selectFrom('revisions')
          .select('author')
          .where('announcement_id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirst();
        return row?.author;
      }),
  };
}

async function addRevision(
  db: Db,
  {
    id,
    revision,
    content,
    author,
    now,
  }: { id: string; revision: number; content: AnnouncementContent; author: string; now: number },
): Promise<void> {
  await db
    .insertInto('revisions')
    .values({ announcement_id: id, revision, content: JSON.stringify(content), author, created_at: now })
    .execute();
}

/** Announcements, each with the content of its newest revision. */
function newest(db: Db) {
  return db
    .selectFrom('announcements as a')
    .innerJoin('revisions as r', (join) =>
      join.onRef('r.announcement_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.id', 'a.status', 'a.revision', 'a.confirmed_revision', 'a.author', 'a.created_at', 'a.updated_at'])
    .select('r.content');
}

type NewestRow = Awaited<ReturnType<ReturnType<typeof newest>['executeTakeFirstOrThrow']>>;

async function one(db: Db, id: string): Promise<Announcement> {
  return toAnnouncement(await newest(db).where('a.id', '=', id).executeTakeFirstOrThrow());
}

function toAnnouncement(row: NewestRow): Announcement {
  return {
    id: row.id,
    status: row.status,
    revision: row.revision,
    confirmedRevision: row.confirmed_revision,
    content: toContent(row.content),
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toContent(text: string): AnnouncementContent {
  const content: AnnouncementContent = JSON.parse(text);
  return content;
}
