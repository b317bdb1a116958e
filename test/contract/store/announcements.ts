import { beforeEach, describe, expect, it } from 'vitest';
import type { AnnouncementContent } from '../../../src/announcements/announcement.ts';
import type { Store } from '../../../src/store/store.ts';
import { now, openOn, type NewDatabase } from './test-database.ts';

const content: AnnouncementContent = {
  texts: { en: { title: 'Congress', body: '**Bold** and “quoted”\n\n- 1' }, fr: { title: 'Congrès', body: 'À 18 h' } },
  event: { startAt: now, endAt: now + 3_600_000, zone: 'Europe/Madrid', place: 'Barcelona' },
  audience: 'members',
  publishAt: now + 1,
  zone: 'Europe/Madrid',
  reminders: ['7d', '1h'],
  pings: false,
  missing: 'hold',
};

export function describeAnnouncements(newDatabase: NewDatabase): void {
  describe('announcements', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    const draft = (id: string, at = now) => store.announcements.create({ id, content, author: 'chat:u1', now: at });

    it('create() stores a draft with revision 1', async () => {
      const expected = {
        id: 'a1',
        status: 'draft',
        revision: 1,
        confirmedRevision: 0,
        content,
        author: 'chat:u1',
        createdAt: now,
        updatedAt: now,
      };
      expect(await draft('a1')).toEqual(expected);
      expect(await store.announcements.get('a1')).toEqual(expected);
      expect(await store.announcements.get('a2')).toBeUndefined();
    });

    it('create() refuses an id that is taken', async () => {
      await draft('a1');
      await expect(draft('a1')).rejects.toMatchObject({ code: 'store' });
    });

    it('revise() adds a revision for one of those who saw the same', async () => {
      await draft('a1');
      const changed = { ...content, audience: 'board' };
      const answers = await Promise.all(
        ['chat:u2', 'chat:u3'].map((person) => store.announcements.revise('a1', 1, changed, person, now + 5)),
      );
      expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
      expect(await store.announcements.get('a1')).toMatchObject({
        revision: 2,
        content: changed,
        author: 'chat:u1',
        createdAt: now,
        updatedAt: now + 5,
      });
      expect(await store.announcements.content('a1', 1)).toEqual(content);
      expect(await store.announcements.content('a1', 2)).toEqual(changed);
      expect(await store.announcements.content('a1', 3)).toBeUndefined();
      const faster = answers[0] === undefined ? 'chat:u3' : 'chat:u2';
      const writers = [1, 2, 3].map(async (revision) => await store.announcements.writerOf('a1', revision));
      expect(await Promise.all(writers)).toEqual(['chat:u1', faster, undefined]);
      expect(await store.announcements.revise('a9', 1, changed, 'chat:u2', now)).toBeUndefined();
    });

    it('move() changes the status from what it was seen to be', async () => {
      await draft('a1');
      expect(await store.announcements.move('a1', ['awaiting'], 'confirmed', now, 1)).toBe(false);
      expect(await store.announcements.move('a1', ['draft', 'awaiting'], 'confirmed', now + 5, 1)).toBe(true);
      expect(await store.announcements.get('a1')).toMatchObject({
        status: 'confirmed',
        confirmedRevision: 1,
        updatedAt: now + 5,
      });
      expect(await store.announcements.move('a1', ['confirmed'], 'retracted', now + 6)).toBe(true);
      expect(await store.announcements.get('a1')).toMatchObject({ status: 'retracted', confirmedRevision: 1 });
      expect(await store.announcements.move('a1', [], 'draft', now)).toBe(false);
    });

    it('list() gives the newest change first, of the statuses that are named', async () => {
      await draft('a1', now + 2);
      await draft('a2', now + 1);
      await draft('a3', now + 3);
      await store.announcements.move('a2', ['draft'], 'cancelled', now + 9);
      const ids = async (filter: Parameters<Store['announcements']['list']>[0]) =>
        (await store.announcements.list(filter)).map(({ id }) => id);
      expect(await ids({ limit: 10 })).toEqual(['a2', 'a3', 'a1']);
      expect(await ids({ limit: 1, statuses: ['draft'] })).toEqual(['a3']);
      expect(await ids({ limit: 10, statuses: ['cancelled', 'retracted'] })).toEqual(['a2']);
      expect(await ids({ limit: 10, statuses: [] })).toEqual([]);
    });
  });
}
