import { parseArgs } from 'node:util';
import { postgresBinaries, startPostgres } from '../fakes/postgres.ts';
import { runCrashTest } from './crash-test.ts';

// npm run test:crash -- [--kills 200] [--destinations 50] [--seed 1]          on SQLite
//                       … --postgres [--instances 2]                         on a PostgreSQL server of its own
// The last line gives kills, duplicates and losses; the exit code is 1 when there are any of the last two.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    destinations: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    instances: { type: 'string' },
  },
});

const server = values.postgres ? await startPostgres(binaries(), { durable: true }) : undefined;
try {
  const { kills, announcements, duplicates, losses } = await runCrashTest({
    kills: Number(values.kills),
    destinations: Number(values.destinations),
    instances: Number(values.instances ?? (server === undefined ? 1 : 2)),
    seed: Number(values.seed),
    ...(server === undefined ? {} : { databaseUrl: await server.newDatabase() }),
    onProgress: (line) => console.log(line),
  });
  for (const where of duplicates) console.log(`twice: ${where}`);
  for (const where of losses) console.log(`lost: ${where}`);
  console.log(
    `${announcements} announcements to ${values.destinations} destinations on ${server === undefined ? 'SQLite' : 'PostgreSQL'}: ` +
      `${kills} kills, ${duplicates.length} duplicates, ${losses.length} losses`,
  );
  process.exitCode = duplicates.length + losses.length === 0 ? 0 : 1;
} finally {
  await server?.remove();
}

function binaries(): string {
  const found = postgresBinaries();
  if (found === undefined) throw new Error('PostgreSQL is not installed: apt-get install -y postgresql');
  return found;
}
