import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { smallKnowledge } from '../commands/small-knowledge.ts';
import { describePostgres } from '../contract/describe-postgres.ts';
import { knowledgeFolder } from '../knowledge/knowledge-folder.ts';
import { emptyFolder, runProgram, stackTrace } from './program.ts';

const asNobody = { NODE_OPTIONS: `--import ${new URL('as-nobody.ts', import.meta.url).href}` };
const patient = { timeout: 60_000 };
const future = `insert into kysely_migration values ('0999-from-the-future', '2030-01-01T00:00:00.000Z')`;

/** What the program says when it cannot start, or give one command, for its store. */
async function refusal(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const knowledge = await knowledgeFolder(smallKnowledge);
  await chmod(knowledge, 0o755);
  const { code, stdout, stderr } = await runProgram(args, { env: { KNOWLEDGE_DIR: knowledge, PORT: '0', ...env } });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).not.toMatch(stackTrace);
  return stderr;
}

describe('start refuses', patient, () => {
  test('a database that a newer version has changed', async () => {
    const folder = await emptyFolder();
    const env = { DATA_DIR: folder };
    expect((await runProgram(['sign-in', 'ana'], { env })).code).toBe(0);
    const database = new DatabaseSync(join(folder, 'assistant.db'));
    database.exec(future);
    database.close();
    const said = await refusal(['start'], env);
    expect(said).toContain('written by a newer version of the assistant');
    expect(said).toContain('Start the newer version again, or put a backup from before the update in place.');
  });

  test('a DATA_DIR that may not be written to', async () => {
    const folder = await emptyFolder();
    await chmod(folder, 0o555);
    const said = await refusal(['start'], { DATA_DIR: folder, ...asNobody });
    expect(said).toContain('Could not open assistant.db in DATA_DIR');
    expect(said).toContain('Let the account that runs the assistant write to the folder');
  });

  test('a DATA_DIR that is a file', async () => {
    const file = join(await emptyFolder(), 'data');
    await writeFile(file, 'text');
    const said = await refusal(['start'], { DATA_DIR: file });
    expect(said).toContain('Could not make the folder of DATA_DIR: a file has its name.');
    expect(said).toContain('Have DATA_DIR name a folder.');
  });

  test('a folder in the place of the database', async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'assistant.db'));
    expect(await refusal(['start'], { DATA_DIR: folder })).toContain('Could not open assistant.db in DATA_DIR');
  });
});

test.each(['announcements', 'gaps', 'sign-in ana', 'backup a.db'])(
  '%s refuses a DATA_DIR that it cannot use',
  patient,
  async (command) => {
    const file = join(await emptyFolder(), 'data');
    await writeFile(file, 'text');
    expect(await refusal(command.split(' '), { DATA_DIR: file })).toContain('DATA_DIR');
  },
);

describePostgres('start on PostgreSQL refuses', (server) => {
  test('a database that a newer version has changed', patient, async () => {
    const DATABASE_URL = await server().newDatabase();
    expect((await runProgram(['sign-in', 'ana'], { env: { DATABASE_URL } })).code).toBe(0);
    await server().run(future, new URL(DATABASE_URL).pathname.slice(1));
    expect(await refusal(['start'], { DATABASE_URL })).toContain('written by a newer version of the assistant');
  });

  test('a wrong password, which it does not show', patient, async () => {
    const said = await refusal(['start'], { DATABASE_URL: server().address('postgres', 'boss:pa55word') });
    expect(said).toContain('it refused the user or the password');
    expect(said).toContain('Correct them in DATABASE_URL.');
    expect(said).not.toContain('pa55word');
  });

  test('a database that is not there', patient, async () => {
    const said = await refusal(['start'], { DATABASE_URL: server().address('nowhere') });
    expect(said).toMatch(/there is no such database[\s\S]*Create it/);
  });
});

test('start refuses a PostgreSQL that is not there, and says what to do', patient, async () => {
  // Nothing listens on the port of a service that nobody has used for decades.
  const said = await refusal(['start'], { DATABASE_URL: 'postgres://somebody:s3cret@127.0.0.1:9/assistant' });
  expect(said).toMatch(/nothing listens there[\s\S]*Start PostgreSQL/);
  expect(said).not.toContain('s3cret');
});
