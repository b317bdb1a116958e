import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { describePostgres } from '../contract/describe-postgres.ts';
import { openOn } from '../contract/store/test-database.ts';
import { openTestStore, testFolder } from '../fakes/test-store.ts';

const row = { at: 1, personId: 'chat:u1', action: 'x', subject: 'a1', details: {} };
const statements = [`update audit set person_id = 'chat:u2'`, 'delete from audit'];

it.each(statements)('SQLite refuses to “%s”', async (statement) => {
  const folder = testFolder();
  const store = await openTestStore({ folder });
  await store.audit.append(row);
  const file = new DatabaseSync(join(folder, 'assistant.db'));
  onTestFinished(() => file.close());
  expect(() => file.exec(statement)).toThrow('rows of audit are never');
  expect(await store.audit.list({ limit: 9 })).toEqual([row]);
});

describePostgres('the audit on PostgreSQL', (server) => {
  it.each([...statements, 'truncate audit'])('PostgreSQL refuses to “%s”', async (statement) => {
    const databaseUrl = await server().newDatabase();
    const store = await openOn({ dataDir: '/nowhere', databaseUrl });
    await store.audit.append(row);
    await expect(server().run(statement, new URL(databaseUrl).pathname.slice(1))).rejects.toThrow(
      'rows of audit are never',
    );
    expect(await store.audit.list({ limit: 9 })).toEqual([row]);
  });
});
