import { parseArgs } from 'node:util';
import { runCrashTest } from './crash-test.ts';

// npm run test:crash -- [--kills 200] [--destinations 50] [--instances 1] [--database postgres://…] [--seed 1]
// The last line gives kills, duplicates and losses; the exit code is 1 when there are any of the last two.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    destinations: { type: 'string', default: '50' },
    instances: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    database: { type: 'string' },
  },
});

const { kills, announcements, duplicates, losses } = await runCrashTest({
  kills: Number(values.kills),
  destinations: Number(values.destinations),
  instances: Number(values.instances),
  seed: Number(values.seed),
  ...(values.database === undefined ? {} : { databaseUrl: values.database }),
  onProgress: (line) => console.log(line),
});
for (const problem of [...duplicates.map((where) => `twice: ${where}`), ...losses.map((where) => `lost: ${where}`)]) {
  console.log(problem);
}
console.log(
  `${announcements} announcements to ${values.destinations} destinations: ` +
    `${kills} kills, ${duplicates.length} duplicates, ${losses.length} losses`,
);
process.exitCode = duplicates.length + losses.length === 0 ? 0 : 1;
