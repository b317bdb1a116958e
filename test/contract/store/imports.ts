import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportedRecord } from '../../../src/store/import.ts';
import type { Store } from '../../../src/store/store.ts';
import { now, openOn, type NewDatabase } from './test-database.ts';

const record: ImportedRecord = {
  uid: 'e1@example.org',
  occurrence: '20271007T080000Z',
  standalone: false,
  subject: 'a1',
  sequence: 3,
  modifiedAt: now - 5_000,
  fields: { 'title.en': 'Día “Mundial”', start: '2027-10-07 10:00+02:00' },
  at: now,
};

export function describeImports(newDatabase: NewDatabase): void {
  describe('imports', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openOn(await newDatabase());
    });

    it('of() gives back everything that was put with a UID, the newest first', async () => {
      const later = { ...record, occurrence: '20281007T080000Z', subject: 'a2', standalone: true, at: now + 1 };
      await store.imports.put(record);
      await store.imports.put(later);
      await store.imports.put({ ...record, uid: 'e2@example.org' });
      expect(await store.imports.of(record.uid)).toEqual([later, record]);
      expect(await store.imports.of('E1@example.org')).toEqual([]);
    });

    it('put() replaces what was known of the same time of an event', async () => {
      await store.imports.put(record);
      const changed = { ...record, sequence: 4, fields: {}, subject: 'a3' };
      await store.imports.put(changed);
      expect(await store.imports.of(record.uid)).toEqual([changed]);
    });

    it('put() follows a time of an event that has another name now', async () => {
      await store.imports.put(record);
      const moved = { ...record, occurrence: '20271008T080000Z' };
      await store.imports.put(moved, record.occurrence);
      expect(await store.imports.of(record.uid)).toEqual([moved]);
    });

    it('put() belongs to the transaction in which it is called', async () => {
      const failure = new Error('the work failed');
      const failing = store.transaction(async (records) => {
        await records.imports.put(record);
        throw failure;
      });
      await expect(failing).rejects.toBe(failure);
      expect(await store.imports.of(record.uid)).toEqual([]);
    });
  });
}
