import type { Compilable } from 'kysely';
import { CompiledQuery } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { dueOf, firstOfChannels } from '../../src/store/rows/claim.ts';
import { ahead, missed } from '../../src/store/rows/subjects.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { testFolder } from '../fakes/test-store.ts';

// The outbox is asked every second, and keeps everything that was ever delivered: these have to go by the indexes that
// hold the unsettled rows alone, in the order in which they are wanted.

async function planOf(query: (db: Db) => Compilable): Promise<string> {
  const database = openSqlite(testFolder());
  onTestFinished(() => database.db.destroy());
  await migrate(database);
  const { sql, parameters } = query(database.db).compile();
  const explain = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await database.db.executeQuery<{ detail: string }>(explain);
  return rows.map(({ detail }) => detail).join('\n');
}

it.each([
  ['dueOf()', (db: Db) => dueOf(db, 'chat', 1)],
  ['firstOfChannels()', (db: Db) => firstOfChannels(db, 'chat').select('d.due_at')],
])('%s reads no settled delivery and sorts nothing', async (_name, query) => {
  const plan = await planOf(query);
  expect(plan).toContain('SEARCH d USING INDEX deliveries_due');
  expect(plan).toContain('SEARCH e USING INDEX deliveries_order');
  expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
});

it.each([
  ['ahead()', (db: Db) => ahead(db, 1, 9), /SCAN d USING (COVERING )?INDEX deliveries_(due|order)\b/],
  ['missed()', (db: Db) => missed(db, 9), /SCAN d USING (COVERING )?INDEX deliveries_missed\b/],
])('%s reads nothing but what is open', async (_name, query, index) => {
  expect(await planOf(query)).toMatch(index);
});
